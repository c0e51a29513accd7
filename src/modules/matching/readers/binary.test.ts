import { describe, expect, test } from 'vitest';
import { candidatesOf, random, randomInput, withWholes } from '../rules/fixtures/small-schools';
import type { MatchingInput } from '../rules/input';
import { match } from '../rules/match';
import { headerBytes, toBinary } from './binary-form';
import { ByteStream } from './byte-stream';
import { isBinary, readBinary } from './read-binary';
import { UnreadableMatching } from './read-matching';

const bytesOf = (input: MatchingInput) => Buffer.concat([...toBinary(input)]);

/** The bytes as a stream of pieces of this size. */
function streamOf(bytes: Uint8Array, piece = 7): ByteStream {
	async function* pieces() {
		for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
	}
	return new ByteStream(pieces());
}

const school: MatchingInput = {
	mentors: [
		{ id: 'Анна', capacity: 1 },
		{ id: 'Борис', capacity: 2, slotCosts: [0, 5] }
	],
	mentees: [
		{ id: 'Иванов', priority: 2, needs: 1 },
		{ id: 'Петров', priority: 1, needs: 2, together: true }
	],
	candidates: candidatesOf([
		[0, 0, 700],
		[0, 1, 300],
		[1, 0, 900]
	])
};

/** Where in the bytes of this school its blocks of candidates begin. */
const bytes = bytesOf(school);
const blocks = bytes.length - 4 - 3 * 10 - 4;

async function said(changed: (bytes: Buffer) => Uint8Array, memory?: number): Promise<string> {
	try {
		const answered = match(await readBinary(streamOf(changed(bytesOf(school))), memory));
		return answered.ok ? 'принято' : answered.message;
	} catch (error) {
		if (error instanceof UnreadableMatching) return error.message;
		throw error;
	}
}

test('whatever a school is, written and read in pieces of any size it is the same', async () => {
	for (let seed = 1; seed <= 300; seed++) {
		const next = random(seed);
		const input = seed % 2 ? randomInput(next) : withWholes(randomInput(next), next);
		const stream = streamOf(bytesOf(input), 1 + Math.floor(next() * 40));
		expect(await isBinary(stream)).toBe(true);
		const read = await readBinary(stream);
		expect({ seed, answer: match(read) }).toEqual({ seed, answer: match(input) });
	}
	expect(await isBinary(streamOf(Buffer.from('{"mentors":[]}')))).toBe(false);
	expect(await isBinary(streamOf(Buffer.from('NM')))).toBe(false);
});

test('cut off anywhere, a file is told to end too early', async () => {
	for (let length = 8; length < bytes.length; length++)
		expect(await said((all) => all.subarray(0, length))).toMatch(/^Файл обрывается в .+\. Получите его ещё раз\.$/);
	expect(await said((all) => all)).toBe('принято');
});

describe('what is not as told is one sentence', () => {
	const put = (at: number, value: number) => (all: Buffer) => {
		all.writeUInt32LE(value, at);
		return all;
	};
	test.each<[string, (bytes: Buffer) => Uint8Array, RegExp]>([
		['fewer candidates than told', put(16, 4), /В заголовке кандидатов 4, а в файле их 3/],
		['more candidates than told', put(16, 2), /В заголовке кандидатов 2, а в файле их больше/],
		['more candidates than pairs', put(16, 5), /столько пар из этих людей не составить/],
		['a number of candidates beyond all reason', put(20, 0x7fffffff), /столько пар из этих людей не составить/],
		['too many people', put(8, 0xffffffff), /В заголовке наставников 4294967295/],
		['an endless other part', put(24, 0xffffffff), /Дополнительная часть больше 64 МБ/],
		['another kind of header', put(28, 1), /это другой вид файла/],
		['a block beyond its size', put(blocks, 0x7fffffff), /В блоке кандидатов 2147483647/],
		['a mentee who is not', put(blocks + 4, 2), /Кандидат № 1: наставляемого с номером 2 нет, их 2/],
		['a mentor who is not', put(blocks + 4 + 12, 0xffffffff), /Кандидат № 1: наставника с номером 4294967295 нет/],
		['points beyond the scale', put(blocks + 4 + 24, 1001), /Кандидат № 1: оценка .* а здесь 1001/],
		['a candidate twice', put(blocks + 4 + 12 + 4, 0), /Кандидат назван дважды: «Иванов» – «Анна»/],
		['something after the end', (all) => Buffer.concat([all, Buffer.from([1])]), /стоит лишнее/],
		['a capacity beyond reason', put(headerBytes + 2 + 8, 0xffffffff), /Наставник «Анна»: не указано, скольких/],
		[
			'a name that is no text',
			(all) => all.fill(0xff, headerBytes + 2, headerBytes + 4),
			/обозначение записано не в UTF-8/
		],
		['a name without end', (all) => all.fill(0xff, headerBytes, headerBytes + 2), /обозначение длиннее 1000 байтов/],
		[
			'another part that is no record',
			(all) => all.fill('[', all.indexOf('{"slotCosts"'), all.indexOf('{"slotCosts"') + 1),
			/должна быть записью JSON/
		],
		[
			'costs of nobody',
			(all) => Buffer.from(all.toString('latin1').replace('"slotCosts":{"1"', '"slotCosts":{"9"'), 'latin1'),
			/«slotCosts»: наставника с номером 9 нет/
		]
	])('%s', async (_, changed, sentence) => {
		expect(await said(changed)).toMatch(sentence);
	});

	test('more candidates than memory', async () => {
		expect(await said((all) => all, 40)).toMatch(/Кандидатов 3, а памяти хватит на 2\. Разделите людей/);
	});
});
