import type { TrueActivity } from '../truth';
import { activity, small, type Things, times } from './things';

/** A plan told in lines, with no table at all. */
export type Told = { lines: string[]; activities: TrueActivity[]; stages?: string[]; above?: string[] };
type Shape = (things: Things) => Told;

const inMonth = ['сентябре', 'октябре', 'ноябре', 'декабре', 'январе', 'феврале', 'марте', 'апреле', 'мае'];

/** «Познакомить новичков со школой (сентябрь, завуч)»: lines without a number. */
const brackets: Shape = (things) => {
	const made = times(things.upTo(5, 9), (index) => ({
		thing: things.thing(),
		month: things.month(index),
		...things.people()
	}));
	return {
		lines: made.map(
			({ thing, month, who }) => `${thing.text} (${small(month.name)}, ${who.map(({ text }) => text).join(', ')})`
		),
		activities: made.map(({ thing, month, who }) => activity(thing, { deadline: month.deadline, responsible: who }))
	};
};

/** «1. Провести опрос. Срок: май. Ответственный: завуч.» */
const labels: Shape = (things) => {
	const made = times(things.upTo(5, 9), (index) => ({
		thing: things.thing(),
		month: things.month(index),
		...things.people()
	}));
	return {
		lines: made.map(
			({ thing, month, who }, at) =>
				`${at + 1}. ${thing.text}. Срок: ${small(month.name)}. Ответственный: ${who.map(({ text }) => text).join(', ')}`
		),
		activities: made.map(({ thing, month, who }) => activity(thing, { deadline: month.deadline, responsible: who }))
	};
};

/** «Сентябрь: издать приказ; собрать анкеты.» */
const monthAndDeeds: Shape = (things) => {
	const made = times(things.upTo(4, 7), (index) => ({
		month: things.month(index),
		some: times(things.upTo(2, 3), () => things.thing())
	}));
	return {
		lines: made.map(({ month, some }) => `${month.name}: ${some.map(({ text }) => small(text)).join('; ')}.`),
		stages: made.map(({ month }) => month.name),
		activities: made.flatMap(({ month, some }, stage) =>
			some.map((thing) => activity(thing, { stage, deadline: month.deadline }))
		)
	};
};

/** A month in a line of its own, the deeds under it, each after a dash. */
const monthOverLines: Shape = (things) => {
	const made = times(things.upTo(4, 7), (index) => ({
		month: things.month(index),
		some: times(things.upTo(2, 3), () => things.thing())
	}));
	return {
		lines: made.flatMap(({ month, some }) => [month.name, ...some.map(({ text }) => `- ${text}`)]),
		stages: made.map(({ month }) => month.name),
		activities: made.flatMap(({ month, some }, stage) =>
			some.map((thing) => activity(thing, { stage, deadline: month.deadline }))
		)
	};
};

/** «В сентябре директор: …»? No: «В сентябре – анкетирование педагогов.», sentence by sentence. */
const sentences: Shape = (things) => {
	const made = times(things.upTo(5, 8), (index) => ({ thing: things.thing(), month: things.month(index), at: index }));
	return {
		lines: made.map(({ thing, at }) => `В ${inMonth[at % 9]} – ${small(thing.text)}.`),
		activities: made.map(({ thing, month }) => activity(thing, { deadline: month.deadline }))
	};
};

/** The clauses of the order that approves the plan stand before its numbered lines. */
const afterAnOrder: Shape = (things) => ({
	...labels(things),
	above: [
		'МКОУ «Полянская школа»',
		'ПРИКАЗ',
		`от 01.09.${things.year} № ${things.upTo(10, 90)}`,
		'В целях помощи новым педагогам ПРИКАЗЫВАЮ:',
		'1. Утвердить план мероприятий (приложение).',
		`2. Методисту Уткиной Р.Р. довести план до всех в срок до 10.09.${things.year}.`,
		'3. Контроль оставляю за собой.',
		'Директор Кулебякина Л.И.',
		`Приложение к приказу от 01.09.${things.year} № 27`
	]
});

export const proseShapes = {
	'lines with brackets': brackets,
	'numbered lines with labels': labels,
	'a month and its deeds in one line': monthAndDeeds,
	'months over dashes': monthOverLines,
	'sentences that begin with their month': sentences,
	'an order before the lines': afterAnOrder
} satisfies Record<string, Shape>;
