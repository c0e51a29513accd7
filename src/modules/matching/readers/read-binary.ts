import type { Candidates, MatchingInput, MenteeInput, MentorInput } from '../rules/input';
import { mostScore } from '../rules/input';
import { sharedInts } from '../rules/parts/shared';
import { candidateBytes, headerBytes, magic, most, mostInBlock, type Rest, togetherBit } from './binary-form';
import type { ByteStream } from './byte-stream';
import { asInput, UnreadableMatching } from './read-matching';

/** Memory that a candidate takes until an answer is there: three columns, and its share of the part that is solved. */
const bytesOfCandidate = 16;

/** Whether the bytes begin as the binary form does. They stay in the stream. */
export async function isBinary(stream: ByteStream): Promise<boolean> {
	await stream.wait(magic.length);
	const begin = stream.peek(magic.length);
	return begin !== undefined && magic === String.fromCharCode(...begin);
}

/**
 * Reads the binary form as it comes, candidates straight into columns that threads share. Whatever is not as told is one
 * Russian sentence (UnreadableMatching).
 * @param memory bytes that may be used
 */
export async function readBinary(stream: ByteStream, memory = Number.POSITIVE_INFINITY): Promise<MatchingInput> {
	const { mentors: ofMentors, mentees: ofMentees, candidates: ofCandidates, rest: restBytes } = await header(stream);
	if (ofCandidates * bytesOfCandidate > memory)
		refuse(
			`Кандидатов ${ofCandidates.toLocaleString('ru')}, а памяти хватит на ${Math.floor(memory / bytesOfCandidate).toLocaleString('ru')}. Разделите людей, например по округам, или считайте на машине с большей памятью.`
		);
	const mentors: MentorInput[] = [];
	for (let at = 0; at < ofMentors; at++) mentors.push(await mentor(stream, at + 1));
	const mentees: MenteeInput[] = [];
	for (let at = 0; at < ofMentees; at++) mentees.push(await mentee(stream, at + 1));
	const rest = readRest(await taken(stream, restBytes, 'дополнительной части'));
	const candidates = await readCandidates(stream, ofCandidates, ofMentees, ofMentors);
	if (await stream.wait(1)) refuse('После последнего блока кандидатов в файле стоит лишнее.');
	return asInput(withMentors(rest, mentors, mentees), candidates);
}

function refuse(sentence: string): never {
	throw new UnreadableMatching(sentence);
}

async function taken(stream: ByteStream, bytes: number, where: string): Promise<DataView> {
	const piece = stream.peek(bytes) ?? ((await stream.wait(bytes)) && stream.peek(bytes));
	if (!piece) return refuse(`Файл обрывается в ${where}. Получите его ещё раз.`);
	stream.skip(bytes);
	return new DataView(piece.buffer, piece.byteOffset, bytes);
}

