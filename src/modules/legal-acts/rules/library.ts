import { type Actor, has } from '../../../core/actor';
import { showDate } from '../../../core/dates';
import { plainText } from '../../../core/forms';
import { plain } from '../../../core/plain';
import { type ActContent, type ActLevel, actFields, actLevels, type Force, forceOn } from './act';
import { knownActs } from './known-acts';

export const libraryKeepers = ['curator', 'director', 'methodologist', 'authority'] as const;
export const canKeepLibrary = (actor: Pick<Actor, 'roles'>) => has(actor, ...libraryKeepers);

/** An act as the library shows it: the organisation's newest wording, or the program's own. */
export type LibraryAct = ActContent & {
	key: string;
	/** The newest wording of the organisation's; null while it is the program's. */
	version: { id: string; number: number; hash: string; brought: boolean } | null;
	fileId: string | null;
	fileName: string | null;
};

/** What a library holds at most: a region's with its districts has some hundreds. */
export const mostActs = 1000;

/** What the organisation has, and what the program knows besides. */
export function libraryOf(own: readonly LibraryAct[], gone: readonly string[] = []): LibraryAct[] {
	const there = new Set([...own.map(({ key }) => key), ...gone]);
	const known = knownActs
		.filter(({ code }) => !there.has(code))
		.map((act) => ({ ...contentOf(act), key: act.code, version: null, fileId: null, fileName: null }));
	return [...own, ...known];
}

/** The words alone, in their order: what is hashed, compared and given in a file. */
export const contentOf = (act: ActContent): ActContent =>
	Object.fromEntries(actFields.map((field) => [field, act[field]])) as ActContent;

/** «Приказ Минпросвещения России от 06.11.2024 № 779» */
export const actName = ({ form, body, number, signedOn, title }: ActContent) =>
	form === 'Кодекс' || !number
		? title || form
		: [
				form,
				/^(Федеральный закон|Национальный|Письмо|Указ)/.test(form) ? '' : body,
				signedOn && `от ${showDate(signedOn)}`,
				/^(ГОСТ|ст\.)/.test(number) ? number : `№ ${number}`
			]
				.filter(Boolean)
				.join(' ');

export const forceWords: Record<Force, string> = {
	'in-force': 'действует',
	future: 'ещё не действует',
	lapsed: 'не действует'
};

export const actSorts = ['level', 'title', 'signedOn', 'force'] as const;
export type ActSort = (typeof actSorts)[number];
export const libraryPage = 25;

export type LibraryWanted = {
	q: string;
	level: ActLevel | '';
	force: Force | 'unsure' | '';
	sort: ActSort;
	down: boolean;
	page: number;
};

export const libraryWanted = (query: Readonly<Record<string, string>>): LibraryWanted => {
	const { q = '', level = '', force = '', sort = '', down, page = '' } = query;
	return {
		q: plainText(q).trim().slice(0, 200),
		level: level in actLevels ? (level as ActLevel) : '',
		force: force in forceWords || force === 'unsure' ? (force as LibraryWanted['force']) : '',
		sort: actSorts.find((one) => one === sort) ?? 'level',
		down: down === '1',
		page: /^\d{1,3}$/.test(page) ? Math.max(1, Number(page)) : 1
	};
};

export function libraryAddress(wanted: LibraryWanted, change: Partial<LibraryWanted> = {}, path = '/legal-acts') {
	const { q, level, force, sort, down, page } = { ...wanted, page: 1, ...change };
	const query = new URLSearchParams({
		...(q && { q }),
		...(level && { level }),
		...(force && { force }),
		...(sort !== 'level' && { sort }),
		...(down && { down: '1' }),
		...(page > 1 && { page: String(page) })
	});
	return query.size > 0 ? `${path}?${query}` : path;
}

const levels = Object.keys(actLevels);
const forces: readonly Force[] = ['lapsed', 'future', 'in-force'];
const words = (act: LibraryAct) => plain(`${actName(act)} ${act.title} ${act.body} ${act.note} ${act.replacedBy}`);

/** What was asked for, with how many each filter would show. */
export function findIn(library: readonly LibraryAct[], wanted: LibraryWanted, today: string) {
	const asked = plain(wanted.q).split(/\s+/).filter(Boolean);
	const found = library.filter((act) => asked.every((word) => words(act).includes(word)));
	const ofForce = (act: LibraryAct, force: LibraryWanted['force']) =>
		!force || (force === 'unsure' ? act.unsure : forceOn(act, today) === force);
	const ofLevel = (act: LibraryAct, level: LibraryWanted['level']) => !level || act.level === level;
	const by: Record<ActSort, (act: LibraryAct) => string> = {
		level: ({ level }) => String(levels.indexOf(level)),
		title: ({ title }) => plain(title),
		signedOn: ({ signedOn }) => signedOn ?? '',
		force: (act) => String(forces.indexOf(forceOn(act, today)))
	};
	const order = (a: LibraryAct, b: LibraryAct) =>
		(wanted.down ? -1 : 1) * by[wanted.sort](a).localeCompare(by[wanted.sort](b), 'ru') ||
		actName(a).localeCompare(actName(b), 'ru', { numeric: true });
	const acts = found.filter((act) => ofForce(act, wanted.force) && ofLevel(act, wanted.level)).toSorted(order);
	const count = (level: LibraryWanted['level'], force: LibraryWanted['force']) =>
		found.filter((act) => ofForce(act, force) && ofLevel(act, level)).length;
	return { acts, count };
}
