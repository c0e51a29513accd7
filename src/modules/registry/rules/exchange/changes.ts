import { showDate } from '../../../../core/dates';
import { plain } from '../../../../core/plain';
import type { OfferBrief, Programme, RegisterLine } from '../line';
import { deficitsOf } from '../line';
import { categories, formatText, type Register } from '../registers';
import type { TopicNames } from '../topics';
import type { ForeignRow, ToldOffer, ToldProgramme } from './reading';

/** A difficulty named without a level is a noticeable one. */
const usualLevel = 2;

/** What an accepted row writes into the register; `label`, `from` and `to` say it. */
export type Change = { label: string; from: string; to: string } & (
	| { kind: 'request'; words: string; deficits: { topic: string; level: number }[] }
	| { kind: 'offer'; offer: ToldOffer }
	| { kind: 'programme'; programme: ToldProgramme; ends: Programme | null }
);

const same = (one: string, other: string) => squeezed(one) === squeezed(other);
/** «Петрова А. И.» of either writing. */
const shortName = (name: string) =>
	name
		.split(' ')
		.map((part, at) => (at === 0 ? part : `${part[0]}.`))
		.join(' ');
const squeezed = (text: string) =>
	plain(text)
		.replace(/[;,]\s*/g, ', ')
		.replace(/\s+/g, ' ')
		.trim();

/** The first day the row itself tells, when it does not say since when somebody is in the register. */
export const firstDayOf = ({ programmes }: Pick<ForeignRow, 'programmes'>) =>
	programmes.map(({ from }) => from).sort()[0] ?? null;

/** What hinders loading a row of somebody who is in the register since `from`. */
export function problemsOf(row: ForeignRow, from: string | null, today: string) {
	const problems: string[] = [];
	if (row.since && row.since > today) problems.push('День внесения в банк ещё не наступил');
	for (const { from: begun, to } of row.programmes) {
		if (from && begun < from) problems.push(`В банке с ${showDate(from)}: в программу входят не раньше`);
		if (to && to > today) problems.push('День завершения программы ещё не наступил');
	}
	return [...new Set(problems)];
}

/** What the row says otherwise than the register does; what it does not say stays. */
export function changesOf(
	row: ForeignRow,
	line: RegisterLine | undefined,
	{ register, names }: { register: Register; names: TopicNames }
): Change[] {
	const said = register === 'mentees' ? requestChange(row, line, names) : offerChange(row, line?.offer ?? null, names);
	return [...said, ...row.programmes.flatMap((one) => programmeChange(one, line?.programmes ?? []))];
}

function requestChange({ request, deficits }: ForeignRow, line: RegisterLine | undefined, names: TopicNames): Change[] {
	const open = line?.requests ?? [];
	const known = [...open.map(({ words }) => words), open.map(({ words }) => words).join('; ')];
	const levels = new Map(line ? deficitsOf(line) : []);
	// The strongest level counts (rules/line.ts): a weaker one would change nothing, and a level that is not told asks nothing more.
	const others = deficits
		.map(({ topic, level }) => ({ topic, level: level ?? (levels.has(topic) ? 0 : usualLevel) }))
		.filter(({ topic, level }) => level > (levels.get(topic) ?? 0));
	const isKnown = !request || known.some((words) => same(words, request));
	if (isKnown && others.length === 0) return [];
	const words = isKnown ? 'Затруднения, названные в файле' : request;
	const told = others.map(({ topic, level }) => `${names.get(topic) ?? topic} (${level})`).join(', ');
	return [
		{
			kind: 'request',
			label: isKnown ? 'Затруднения' : 'Запрос',
			from: isKnown ? '' : open.map((one) => one.words).join('; '),
			to: [!isKnown && request, told].filter(Boolean).join('. '),
			words,
			deficits: others
		}
	];
}

const offerWords: { [F in keyof Required<ToldOffer>]: (value: Required<ToldOffer>[F], names: TopicNames) => string } = {
	competences: (topics, names) => topics.map((topic) => names.get(topic) ?? topic).join(', '),
	otherCompetences: String,
	achievements: String,
	interests: String,
	freeTime: String,
	capacity: String,
	formats: (all) => all.map(formatText).join(', '),
	wishes: String,
	category: (category) => categories[category]
};
const offerLabels: Record<keyof ToldOffer, string> = {
	competences: 'компетенции',
	otherCompetences: 'другие компетенции',
	achievements: 'достижения',
	interests: 'интересы',
	freeTime: 'свободное время',
	capacity: 'сколько наставляемых',
	formats: 'формы',
	wishes: 'пожелания',
	category: 'категория'
};

function offerChange({ offer }: ForeignRow, known: OfferBrief | null, names: TopicNames): Change[] {
	const say = <F extends keyof ToldOffer>(field: F, value: ToldOffer[F]) =>
		value === undefined ? '' : offerWords[field](value as never, names);
	const asSet = (field: string, text: string) =>
		field === 'competences' || field === 'formats' ? squeezed(text).split(', ').sort().join(', ') : squeezed(text);
	const differing = (Object.keys(offer) as (keyof ToldOffer)[]).filter(
		(field) => asSet(field, say(field, offer[field])) !== asSet(field, known ? say(field, known[field] as never) : '')
	);
	// Blank «другие компетенции» came with the competences; they are told only together.
	const told = differing.filter((field) => known || say(field, offer[field]) !== '');
	if (told.length === 0) return [];
	const line = (of: (field: keyof ToldOffer) => string) =>
		told.map((field) => `${offerLabels[field]}: ${of(field) || 'нет'}`).join('; ');
	return [
		{
			kind: 'offer',
			label: known ? 'Предложение' : 'Новое предложение',
			from: known ? line((field) => say(field, known[field] as never)) : '',
			to: line((field) => say(field, offer[field])),
			offer: Object.fromEntries(told.map((field) => [field, offer[field]]))
		}
	];
}

function programmeChange(told: ToldProgramme, known: readonly Programme[]): Change[] {
	const sameDay = known.filter(({ from }) => from === told.from);
	const met =
		sameDay.find(({ partner }) => told.partner !== '' && same(partner, told.partner)) ??
		sameDay.find(({ partner }) => told.partner !== '' && same(shortName(partner), shortName(told.partner))) ??
		(told.partner === '' || sameDay.length === 1 ? sameDay[0] : undefined);
	const words = [
		`с ${showDate(told.from)}`,
		told.to && `по ${showDate(told.to)}`,
		told.partner && `, ${told.partner}`,
		told.results && `, ${told.results}`
	];
	const to = words.filter(Boolean).join(' ').replaceAll(' ,', ',');
	if (!met) return [{ kind: 'programme', label: 'В программе', from: '', to, programme: told, ends: null }];
	if (!told.to || met.to || met.mentorship) return []; // a pair ends on its own page
	const kept = { ...told, results: told.results || met.results, caseUrl: told.caseUrl || met.caseUrl };
	return [{ kind: 'programme', label: 'Программа завершена', from: 'идёт', to, programme: kept, ends: met }];
}
