import * as v from 'valibot';
import { parseDate, showDate } from '../../../core/dates';
import { plainText } from '../../../core/forms';
import { plain } from '../../../core/plain';
import { type ActContent, type ActLevel, actFieldNames, actFields, actLevels } from './act';
import { knownActs } from './known-acts';
import { actName, contentOf, type LibraryAct, mostActs } from './library';

/** What a district gives its schools in one file: its acts with their wordings, the schools' own local ones left out. */
export type LibraryFile = {
	format: 'nastavnik-legal-acts';
	version: 1;
	organisation: string;
	madeOn: string;
	acts: readonly { key: string; number: number; hash: string; contents: ActContent }[];
};

export const libraryFileBytes = 2 * 1024 * 1024;

export const libraryFile = (
	library: readonly LibraryAct[],
	{ organisation, madeOn, hashOf }: { organisation: string; madeOn: string; hashOf: (act: ActContent) => string }
): LibraryFile => ({
	format: 'nastavnik-legal-acts',
	version: 1,
	organisation,
	madeOn,
	acts: library
		.filter(({ level }) => level !== 'local')
		.map((act) => ({
			key: act.key,
			number: act.version?.number ?? 0,
			hash: hashOf(contentOf(act)),
			contents: contentOf(act)
		}))
});

const isDay = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day) && parseDate(showDate(day)) === day;
const line = (max: number) =>
	v.pipe(
		v.string(),
		v.maxLength(max),
		v.check((text) => plainText(text) === text) // what no database holds
	);
const day = v.nullable(v.pipe(v.string(), v.check(isDay)));
const contents = v.strictObject({
	level: v.picklist(Object.keys(actLevels) as ActLevel[]),
	form: line(100),
	body: line(300),
	number: line(60),
	signedOn: day,
	title: v.pipe(line(600), v.minLength(1)),
	from: day,
	to: day,
	replacedBy: line(300),
	link: v.pipe(line(500), v.regex(/^$|^https?:\/\/\S+$/)),
	note: line(2000),
	unsure: v.boolean()
});
const fileSchema = v.object({
	format: v.literal('nastavnik-legal-acts'),
	version: v.literal(1),
	organisation: line(300),
	madeOn: v.pipe(v.string(), v.check(isDay)),
	acts: v.pipe(
		v.array(
			v.object({
				key: v.pipe(line(80), v.regex(/^[a-z0-9-]+$/)),
				number: v.pipe(v.number(), v.integer(), v.minValue(0)),
				hash: line(64),
				contents
			})
		),
		v.maxLength(mostActs)
	)
});

export type FileRead = { ok: true; file: LibraryFile } | { ok: false; reason: string };

/** Reads what somebody sent as a library: a sentence when it is none, or when somebody has changed it on its way. */
export function readLibraryFile(text: string, hashOf: (act: ActContent) => string): FileRead {
	const refused = (reason: string): FileRead => ({ ok: false, reason });
	let json: unknown;
	try {
		json = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		return refused(
			'Это не файл библиотеки актов. Нужен файл «Библиотека актов.json», который выгрузила эта программа.'
		);
	}
	const parsed = v.safeParse(fileSchema, json);
	if (!parsed.success) {
		const [issue] = parsed.issues;
		const at = issue.path?.map(({ key }) => key) ?? [];
		if (at[0] !== 'acts' || typeof at[1] !== 'number')
			return refused(
				at[0] === 'acts'
					? `В файле больше ${mostActs} актов или нет ни одного списка. Выгрузите библиотеку заново.`
					: 'Это файл другого вида или другой версии программы. Нужен файл «Библиотека актов.json».'
			);
		const field =
			typeof at[3] === 'string' && at[3] in actFieldNames ? actFieldNames[at[3] as keyof ActContent] : at[2];
		return refused(`Акт № ${at[1] + 1} в файле записан с ошибкой: ${field}. Выгрузите библиотеку заново.`);
	}
	const file = parsed.output as LibraryFile;
	if (new Set(file.acts.map(({ key }) => key)).size !== file.acts.length)
		return refused('В файле один и тот же акт стоит дважды. Выгрузите библиотеку заново.');
	const spoilt = file.acts.find((act) => hashOf(act.contents) !== act.hash);
	if (spoilt)
		return refused(
			`Слова акта «${actName(spoilt.contents)}» изменены после выгрузки: его контрольная сумма другая. Попросите файл ещё раз.`
		);
	return { ok: true, file };
}

export type Field = keyof ActContent;

/** What a file proposes of one act. `conflicts`: both sides have changed it since the last file. */
export type Proposal = {
	/** The act's key here: the same act typed in by hand has another than in the file. */
	key: string;
	what: 'new' | 'changed';
	mine: LibraryAct | null;
	/** The wording here with what has changed above put into it. */
	merged: ActContent;
	changes: readonly { field: Field; mine: string; theirs: string; conflict: boolean }[];
};

export const shownValue = (field: Field, value: ActContent[Field]): string => {
	if (value === null || value === '') return '–';
	if (typeof value === 'boolean') return value ? 'да' : 'нет';
	if (field === 'level') return actLevels[value as ActLevel];
	return /^\d{4}-\d\d-\d\d$/.test(value) ? showDate(value) : value;
};

const sameAct = (a: ActContent, b: ActContent) =>
	a.number !== '' && plain(a.number) === plain(b.number) && a.signedOn !== null && a.signedOn === b.signedOn;

/**
 * The three-way difference: what the file brings since the last one (`bases`: what was brought then, by key), put to what stands
 * here. What only this organisation has changed is left as it is.
 */
export function proposalsOf(
	file: LibraryFile,
	library: readonly LibraryAct[],
	bases: ReadonlyMap<string, ActContent>
): Proposal[] {
	return file.acts.flatMap(({ key: theirKey, contents: theirs }): Proposal[] => {
		const mine = library.find(({ key }) => key === theirKey) ?? library.find((act) => sameAct(act, theirs)) ?? null;
		if (!mine) {
			const changes = actFields
				.filter((field) => shownValue(field, theirs[field]) !== '–' && field !== 'unsure')
				.map((field) => ({ field, mine: '–', theirs: shownValue(field, theirs[field]), conflict: false }));
			return [{ key: theirKey, what: 'new', mine: null, merged: theirs, changes }];
		}
		const known = knownActs.find(({ code }) => code === mine.key);
		const base = bases.get(mine.key) ?? (known ? contentOf(known) : null);
		const moved = actFields.filter((field) => theirs[field] !== mine[field] && theirs[field] !== base?.[field]);
		if (moved.length === 0) return [];
		const changes = moved.map((field) => ({
			field,
			mine: shownValue(field, mine[field]),
			theirs: shownValue(field, theirs[field]),
			conflict: base !== null && mine[field] !== base[field]
		}));
		const merged = { ...contentOf(mine), ...Object.fromEntries(moved.map((field) => [field, theirs[field]])) };
		return [{ key: mine.key, what: 'changed', mine, merged: merged as ActContent, changes }];
	});
}

export const hasConflict = ({ changes }: Proposal) => changes.some(({ conflict }) => conflict);
