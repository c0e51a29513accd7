import { isSomebody, saysTime } from './lone-cells/traits';

export type WhenAndWho = { when: string; who: string };

/**
 * «до 10 сентября, заведующий», «Завуч Лужина Е.О., 1–5 сентября», «февраль⏎психолог»: the time at one end of a text and whoever
 * answers in all the rest. Undefined when it holds anything else, or only one of both.
 */
export function whenAndWho(text: string): WhenAndWho | undefined {
	const parts = text.split(parting).map((part) => part.trim());
	const filled = parts.filter((part) => part !== '');
	if (filled.length < 2) return undefined;
	const times = filled.map(saysTime);
	const first = times.indexOf(false);
	const last = times.lastIndexOf(false);
	if (first < 0 || !times.includes(true) || times.slice(first, last + 1).includes(true)) return undefined;
	const who = filled.slice(first, last + 1);
	if (first > 0 && last < filled.length - 1) return undefined;
	if (!who.some((part) => isSomebody(part)) || who.length > mostPeople) return undefined;
	const when = filled.filter((_, at) => at < first || at > last);
	return { when: when.join(', '), who: who.join(', ') };
}
const mostPeople = 8;
/** A dash with room around it parts only what is no range of days. */
const parting =
	/[,;]\s+|\n|\s\/\s|(?<=[а-яё).])\s[–—-]\s(?=[а-яё]{0,4}[А-ЯЁа-яё]{5})(?!(?:янв|фев|март|апр|май|июн|июл|авг|сент|окт|нояб|дек))/;
