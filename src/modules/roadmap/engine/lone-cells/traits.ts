import { readDeadline } from '../deadlines/read-deadline';
import { namesTerm } from '../deadlines/term';
import { beginsDeed } from '../deeds';
import type { Paragraph } from '../grid';
import { splitMarker } from '../lists';
import { hasName, leadingName } from '../people-names';
import { beginsWithPost, isGroup, isGroupName, isOrganisation } from '../posts';
import { beginsSomebody } from '../responsible';
import { isStageGoal, namesStage } from '../stages';
import { textOf } from './words';

/** What a paragraph alone tells of the column it may stand in. */
export type Traits = {
	text: string;
	number: boolean;
	deadline: boolean;
	/** How much of it is people: 1 when every part between commas is somebody. */
	people: number;
	stage: boolean;
	/** Where in a chain «1. …», «2. …» that goes through the whole text this is a link. */
	chained: boolean;
	capitals: boolean;
	/** Begins small: the rest of what stands above. */
	rest: boolean;
	/** The kind of its marker, «» without one. */
	marker: string;
	/** Begins as something to do does, as something that comes out of it does. */
	deed: boolean;
	outcome: boolean;
	gap: boolean;
};

const isNumber = (text: string) => /^(?:\d{1,3}(?:\.\d{1,2}){0,2}|[IVX]{1,4})[.)]?$/.test(text);

export function traitsOf(body: readonly Paragraph[]): Traits[] {
	const traits = body.map(traitsAlone);
	for (const at of chainOf(traits)) (traits[at] as Traits).chained = true;
	return traits;
}

function traitsAlone(paragraph: Paragraph): Traits {
	const text = textOf(paragraph);
	const number = isNumber(text);
	const deadline = !number && saysTime(text);
	const { marker, kind, text: words } = splitMarker(paragraph.line);
	const deed = beginsDeed(words);
	const capitals = text.length > 12 && text === text.toUpperCase() && /[А-Я]{3}\s+[А-Я]{3}/.test(text);
	const outcome = outcomes.test(words.toLowerCase());
	const nobody =
		number || deadline || capitals || marker !== null || ((deed || outcome) && leadingName(text) === undefined);
	const people = nobody ? 0 : peopleIn(text);
	return {
		text,
		number,
		deadline,
		people,
		stage: namesStage(text) || isStageGoal(text) || (namesTerm(text) && !deadline),
		chained: false,
		capitals: text.length > 6 && text === text.toUpperCase() && /[А-Я]{3}/.test(text),
		rest: !number && !deadline && people === 0 && marker === null && /^[а-яё(]/.test(text),
		marker: kind,
		deed,
		outcome,
		gap: paragraph.gap
	};
}

const longestDeadline = 90;
const deadlineStart =
	/^(?:до|с|со|к|в|во|на|по|за|при|после|не позднее|не реже|еже[а-яё]+|постоянно|весь|раз|один раз|дважды|каждый|каждую|\d|[ivx]+\s|перв|втор|трет|последн|начало|конец|середина|весна|весной|осень|осенью|зимой|летом|систематич|регулярно|согласно|январ|феврал|март|апрел|ма[йя](?![а-яё])|июн|июл|август|сентябр|октябр|ноябр|декабр|круглый)/i;
const deadlineWords =
	/^(?:январ|феврал|март|апрел|ма[йяе]$|июн|июл|август|сентябр|октябр|ноябр|декабр|срок|течени|протяжени|год|учебн|календарн|недел|декад|квартал|четверт|полугод|семестр|месяц|числ|кажд|еже|постоянн|систематич|регулярн|мер|необходим|запрос|поступлен|график|план|отдельн|согласн|соответств|всег|весь|вся|период|реализац|раз|один|два|две|три|начал|кон[еч]?ц|середин|перв|втор|трет|последн|половин|весн|осен|зим|лет|каникул|после|издани|приказ|окончан|заверш|рабоч|дней|дня|далее|позднее|реже|при|наличи|обращени|мероприят|действи|вновь)/;

/** Do its words say a time, and hardly anything besides? */
export function saysTime(text: string) {
	if (text.length > longestDeadline || !deadlineStart.test(text)) return false;
	const words = text.toLowerCase().match(/[а-яё]{3,}/g) ?? [];
	const strange = words.filter((word) => !deadlineWords.test(word)).length;
	if (strange > Math.max(1, words.length * 0.4)) return false;
	const { deadline, why } = readDeadline(text, null);
	return deadline.kind !== 'none' && (why === null || deadline.kind === 'windows');
}

/** The same, and nothing besides at all. */
export const saysOnlyTime = (text: string) =>
	(text.toLowerCase().match(/[а-яё]{3,}/g) ?? []).every((word) => deadlineWords.test(word)) && saysTime(text);

const longestPeople = 160;

function peopleIn(text: string) {
	if (text.length > longestPeople || /^организаци[яи]\s/i.test(text)) return 0;
	const parts = text
		.split(/[,;/]\s|;/)
		.map((part) => part.trim())
		.filter((part) => part.length > 1);
	const somebody = parts.filter(isSomebody).length;
	return parts.length === 0 || !isSomebody(parts[0] as string) ? 0 : somebody / parts.length;
}

/** A person, a post, a group, an institution, and nothing besides. */
export const isSomebody = (part: string) =>
	leadingName(part) !== undefined ||
	(hasName(part) && part.length < 70) ||
	beginsSomebody(part) ||
	(part.length < 70 && (beginsWithPost(part) || isGroup(part))) ||
	(part.length < 60 && (isGroupName(part) || isOrganisation(part)));

/** A paper, a list, a state of things: what is there in the end. */
const outcomes =
	/^(?:(?:справк|протокол|приказ|сертификат|реестр|спис(?:ок|к)|баз[аы]|банк|отч[её]т|журнал|договор|повышен|снижен|улучшен|увеличен|рост|готовност|материал|фото|видео|(?:методические\s+)?рекомендаци|сборник|раздел|карточк|дневник|лист[ыа]?(?![а-яё])|конспект|грамот|публикаци|положени|соглас|сведени|запис|страниц|памятк|удостоверени|диплом)[а-яё]*|(?:аналитическ|положительн|подписанн|утвержд[её]нн|сформированн|заполненн|оформленн|готов|заключ[её]нн|сводн)[а-яё]+|(?:проведен|создан|сформирован|утвержден|подписан|заключен|проведён|утверждён|заключён)[оаы]?(?![а-яё])|(?:анкеты|анализ|программа|план|не менее|не ниже|\d+\s))/;

/**
 * The longest chain of «1. …», «2. …» whose links stand apart, with terms or people between them: names of stages. A list
 * in a cell has its links one under another.
 */
function chainOf(traits: readonly Traits[]): number[] {
	const orderOf = ({ text, number }: Traits) => {
		const found = number ? null : /^(?:(\d{1,2})|([IVX]{1,5}))[.)]\s+\S/.exec(text);
		return found ? (found[1] ? Number(found[1]) : (roman[found[2] ?? ''] ?? 0)) : 0;
	};
	const apart = (from: number, to: number) =>
		traits.slice(from + 1, to).some(({ deadline, people }) => deadline || people > 0);
	const chain: number[] = [];
	traits.forEach((trait, at) => {
		if (orderOf(trait) !== chain.length + 1) return;
		const last = chain.at(-1);
		if (last === undefined || apart(last, at)) chain.push(at);
		else if (chain.length === 1) chain[0] = at;
	});
	return chain.length >= 2 ? chain : [];
}

const roman: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4, V: 5, VI: 6, VII: 7, VIII: 8, IX: 9, X: 10 };
