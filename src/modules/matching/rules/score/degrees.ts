import { plain } from '../../../../core/plain';
import { formatText } from '../../../registry/rules/registers';
import { hours } from './hours';
import { ages, type Facts, type MenteeFacts, type MentorFacts } from './people';
import type { Part } from './terms';

/** How far a pair fits in one respect, 0…1000, and why, in words. What nobody knows counts for half. */
export type Degree = { degree: number; reason: string; unknown?: true };

type Pair = {
	mentee: MenteeFacts;
	mentor: MentorFacts;
	kind: string;
	topics: Facts['topics'];
	/** How many mentees the mentor has today. */
	leads: number;
};
export type Judge = (pair: Pair) => Degree;

const half = 500;
const unknown = true as const;
const full = 1000;
const enoughMonths = 60;

/** Each difficulty weighs its level, the more urgent the request the more. */
const weightOf = ({ level, priority }: MenteeFacts['needs'][number]) => level * (4 - priority);
const inSentence = (name: string) =>
	/^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLocaleLowerCase('ru') + name.slice(1);

const needs: Judge = ({ mentee, mentor, topics }) => {
	const all = mentee.needs.filter(({ level }) => level > 0);
	if (all.length === 0) return { degree: half, unknown, reason: 'Затруднения ещё не записаны' };
	if (!mentor.offered) return { degree: half, unknown, reason: 'Наставник ещё не сказал, чем может помочь' };
	const can = all.filter(({ topic }) => mentor.competences.includes(topic)).sort((a, b) => weightOf(b) - weightOf(a));
	const sum = (list: typeof all) => list.reduce((total, need) => total + weightOf(need), 0);
	const named = can.map(({ topic }) => inSentence(topics[topic] ?? topic));
	const shown = named.slice(0, 3).join(', ') + (named.length > 3 ? ` и ещё ${named.length - 3}` : '');
	return {
		degree: Math.floor((sum(can) * full) / sum(all)),
		reason:
			can.length === 0
				? 'Среди сильных сторон наставника нет того, в чём нужна помощь'
				: `Нужна помощь: ${shown} – у наставника это сильная сторона`
	};
};

const subject: Judge = ({ mentee, mentor }) => {
	const same = mentee.subjects.filter((one) =>
		mentor.subjects.some((other) => plain(other.trim()) === plain(one.trim()))
	);
	const sameAge = mentee.age !== null && mentee.age === mentor.age;
	if (same.length > 0)
		return {
			degree: sameAge || mentee.age === null || mentor.age === null ? full : 850,
			reason: `Один предмет: ${[...new Set([...same, ...(sameAge && mentee.age ? [ages[mentee.age]] : [])])].join(', ')}`
		};
	const silent = (one: typeof mentee | typeof mentor) => one.subjects.length === 0 && one.age === null;
	if (silent(mentee) || silent(mentor))
		return { degree: half, unknown, reason: 'Предмет или возраст учеников не указан' };
	if (!sameAge) return { degree: 0, reason: 'Разные предметы и возраст учеников' };
	// Teachers of one class teach everything: where no subject is written, the age is the subject.
	const byAge = mentee.subjects.length === 0 && mentor.subjects.length === 0;
	const words = mentee.age ? ages[mentee.age] : '';
	return {
		degree: byAge ? full : 400,
		reason: byAge ? `Одни ученики: ${words}` : `Предметы разные, ученики одни: ${words}`
	};
};

const years = (months: number) => {
	const whole = Math.floor(months / 12);
	return whole === 0
		? 'меньше года'
		: `${whole} ${whole % 10 === 1 && whole % 100 !== 11 ? 'год' : whole % 10 > 1 && whole % 10 < 5 && (whole % 100 < 10 || whole % 100 > 20) ? 'года' : 'лет'}`;
};

/** Where a young teacher leads an experienced one the gap is looked for the other way round. */
const experience: Judge = ({ mentee, mentor, kind }) => {
	if (mentee.months === null || mentor.months === null)
		return { degree: half, unknown, reason: 'Педагогический стаж указан не у обоих' };
	const gap = kind === 'reverse' ? mentee.months - mentor.months : mentor.months - mentee.months;
	const degree = Math.max(0, Math.min(full, Math.floor((gap * full) / enoughMonths)));
	if (gap <= 0)
		return {
			degree,
			reason: kind === 'reverse' ? 'Наставник не моложе по стажу' : 'Наставник не опытнее наставляемого'
		};
	return {
		degree,
		reason: `${kind === 'reverse' ? 'Наставляемый' : 'Наставник'} опытнее: разница в стаже ${years(gap)}`
	};
};

