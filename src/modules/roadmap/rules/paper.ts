import { showDate } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';
import type { Period } from './understanding';

/** What a column of the plan on paper holds; `mark` is left empty for a pen. */
export type PaperColumn = 'number' | 'stage' | 'activity' | 'deadline' | 'responsible' | 'results' | 'mark';

/** Orders of columns met in the plans of schools. The first three lose nothing of the plan. */
export const paperLayouts = {
	usual: ['number', 'activity', 'deadline', 'responsible', 'results'],
	staged: ['number', 'stage', 'activity', 'deadline', 'responsible', 'results'],
	'deadline-last': ['number', 'activity', 'responsible', 'results', 'deadline'],
	'without-number': ['activity', 'responsible', 'deadline', 'results'],
	'without-responsible': ['number', 'activity', 'deadline', 'results'],
	'without-results': ['number', 'stage', 'activity', 'deadline', 'responsible'],
	checklist: ['activity', 'responsible', 'mark']
} as const satisfies Record<string, readonly PaperColumn[]>;

export type PaperLayout = keyof typeof paperLayouts;

export const columnHeads: Record<PaperColumn, string> = {
	number: '№',
	stage: 'Этап',
	activity: 'Мероприятие',
	deadline: 'Срок',
	responsible: 'Ответственные',
	results: 'Ожидаемый результат',
	mark: 'Отметка о выполнении'
};

export type PaperActivity = {
	number: string | null;
	title: string;
	/** The words before the list it was an item of. */
	lead: string | null;
	deadline: string | null;
	responsible: readonly string[];
	results: readonly string[];
};

/** `title` null: what stands in no stage. */
export type PaperStage = {
	number: string | null;
	title: string | null;
	goal: string;
	activities: readonly PaperActivity[];
};

export type PaperPlan = { title: string; goal: string; period: Period | null; stages: readonly PaperStage[] };

/** ГОСТ Р 7.0.97-2016, 5.16 and 5.20: a paper is approved by a post («УТВЕРЖДАЮ») or by another paper («УТВЕРЖДЕНО»), with its day and number. */
export const stampKinds = ['РАССМОТРЕНО', 'ПРИНЯТО', 'СОГЛАСОВАНО', 'УТВЕРЖДЕНО', 'УТВЕРЖДАЮ'] as const;
export type StampKind = (typeof stampKinds)[number];

/** `post`: «Директор МБОУ «Школа № 5»» or «на заседании педагогического совета»; `paper`: «приказ № 112-О»; `day`: YYYY-MM-DD. */
export type Stamp = { kind: StampKind; post: string; name: string; paper: string; day: string | null };

/** How the sheet lies; editions approved before there was a choice lie on their side. */
export const sheets = { landscape: 'набок (альбомный)', portrait: 'прямо (книжный)' } as const;
export type Sheet = keyof typeof sheets;

/** What the curator chooses before the plan leaves; three places for stamps, from the left edge of the page to the right. */
export type PaperChoice = { layout: PaperLayout; sheet?: Sheet; annex: string; stamps: readonly (Stamp | null)[] };

/** A choice as the form begins with it: without days and numbers, which are of one order. */
export const valuesOfPaper = ({ layout, sheet = 'landscape', stamps }: PaperChoice): Values => ({
	layout,
	sheet,
	...Object.assign(
		{},
		...stamps.map((stamp, at) =>
			stamp ? { [`kind${at + 1}`]: stamp.kind, [`post${at + 1}`]: stamp.post, [`name${at + 1}`]: stamp.name } : {}
		)
	)
});

/** The lines of a stamp as they stand one under another. Who signs gets a line to sign on; a council has its protocol. */
export function stampLines({ kind, post, name, paper, day }: Stamp): string[] {
	const signature = name ? [`_______________ ${name}`] : paper ? [] : ['_______________'];
	return [kind, post, ...signature, paperLine(paper, day)].filter((line) => line !== '');
}

/** «приказ № 112-О» of a day → «приказ от 28.08.2026 № 112-О». */
function paperLine(paper: string, day: string | null) {
	if (!day) return paper;
	if (!paper) return showDate(day);
	const [, word, number] = /^(.*?)\s*(№.*)$/.exec(paper) ?? [];
	return number ? `${word} от ${showDate(day)} ${number}`.trim() : `${paper} от ${showDate(day)}`;
}

/** A stamp without its kind is no stamp: what was typed for it would be lost without a word. */
export function problemsWithStamp(place: number, { kind, ...typed }: Omit<Stamp, 'kind'> & { kind: string }): Problems {
	const some = Object.values(typed).some(Boolean);
	if (kind === '' && some) return { [`kind${place}`]: 'Выберите гриф или очистите его строки' };
	if (kind !== '' && !some) return { [`post${place}`]: 'Напишите, чей это гриф: должность или совет' };
	return {};
}

type Written = {
	number: string | null;
	title: string;
	lead: string | null;
	deadlineText: string | null;
	stageId: string | null;
	responsible: readonly { text: string; entrusted: boolean }[];
	results: readonly { text: string }[];
};
type Heading = { title: string; goal: string; from: string | null; to: string | null };
type StageHeading = { id: string; number: string | null; title: string; goal: string };

/**
 * The plan at work in the words it is written in: what stands in no stage first, stages that hold nothing left out. Whoever the work
 * was merely given to is no word of the plan.
 */
export function paperPlan(plan: Heading, stages: readonly StageHeading[], activities: readonly Written[]): PaperPlan {
	const inStage = Map.groupBy(activities, ({ stageId }) => stageId);
	const written = (id: string | null) =>
		(inStage.get(id) ?? []).map(({ number, title, lead, deadlineText, responsible, results }) => ({
			number,
			title,
			lead,
			deadline: deadlineText,
			responsible: responsible.filter(({ entrusted }) => !entrusted).map(({ text }) => text),
			results: results.map(({ text }) => text)
		}));
	const loose = { number: null, title: null, goal: '', activities: written(null) };
	const staged = stages.map(({ id, number, title, goal }) => ({ number, title, goal, activities: written(id) }));
	return {
		title: plan.title,
		goal: plan.goal,
		period: plan.from && plan.to ? { from: plan.from, to: plan.to } : null,
		stages: [loose, ...staged].filter((stage) => stage.activities.length > 0)
	};
}

/** «Ершов Геннадий Ильич» → «Г. И. Ершов»: so a name stands beside a signature (ГОСТ Р 7.0.97-2016, 5.22). */
export function besideSignature(full: string) {
	const [family = '', ...given] = full.trim().split(/\s+/);
	return [...given.map((name) => `${name[0]?.toUpperCase()}.`), family].join(' ');
}
