import { readCadence } from '../deadlines/cadence';
import { readDeadline } from '../deadlines/read-deadline';
import { normaliseDeadline, onlyDates } from '../deadlines/tokens';
import { withoutEnd } from '../grid';
import { isSomebody } from '../lone-cells/traits';
import { hasName } from '../people-names';
import { beginsSomebody } from '../responsible';
import { whenAndWho } from '../when-and-who';

/** What a line of prose says: the thing to do without the words that tell when, who and what comes of it. */
export type Said = { text: string; deadline: string; responsible: string; result: string };

const deadlineWords =
	/(?<![\s(–—-])[\s(–—-]*\(?(?:сроки?(?:\s+(?:исполнения|реализации|выполнения|проведения))?\s*[:–—-]|(?:дата|когда|время)(?:\s+проведения)?\s*:)\s*([^;)\n]+?)(?=[;)]|(?<!\d)\.\s(?![–—-])|(?<=20\d\d|г)\.\s(?![–—-])|\.?$|\s*,?\s*(?:ответственн|исполнител|отв\.|отвеча))/i;
const responsibleWords =
	/(?<![\s(–—-])[\s(–—-]*\(?(?:(?:ответственн\S{1,30}|исполнител\S{1,30})(?:\s+за\s+(?:исполнение|проведение|выполнение))?\s*[:–—-]|отв\.\s*[:–—-]?|(?<![а-яё])(?:отвеча[ею]т|провод[ия]т)\s*[:–—-]|(?<=(?:^|[.;])\s{0,2})(?:отвеча[ею]т|исполня[ею]т|выполня[ею]т)(?:\s+за\s+(?:это|исполнение|выполнение|проведение))?(?=\s)|кто\s*:)\s*([^;)\n]+?)(?=[;)]|(?<!зам|ст|рук|зав|пед|соц|уч)\.\s+[А-ЯЁ][а-яё]{3,}\s|\.?$|\s*,?\s*срок)/i;
const resultWords =
	/(?:^|(?<=[.;])\s+|\s*\()(?:(?:ожидаем|планируем)\S{1,30}\s+)?(?:результаты?|итог|продукт|документ)\s*[:–—]\s*([^\n]+?)\)?[.;]?(?=\s+(?:сроки?|ответственн\S{1,30}|отв\.|исполнител\S{1,30})\s*[:–—-]|$)/i;
/** «Январь. Провести заседание …», «До 1 октября – собрать заявки»: the deadline comes first. */
const leading =
	/^([^.:]{3,40}?)\s*(?:[.:]|\s[–—])\s+(?=[А-ЯЁа-яё«])|^(до \d{1,2}(?:-го)? числа каждого месяца|ежемесячно|ежеквартально|еженедельно)\s+(?=[а-яё])/i;
/** «Провести опрос – октябрь 2026, психолог», «Семинар (май, методист)»: when and who come last. */
const trailing = /(?:\s*\(\s*([^()]{3,140}?)\)|(?:\s*[–—]|\s-\s|\s*\()\s*([^–—()]{3,120}?)\)?)[.;]?$/;
/** «Круглый стол, руководитель клуба Ясенева О.О.» */
const lastName = /,\s*((?:[а-яё.]+\s+){0,4}[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.)$/;
const startsDeadline =
	/^(?:(?:до|с|со|к|ко)\s|в течени[еи]|ежегодно|(?:в\s)?срок|еже[а-яё]+|постоянно|по (?:мере|запрос|необходимост|договор|заявк|график|расписани|обращени|желани|отдельн|понедел|вторник|сред|четверг|пятниц|суббот)|кажд|один раз|раз |не реже|весь|не позднее|январ|феврал|март|апрел|ма[йя](?![а-яё])|июн|июл|август|сентябр|октябр|ноябр|декабр|[ivx]+\s+(?:квартал|четверт)|перв|втор|трет|последн|конец|начало|\d)/i;

/** The time a sentence begins with; '' when it begins with none. */
export const leadingOf = (text: string) => leadingDeadline(text) || leadingTime(text);

/** Does the line tell when or who? */
export function tellsWhenOrWho(text: string): boolean {
	const { deadline, responsible } = saidIn(text, 'nobody');
	return deadline !== '' || responsible !== '';
}

/** «Встречи пар – раз в две недели – наставники», «Отчёт; май; куратор; справка»: one sign parts what, when, who and what comes of it. */
function partedSaid(line: string): Said | undefined {
	for (const sign of parting) {
		const parts = keepInitials(line, withoutEnd(line, ' .;')).split(sign);
		if (parts.length < 3 || parts.some((part) => part === '' || part.length > longestPart)) continue;
		const rest = parts.slice(1);
		const when = rest.findIndex((part) => tellsTime(part));
		const who = rest.findIndex((part, at) => at !== when && (hasName(part) || part.split(/,\s/).every(isSomebody)));
		if (when < 0 || who < 0 || Math.min(when, who) > 0) continue;
		const result = rest.filter((_, at) => at !== when && at !== who).join('; ');
		return { text: parts[0] ?? '', deadline: rest[when] ?? '', responsible: rest[who] ?? '', result };
	}
	return undefined;
}
const parting = [/\s[–—]\s/, /;\s/, /\s\|\s/];
const longestPart = 200;

function tellsTime(part: string) {
	if (!startsDeadline.test(part)) return false;
	const { deadline, why } = readDeadline(part, null);
	return deadline.kind === 'windows' || (deadline.kind !== 'none' && why === null);
}

/** Who may stand at the end with no date beside: nobody, a person or a post, or anybody the words could mean. */
type End = 'nobody' | 'somebody' | 'anybody';

export function saidIn(line: string, end: End = 'somebody'): Said {
	const somebody = end !== 'nobody';
	const labelled = [deadlineWords, responsibleWords, resultWords].some((label) => label.test(line));
	const parted = labelled ? undefined : partedSaid(line);
	if (parted) return parted;
	const take = (text: string, pattern: RegExp) => {
		const found = pattern.exec(text);
		return found ? { words: found[1] ?? '', rest: text.replace(pattern, '') } : { words: '', rest: text };
	};
	const result = take(line, resultWords);
	const when = take(result.rest, deadlineWords);
	const who = take(when.rest, responsibleWords);
	const responsible = who.words.replace(/\.\s?[А-ЯЁ]$/, '$&.'); // the stop of the initials was taken for that of the sentence
	const said = { text: who.rest, deadline: when.words, responsible, result: result.words };
	if (said.deadline === '') {
		const ahead = leadingDeadline(said.text);
		const first = ahead || leadingTime(said.text);
		if (first) {
			said.deadline = first;
			said.text = ahead ? said.text.replace(leading, '') : said.text.slice(first.length).replace(/^,?\s+/, '');
			if (somebody) said.responsible ||= agentIn(said.text);
		}
	}
	const behind = trailingWords(withoutRest(said.text), said.responsible === '' ? end : 'nobody');
	if (
		behind &&
		(said.deadline === '' || behind.deadline === '') &&
		(said.responsible === '' || behind.responsible === '')
	) {
		said.deadline ||= behind.deadline;
		said.responsible ||= behind.responsible;
		said.text = withoutRest(said.text).replace(trailing, '');
	}
	const last = somebody && said.responsible === '' ? lastName.exec(withoutRest(said.text)) : null;
	if (last?.[1] && last.index > 10) {
		said.responsible = last[1];
		said.text = said.text.slice(0, last.index);
	}
	const told = said.deadline === '' && said.responsible === '' ? toldWhom(said.text) : undefined;
	if (told) Object.assign(said, told);
	const bare = withoutRest(said.text);
	const untouched = !said.deadline && !said.responsible && !said.result;
	return { ...said, text: untouched && line.trimEnd().endsWith(',') ? `${bare},` : bare };
}

/** «Заместителю директора Лапиной С.С. до 10 сентября подготовить проект приказа»: who is told to, when, and what. */
function toldWhom(text: string) {
	const verb = /\s(?=[а-яё]{2,}(?:ть|ти|чь)(?:ся)?\s)/.exec(text.slice(0, longestPart));
	if (!verb || verb.index < 6) return undefined;
	const before = text.slice(0, verb.index).replace(/,$/, '');
	const words = [...before.matchAll(/\s/g)].map(({ index }) => index);
	for (const end of [...words, before.length]) {
		const [who, when] = [before.slice(0, end), before.slice(end).trim()];
		if (dative.test(who) && (when === '' ? end === before.length : tellsTime(when)) && isSomebody(who))
			return { responsible: who, deadline: when, text: text.slice(verb.index + 1) };
	}
	return undefined;
}
const dative = /^[А-ЯЁ][а-яё-]*(?:у|ю|ей|ой|ам|ям|ым|им|е|ии)(?:\s|$)/;

/** Brackets and stops that enclosed what was taken out: «Семинар (;)», «Семинар)». One walk from the end: a line may be nothing but brackets. */
function withoutRest(text: string): string {
	let spare = count(text, ')') - count(text, '(');
	let end = text.length;
	for (;;) {
		for (; ' (;,.'.includes(text[end - 1] ?? '|'); end--) if (text[end - 1] === '(') spare++;
		if (text[end - 1] !== ')') return keepInitials(text, text.slice(0, end));
		let inside = end - 1;
		while (/[\s;,.]/.test(text[inside - 1] ?? '')) inside--;
		if (text[inside - 1] === '(') {
			end = inside - 1;
			while (/\s/.test(text[end - 1] ?? '')) end--;
		} else if (spare > 0) {
			end--;
			spare--;
		} else return text.slice(0, end);
	}
}
const keepInitials = (text: string, bare: string) =>
	/(?<![А-ЯЁа-яё])[А-ЯЁ]$/.test(bare) ? `${bare}${text[bare.length] === '.' ? '.' : ''}` : bare;
const count = (text: string, sign: string) => text.split(sign).length - 1;

/** Dated words before the thing to do; '' when it begins at once. */
function leadingDeadline(text: string) {
	const found = leading.exec(text);
	const words = found?.[1] ?? found?.[2] ?? '';
	if (words === '' || !startsDeadline.test(words)) return '';
	const { deadline, why } = readDeadline(words, null);
	return deadline.kind === 'windows' || (deadline.kind !== 'none' && deadline.kind !== 'external' && why === null)
		? words
		: '';
}

const mostWordsAhead = 8;

/** «В сентябре познакомиться …», «Раз в неделю бывать …»: the longest beginning that is nothing but a time. */
function leadingTime(text: string) {
	if (!startsTime.test(text)) return '';
	const ends = [...text.matchAll(/(?<=[а-яё\d.)]),?(?=\s+[а-яё«])/g)]
		.slice(0, mostWordsAhead)
		.map(({ index }) => index);
	for (const end of ends.reverse()) {
		const words = text.slice(0, end);
		const normalised = normaliseDeadline(words);
		if (/\s(?:и|с|до|по|в)$/.test(normalised)) continue;
		if (onlyDates(normalised.replace(/^(?:в|во|на)\s+/, '')) || readCadence(normalised)?.text === normalised)
			return words;
	}
	return '';
}
/** «директор издаёт приказ»: somebody and what they do. */
function agentIn(text: string) {
	const found = /^((?:[а-яё-]+\s){1,4}?)[а-яё]+(?:[аеёуюяи]т(?:ся)?|ат|ят)(?![а-яё])/i.exec(text);
	const who = found?.[1]?.trim() ?? '';
	return who !== '' && isSomebody(who) ? who : '';
}
const startsTime = /^(?:в|во|на|до|к|с|со|не позднее|раз|\d+ раза?|кажд[а-яё]+|еже[а-яё]+)\s/i;

/** Dated words at the end, and after their comma whoever answers. */
function trailingWords(text: string, end: End) {
	const found = trailing.exec(text);
	const words = (found?.[1] ?? found?.[2] ?? '').replace(/(?<=[А-ЯЁ]\.\s?)[А-ЯЁ]$/, '$&.'); // the stop of the initials was taken for the sentence's
	const both = end === 'nobody' ? undefined : whenAndWho(words);
	if (both) return { deadline: both.when, responsible: both.who };
	const [when = '', ...who] = words.split(/[,;]\s*/);
	if (when !== '' && !startsDeadline.test(when))
		return (end === 'somebody' &&
			(hasName(words) || beginsSomebody(words)) &&
			!/(?<![а-яё])[а-яё]{3,}\s+(?:по|для|с)\s/.test(when)) ||
			(end === 'anybody' && [when, ...who].every(isSomebody))
			? { deadline: '', responsible: words.replace(/^(?:помога[ею]т|провод[ия]т|отвеча[ею]т)\s+/, '') }
			: undefined;
	if (when === '' || when.length > 40) return undefined;
	const { deadline } = readDeadline(when, null);
	if (deadline.kind === 'none' || deadline.kind === 'external') return undefined;
	const more = who.findIndex((part) => !startsDeadline.test(part));
	const dates = more < 0 ? who : who.slice(0, more);
	return { deadline: [when, ...dates].join(', '), responsible: more < 0 ? '' : who.slice(more).join(', ') };
}