const byPlace = [500, 400, 300] as const;
const wish = (named: readonly string[] | null, id: string) => {
	if (named === null) return { degree: half / 2, place: null };
	const at = named.indexOf(id);
	return { degree: at < 0 ? 0 : (byPlace[at] ?? 200), place: at < 0 ? 0 : at + 1 };
};

const wishes: Judge = ({ mentee, mentor }) => {
	const [one, other] = [wish(mentee.named, mentor.id), wish(mentor.named, mentee.id)];
	const degree = one.degree + other.degree;
	if (one.place && other.place)
		return {
			degree,
			reason: `Назвали друг друга: наставляемый на месте ${one.place}, наставник на месте ${other.place}`
		};
	if (one.place) return { degree, reason: `Наставляемый назвал этого наставника, место ${one.place}` };
	if (other.place) return { degree, reason: `Наставник назвал этого наставляемого, место ${other.place}` };
	if (one.place === null && other.place === null) return { degree, unknown, reason: 'О пожеланиях ещё не спрашивали' };
	return { degree, reason: 'Друг друга не назвали' };
};

const talk: Readonly<Record<string, number>> = {
	recommended: 500,
	again: 250,
	'not-now': 0,
	'other-role': 0,
	refused: 0
};
const said: Readonly<Record<string, string>> = {
	recommended: 'рекомендован',
	again: 'поговорить ещё раз',
	'not-now': 'не сейчас',
	'other-role': 'нужна другая роль',
	refused: 'отказался'
};

const interview: Judge = ({ mentee, mentor }) => {
	const of = (outcome: string | null) => (outcome === null ? half / 2 : (talk[outcome] ?? 0));
	const told = [
		...(mentor.interview ? [`наставник – ${said[mentor.interview]}`] : []),
		...(mentee.interview ? [`наставляемый – ${said[mentee.interview]}`] : [])
	];
	return {
		degree: of(mentee.interview) + of(mentor.interview),
		...(told.length === 0 && { unknown }),
		reason: told.length > 0 ? `Собеседование: ${told.join(', ')}` : 'Собеседований ещё не было'
	};
};

const format: Judge = ({ mentee, mentor, kind }) => {
	const name = formatText(kind);
	const agrees = (formats: readonly string[], silent: number) =>
		formats.length === 0 ? silent : formats.includes(kind) ? half : 0;
	const [wanted, can] = [agrees(mentee.formats, half), agrees(mentor.formats, half / 2)];
	const told =
		can === half
			? `Наставник готов: ${name}`
			: mentor.formats.length === 0
				? 'Наставник не сказал, как готов работать'
				: `Наставник называл другую форму, не «${name}»`;
	const silent = mentor.formats.length === 0;
	return {
		degree: wanted + can,
		...(silent && { unknown }),
		reason: wanted === 0 ? `${told}; наставляемый просил другую` : told
	};
};

const place: Judge = ({ mentee, mentor }) => {
	if (mentor.outside) return { degree: 0, reason: `Наставник из другой организации: ${mentor.outside}` };
	if (!mentee.building || !mentor.building) return { degree: half, unknown, reason: 'Здание указано не у обоих' };
	return plain(mentee.building.trim()) === plain(mentor.building.trim())
		? { degree: full, reason: `В одном здании: ${mentor.building}` }
		: { degree: 0, reason: `В разных зданиях: ${mentee.building} и ${mentor.building}` };
};

const byHours = [0, 500, 750] as const;
const time: Judge = ({ mentee, mentor }) => {
	if (mentee.hours.length === 0 || mentor.hours.length === 0)
		return { degree: half, unknown, reason: 'Удобное время указано не у обоих' };
	const common = mentee.hours.filter((one) => mentor.hours.includes(one));
	return {
		degree: byHours[common.length] ?? full,
		reason:
			common.length === 0
				? 'Общего времени нет'
				: `Общее время: ${common
						.slice(0, 3)
						.map((one) => hours[one] ?? one)
						.join(', ')}`
	};
};

const byLoad = [1000, 600, 300] as const;
const load: Judge = ({ leads }) => ({
	degree: byLoad[leads] ?? 0,
	reason: leads === 0 ? 'Сейчас никого не ведёт' : `Уже ведёт: ${leads}`
});

export const judges: Readonly<Record<Part, Judge>> = {
	needs,
	subject,
	experience,
	wishes,
	interview,
	format,
	place,
	time,
	load
};
