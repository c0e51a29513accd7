import type { ColumnRole, DocumentRow, TrueActivity } from '../truth';
import { activity, nobody, small, type Things, times } from './things';

/** A table of an odd shape with its truth; `columns` tell writers only which cells hold lists of people. */
export type Made = {
	columns: ColumnRole[];
	head: string[];
	rows: DocumentRow[];
	stages: string[];
	activities: TrueActivity[];
};
type Shape = (things: Things) => Made;

const stageNames = ['Подготовительный этап', 'Основной этап', 'Заключительный этап'];
const stageMonths = [
	[0, 1],
	[2, 6],
	[7, 8]
] as const;

const ofRow = (things: Things) => ({ ...things.thing(), deadline: things.term(), who: things.people().who });

/** «до 10 сентября, заведующий», or the other way about, under one head. */
const whenAndWho: Shape = (things) => {
	const whenFirst = things.random.chance(0.5);
	const made = times(things.upTo(6, 12), () => ofRow(things));
	return {
		columns: ['number', 'activity', 'mark'],
		head: ['№', 'Мероприятие', whenFirst ? 'Срок, ответственный' : 'Кто и когда'],
		rows: made.map(({ text, deadline, who }, at) => {
			const people = who.map((one) => one.text).join(', ');
			return {
				cells: [String(at + 1), text, whenFirst ? `${deadline.text}, ${people}` : `${people}, ${small(deadline.text)}`]
			};
		}),
		stages: [],
		activities: made.map(({ text, does, deadline, who }) => activity({ text, does }, { deadline, responsible: who }))
	};
};

/** «Провести опрос (сентябрь, психолог)»: nothing but numbers and deeds. */
const inBrackets: Shape = (things) => {
	const made = times(things.upTo(6, 12), (index) => ({
		thing: things.thing(),
		month: things.month(index),
		...things.people()
	}));
	return {
		columns: ['number', 'activity'],
		head: ['№', 'Мероприятие'],
		rows: made.map(({ thing, month, who }, at) => ({
			cells: [String(at + 1), `${thing.text} (${small(month.name)}, ${who.map(({ text }) => text).join(', ')})`]
		})),
		stages: [],
		activities: made.map(({ thing, month, who }) => activity(thing, { deadline: month.deadline, responsible: who }))
	};
};

/** Months over the columns, a line of work in each row, the deeds where they meet. */
const underMonths: Shape = (things) => {
	const months = times(things.upTo(3, 4), (index) => things.month(index));
	const lines = things.random.some(['Документы', 'Встречи', 'Обучение', 'Контроль', 'Поддержка'], 3);
	const withWho = things.random.chance(0.5);
	const activities: TrueActivity[] = [];
	const rows = lines.map((name, stage): DocumentRow => {
		const { who } = withWho ? things.people() : nobody;
		const cells = months.map((month, at) => {
			if (at > 0 && things.random.chance(0.15)) return '';
			const thing = things.thing();
			activities.push(activity(thing, { stage, deadline: month.deadline, responsible: who }));
			return thing.text;
		});
		return { cells: [name, ...cells, ...(withWho ? [who.map(({ text }) => text).join(', ')] : [])] };
	});
	return {
		columns: ['stage', ...months.map(() => 'activity' as const), ...(withWho ? ['responsible' as const] : [])],
		head: ['Направление', ...months.map(({ name }) => name), ...(withWho ? ['Ответственный'] : [])],
		rows,
		stages: lines,
		activities
	};
};

/** Stages with their months over the columns, the deeds one under another. */
const underStages: Shape = (things) => {
	const count = things.upTo(3, 5);
	const ranges = stageMonths.map(([from, to]) => ({ from: things.month(from), to: things.month(to) }));
	const label = (at: number) =>
		`${stageNames[at]} (${small(ranges[at]?.from.name ?? '')} – ${small(ranges[at]?.to.name ?? '')})`;
	const made = stageNames.map(() => times(count, () => things.thing()));
	return {
		columns: ['activity', 'activity', 'activity'],
		head: stageNames.map((_, at) => label(at)),
		rows: times(count, (row) => ({ cells: made.map((column) => column[row]?.text ?? '') })),
		stages: stageNames.map((_, at) => label(at)),
		activities: made.flatMap((column, stage) =>
			column.map((thing) => activity(thing, { stage, deadline: over(ranges[stage]) }))
		)
	};
};
const over = (
	range: { from: ReturnType<Things['month']>; to: ReturnType<Things['month']> } | undefined
): TrueActivity['deadline'] => ({
	text: '',
	kind: 'windows',
	windows: [{ from: range?.from.deadline.windows[0]?.from ?? '', to: range?.to.deadline.windows[0]?.to ?? '' }]
});

