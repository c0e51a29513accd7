import { results as resultBank } from './bank/results';
import { titlesFor } from './bank/titles';
import { inventDeadline, type Span } from './deadlines';
import { inventFrame, inventSpan } from './frame';
import { inventNoise } from './noise';
import { type Random, randomFrom } from './random';
import { inventResponsible, type Kind } from './responsibles';
import { inventGoal, inventStages } from './stages';
import type { ColumnRole, DocumentRow, Invented, TrueActivity, TrueDeadline } from './truth';

/** Every third seed is held out: its figures are reported, its documents are not looked at. */
export const isHeldOut = (seed: number) => seed % 3 === 2;

const heads: Record<ColumnRole, readonly string[]> = {
	number: ['№', '№ п/п', '№\nп/п', 'N п/п'],
	stage: ['Этап', 'Наименование этапа', 'Этапы', 'Направление', 'Наименование\nэтапа'],
	activity: [
		'Мероприятие',
		'Мероприятия',
		'Наименование мероприятия',
		'Содержание деятельности',
		'Содержание работы',
		'Содержание'
	],
	deadline: ['Срок', 'Сроки', 'Срок исполнения', 'Сроки проведения', 'Срок реализации', 'Дата', 'Сроки\nреализации'],
	responsible: [
		'Ответственный',
		'Ответственные',
		'Исполнители',
		'Ответственные исполнители',
		'Ответственные лица',
		'Ответственный\nисполнитель'
	],
	results: ['Результат', 'Ожидаемый результат', 'Планируемый результат', 'Вид документа', 'Ожидаемые\nрезультаты'],
	mark: ['Отметка о выполнении', 'Примечание', '']
};

const orders: readonly (readonly ColumnRole[])[] = [
	['number', 'activity', 'deadline', 'responsible'],
	['number', 'activity', 'deadline', 'responsible', 'results'],
	['number', 'activity', 'responsible', 'results', 'deadline'],
	['number', 'activity', 'deadline', 'results'],
	['activity', 'responsible', 'deadline', 'results'],
	['activity', 'deadline', 'responsible'],
	['number', 'activity', 'responsible', 'deadline'],
	['number', 'activity', 'deadline', 'mark', 'responsible'],
	['activity', 'responsible', 'mark'],
	['number', 'deadline', 'activity', 'responsible'],
	['number', 'activity', 'results', 'deadline', 'responsible'],
	['deadline', 'activity', 'responsible']
];

/** One invented roadmap and the truth about it: the same for the same seed, always. */
export function invent(seed: number): Invented {
	const random = randomFrom(seed);
	const kind = random.pick<Kind>([
		'school',
		'school',
		'school',
		'kindergarten',
		'kindergarten',
		'college',
		'sport',
		'district'
	]);
	const { span, words } = inventSpan(random);
	const frame = inventFrame(random, kind, words, span.years[0] ?? 2024);
	const { manner, stages } = inventStages(random);
	const order = random.pick(orders);
	const columns: ColumnRole[] = manner.startsWith('column')
		? order[0] === 'number'
			? ['number', 'stage', ...order.slice(1)]
			: ['stage', ...order]
		: [...order];
	const head = columns.map((role) => random.pick(heads[role]));
	const about = {
		random,
		kind,
		span,
		columns,
		named: random.chance(0.35),
		titles: shuffled(random, titlesFor(isHeldOut(seed)))
	};
	const rows: DocumentRow[] = [];
	const activities: TrueActivity[] = [];
	const traits = [kind, span.kind, manner, ...frame.traits];
	if (random.chance(0.12)) {
		rows.push({ cells: columns.map((_, index) => String(index + 1)) });
		traits.push('numbered columns');
	}
	const withGoals = manner === 'section' && random.chance(0.2);
	if (withGoals) traits.push('stage goals');
	const groups = stages.length ? stages : [null];
	const perGroup = stages.length > 5 ? 4 : stages.length ? 7 : 24;
	const restarts = random.chance(0.4);
	let number = 0;
	groups.forEach((stage, index) => {
		if (stage && manner === 'section') rows.push({ cells: [stage.label], across: true });
		if (withGoals) rows.push({ cells: [inventGoal(random)], across: true });
		if (restarts) number = 0;
		const count = 2 + random.upTo(perGroup);
		for (let row = 0; row < count; row++) {
			const made = inventRow(about, stage ? index : null);
			activities.push(...made.gives);
			if (made.list) traits.push('list in a cell');
			const cells = columns.map((role) => {
				if (role === 'number')
					return manner.startsWith('column') ? (row === 0 ? String(index + 1) : '') : String(++number);
				if (role === 'stage') return row === 0 || manner === 'column-repeated' ? (stage?.label ?? '') : '';
				return made.cells[role] ?? '';
			});
			const asAbove = new Set(
				manner === 'column-merged' && row > 0
					? columns.flatMap((role, at) => (role === 'stage' || role === 'number' ? [at] : []))
					: []
			);
			rows.push({ cells, asAbove });
		}
	});
	if (random.chance(0.15)) traits.push(...breakPage(random, rows, columns, head));
	const noise = inventNoise(random);
	if (noise) traits.push(noise.name);
	const spoil = noise?.spoil ?? ((text: string) => text);
	return {
		seed,
		before: frame.before,
		columns,
		head,
		rows: rows.map((row) => ({
			...row,
			cells: row.cells.map((cell, at) => (noisy(columns[at]) ? spoil(cell) : cell))
		})),
		after: frame.after,
		truth: { title: frame.title, period: span.period, stages: stages.map(({ title }) => title), activities },
		traits: [...new Set(traits)]
	};
}