async function header(stream: ByteStream) {
	const view = await taken(stream, headerBytes, 'заголовке');
	const [mentors, mentees, rest] = [view.getUint32(8, true), view.getUint32(12, true), view.getUint32(24, true)];
	const candidates = Number(view.getBigUint64(16, true));
	if (Math.max(mentors, mentees) > most.people)
		refuse(
			`В заголовке наставников ${mentors}, наставляемых ${mentees}; читается до ${most.people.toLocaleString('ru')} тех и других.`
		);
	if (rest > most.restBytes) refuse(`Дополнительная часть больше ${most.restBytes >> 20} МБ.`);
	if (candidates > mentors * mentees || candidates > 0x7fffffff)
		refuse(`В заголовке кандидатов ${candidates}: столько пар из этих людей не составить или не прочитать.`);
	if (view.getUint32(28, true) !== 0)
		refuse('Последние четыре байта заголовка должны быть нулями: это другой вид файла.');
	return { mentors, mentees, candidates, rest };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A name, and so many bytes after it. */
async function person(stream: ByteStream, who: string, more: number): Promise<{ id: string; view: DataView }> {
	const length = (await taken(stream, 2, `списке людей: ${who}`)).getUint16(0, true);
	if (length > most.idBytes) refuse(`${who}: обозначение длиннее ${most.idBytes} байтов.`);
	const view = await taken(stream, length + more, `списке людей: ${who}`);
	try {
		return { id: utf8.decode(new Uint8Array(view.buffer, view.byteOffset, length)), view };
	} catch {
		return refuse(`${who}: обозначение записано не в UTF-8.`);
	}
}

async function mentor(stream: ByteStream, number: number): Promise<MentorInput> {
	const { id, view } = await person(stream, `Наставник № ${number}`, 4);
	return { id, capacity: view.getUint32(view.byteLength - 4, true) };
}

async function mentee(stream: ByteStream, number: number): Promise<MenteeInput> {
	const { id, view } = await person(stream, `Наставляемый № ${number}`, 5);
	const flags = view.getUint8(view.byteLength - 1);
	const needs = flags & ~togetherBit;
	if (needs !== 1 && needs !== 2)
		return refuse(`Наставляемый «${id}»: наставников (needs) может быть нужно 1 или 2, а здесь ${needs}.`);
	const together = (flags & togetherBit) !== 0;
	return { id, priority: view.getUint32(view.byteLength - 5, true), needs, ...(together && { together }) };
}

function readRest(view: DataView): Rest {
	try {
		const text = utf8.decode(view);
		const rest: unknown = text === '' ? {} : JSON.parse(text);
		if (typeof rest === 'object' && rest !== null && !Array.isArray(rest)) return rest as Rest;
	} catch {
		// told below
	}
	return refuse('Дополнительная часть должна быть записью JSON в фигурных скобках.');
}

function withMentors({ slotCosts, smallest, ...rest }: Rest, mentors: MentorInput[], mentees: MenteeInput[]) {
	for (const [key, values] of [['slotCosts', slotCosts] as const, ['smallest', smallest] as const])
		for (const [place, value] of Object.entries(values ?? {})) {
			const one =
				mentors[Number(place)] ?? refuse(`Дополнительная часть, «${key}»: наставника с номером ${place} нет.`);
			mentors[Number(place)] = { ...one, [key]: value };
		}
	return new Map<string, unknown>([...Object.entries(rest), ['mentors', mentors], ['mentees', mentees]]);
}

async function readCandidates(stream: ByteStream, told: number, mentees: number, mentors: number): Promise<Candidates> {
	const candidates = { mentee: sharedInts(told), mentor: sharedInts(told), score: sharedInts(told) };
	let count = 0;
	for (;;) {
		const many = (await taken(stream, 4, `кандидатах, после № ${count}`)).getUint32(0, true);
		if (many === 0) break;
		if (many > mostInBlock) refuse(`В блоке кандидатов ${many}, а помещается до ${mostInBlock}.`);
		if (count + many > told) refuse(`В заголовке кандидатов ${told}, а в файле их больше.`);
		const block = await taken(stream, candidateBytes * many, `кандидатах, после № ${count}`);
		for (let at = 0; at < many; at++) {
			const i = block.getUint32(4 * at, true);
			const j = block.getUint32(4 * (many + at), true);
			const score = block.getUint16(8 * many + 2 * at, true);
			if (i >= mentees) refuse(`Кандидат № ${count + 1}: наставляемого с номером ${i} нет, их ${mentees}, счёт с 0.`);
			if (j >= mentors) refuse(`Кандидат № ${count + 1}: наставника с номером ${j} нет, их ${mentors}, счёт с 0.`);
			if (score > mostScore)
				refuse(`Кандидат № ${count + 1}: оценка должна быть целым числом от 0 до ${mostScore}, а здесь ${score}.`);
			candidates.mentee[count] = i;
			candidates.mentor[count] = j;
			candidates.score[count] = score;
			count += 1;
		}
	}
	if (count < told) refuse(`В заголовке кандидатов ${told}, а в файле их ${count}.`);
	return candidates;
}