/** Stages beside one another, and under each its terms, its deeds and its people: a table on its side. */
const onItsSide: Shape = (things) => {
	const names = ['Подготовка', 'Работа', 'Итоги'];
	const ranges = stageMonths.map(([from, to]) => ({ from: things.month(from), to: things.month(to) }));
	const deeds = names.map(() => times(things.upTo(2, 3), () => things.thing()));
	const people = names.map(() => things.people());
	return {
		columns: ['mark', 'activity', 'activity', 'activity'],
		head: ['Этап', ...names],
		rows: [
			{ cells: ['Сроки', ...ranges.map(({ from, to }) => `${small(from.name)} – ${small(to.name)}`)] },
			{ cells: ['Мероприятия', ...deeds.map((some) => some.map(({ text }, at) => `${at + 1}) ${text}`).join(';\n'))] },
			{ cells: ['Ответственные', ...people.map(({ who }) => who.map(({ text }) => text).join(', '))] }
		],
		stages: names,
		activities: deeds.flatMap((some, stage) =>
			some.map((thing) =>
				activity(thing, { stage, deadline: over(ranges[stage]), responsible: people[stage]?.who ?? [] })
			)
		)
	};
};

/** Who does it over the columns, a month in each row. */
const underPeople: Shape = (things) => {
	const heads = ['Администрация', 'Наставники', 'Молодые педагоги'];
	const activities: TrueActivity[] = [];
	const rows = times(things.upTo(4, 7), (index): DocumentRow => {
		const month = things.month(index);
		const cells = heads.map((text, at) => {
			if (at > 0 && things.random.chance(0.2)) return '';
			const thing = things.thing();
			activities.push(activity(thing, { deadline: month.deadline, responsible: [{ text, kind: 'group' }] }));
			return thing.text;
		});
		return { cells: [month.name, ...cells] };
	});
	return {
		columns: ['deadline', 'activity', 'activity', 'activity'],
		head: ['Месяц', ...heads],
		rows,
		stages: [],
		activities
	};
};

/** Days under the month that heads them. */
const daysUnderMonths: Shape = (things) => {
	const activities: TrueActivity[] = [];
	const rows: DocumentRow[] = [];
	const stages: string[] = [];
	let number = 0;
	for (let index = 0; index < things.upTo(3, 5); index++) {
		const month = things.month(index);
		const [whole] = month.deadline.windows;
		stages.push(month.name);
		rows.push({ cells: [month.name], across: true });
		for (let row = 0; row < things.upTo(2, 4); row++) {
			const [thing, people, day] = [things.thing(), things.people(), things.upTo(1, 27)];
			const on = `${whole?.from.slice(0, 8)}${String(day).padStart(2, '0')}`;
			rows.push({ cells: [String(++number), thing.text, String(day), people.who.map(({ text }) => text).join(', ')] });
			const deadline = { text: String(day), kind: 'windows' as const, windows: [{ from: on, to: on }] };
			activities.push(activity(thing, { stage: index, deadline, responsible: people.who }));
		}
	}
	return {
		columns: ['number', 'activity', 'deadline', 'responsible'],
		head: ['№', 'Событие', 'Числа', 'Кто отвечает'],
		rows,
		stages,
		activities
	};
};

/** Hours beside the days are no end of a term. */
const withHours: Shape = (things) => {
	const made = times(things.upTo(5, 9), (index) => ({
		thing: things.thing(),
		month: things.month(index % 5),
		day: things.upTo(2, 27),
		...things.people()
	}));
	return {
		columns: ['deadline', 'activity', 'mark', 'responsible'],
		head: ['День', 'Мероприятие', 'Время', 'Ответственный'],
		rows: made.map(({ thing, month, day, who }) => ({
			cells: [
				`${String(day).padStart(2, '0')}.${month.deadline.windows[0]?.from.slice(5, 7)}.${month.deadline.windows[0]?.from.slice(0, 4)}`,
				thing.text,
				`${things.upTo(9, 16)}:00`,
				who.map(({ text }) => text).join(', ')
			]
		})),
		stages: [],
		activities: made.map(({ thing, month, day, who }) => {
			const on = `${month.deadline.windows[0]?.from.slice(0, 8)}${String(day).padStart(2, '0')}`;
			return activity(thing, {
				deadline: { text: on, kind: 'windows', windows: [{ from: on, to: on }] },
				responsible: who
			});
		})
	};
};

export const tableShapes = {
	'one column for when and who': whenAndWho,
	'when and who in brackets': inBrackets,
	'months over the columns': underMonths,
	'stages over the columns': underStages,
	'a table on its side': onItsSide,
	'people over the columns': underPeople,
	'days under months': daysUnderMonths,
	'hours beside days': withHours
} satisfies Record<string, Shape>;