const noisy = (role: ColumnRole | undefined) =>
	role === 'activity' || role === 'results' || role === 'responsible' || role === 'deadline';
const shuffled = <T>(random: Random, list: readonly T[]) => random.some(list, list.length);

/** An empty deadline left of the activity says «as above»; a row with its activity alone could as well be a heading. */
const mayBeEmpty = (columns: readonly ColumnRole[], role: ColumnRole) =>
	columns.includes('deadline') && (role !== 'deadline' || columns.indexOf('deadline') > columns.indexOf('activity'));

type About = {
	random: Random;
	kind: Kind;
	span: Span;
	columns: readonly ColumnRole[];
	named: boolean;
	titles: ReturnType<typeof titlesFor>;
};

function inventRow({ random, kind, span, columns, named, titles }: About, stage: number | null) {
	const deadline: TrueDeadline =
		columns.includes('deadline') && !(random.chance(0.03) && mayBeEmpty(columns, 'deadline'))
			? inventDeadline(random, span)
			: { text: '', kind: 'none', windows: [] };
	const { text: people, who } =
		columns.includes('responsible') && !(random.chance(0.03) && mayBeEmpty(columns, 'responsible'))
			? inventResponsible(random, kind, named)
			: { text: '', who: [] };
	const results = columns.includes('results') ? random.some(resultBank, random.pick([0, 1, 1, 1, 2, 3])) : [];
	const list = random.chance(0.06);
	const things = list ? 2 + random.upTo(3) : 1;
	const taken = Array.from(
		{ length: things },
		() => titles.pop() ?? { text: 'Подведение итогов программы', does: ['report'] as const }
	);
	const marks = random.pick([
		['-', '-', '-', '-'],
		['1)', '2)', '3)', '4)'],
		['•', '•', '•', '•'],
		['1.', '2.', '3.', '4.']
	]);
	const lead = random.chance(0.4) ? 'Работа с участниками программы:\n' : '';
	const written = list
		? lead + taken.map(({ text }, at) => `${marks[at]} ${text}`).join(random.pick([';\n', '\n', '.\n']))
		: `${taken[0]?.text}${random.chance(0.15) ? '.' : ''}`;
	const gives = taken.map(
		({ text, does }): TrueActivity => ({ title: text, stage, deadline, responsible: who, results, does })
	);
	const joint = random.pick(['; ', '\n', ';\n']);
	const bulleted = results.length > 1 && random.chance(0.3);
	const resultCell = bulleted ? results.map((result) => `- ${result}`).join('\n') : results.join(joint);
	const cells: Partial<Record<ColumnRole, string>> = {
		activity: written,
		deadline: deadline.text,
		responsible: people,
		results: resultCell,
		mark: ''
	};
	return { gives, cells, list };
}

/** A page ends in the table: its head is repeated, or the tail of the last activity stands alone on the next page. */
function breakPage(
	random: Random,
	rows: DocumentRow[],
	columns: readonly ColumnRole[],
	head: readonly string[]
): string[] {
	const activity = columns.indexOf('activity');
	const at = rows.findIndex(
		({ cells, across }, index) =>
			index >= rows.length / 2 &&
			!across &&
			(cells[activity] ?? '').split(' ').length >= 5 &&
			!/\n/.test(cells[activity] ?? '')
	);
	if (at < 1) return [];
	if (random.chance(0.5)) {
		rows.splice(at, 0, { cells: [...head], afterBreak: true });
		return ['repeated head'];
	}
	const row = rows[at] as DocumentRow;
	const words = (row.cells[activity] ?? '').split(' ');
	const kept = words.slice(0, -2).join(' ');
	rows[at] = { ...row, cells: row.cells.map((cell, column) => (column === activity ? kept : cell)) };
	rows.splice(at + 1, 0, {
		cells: columns.map((_, column) => (column === activity ? words.slice(-2).join(' ') : '')),
		afterBreak: true
	});
	return ['page-break tail'];
}
