import { addDays, parseDate, showDate } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';

/** What is told to whom, when and how. */
export type PromotionLine = { on: string | null; what: string; audience: string; channel: string; responsible: string };

export const mostLines = 40;
/** Empty lines a form always has. */
export const spareLines = 3;

const line = (days: number, what: string, audience: string, channel: string) => ({ days, what, audience, channel });
const usual = [
	line(0, 'Объявление: ищем наставников', 'педагоги', 'педсовет, «События» программы'),
	line(
		3,
		'Памятка: что даёт наставничество, как оформляется и оплачивается',
		'педагоги',
		'учительская, чат коллектива'
	),
	line(
		5,
		'Личные приглашения тем, у кого высокая категория и желание делиться',
		'возможные наставники',
		'беседа с куратором'
	),
	line(7, 'Анкета «Чем я могу быть полезен в качестве наставника?»', 'педагоги', '«Анкеты» программы, бумажный лист'),
	line(14, 'Рассказ пары прошлого года: с чего начали и что получилось', 'коллектив, родители', 'сайт, страница школы'),
	line(18, 'Встреча с действующими наставниками: вопросы и ответы', 'откликнувшиеся', 'групповая встреча'),
	line(21, 'Итог: кто откликнулся, благодарность, сбор согласий', 'откликнувшиеся', 'письмо, «Согласия» программы')
];

/** What a plan begins with, in our words, from a day on. */
export const startingLines = (from: string): PromotionLine[] =>
	usual.map(({ days, ...rest }) => ({ ...rest, on: addDays(from, days), responsible: 'куратор' }));

const fields = ['on', 'what', 'audience', 'channel', 'responsible'] as const;

export const valuesOfLines = (lines: readonly PromotionLine[]): Values => ({
	lines: String(lines.length + spareLines),
	...Object.fromEntries(
		lines.flatMap((one, at) =>
			fields.map((field) => [`${field}-${at}`, field === 'on' ? (one.on ? showDate(one.on) : '') : one[field]])
		)
	)
});

/** Lines out of a form, by their days; those without a day last. What is wrong is told beside its field; an empty line goes. */
export function linesFromValues(values: Values): { lines: PromotionLine[]; problems: Problems } {
	const problems: Problems = {};
	const lines: PromotionLine[] = [];
	const count = Math.min(Math.max(0, Number.parseInt(values.lines ?? '', 10) || 0), mostLines + spareLines);
	for (let at = 0; at < count; at += 1) {
		const text = (field: string, most: number) => (values[`${field}-${at}`] ?? '').trim().slice(0, most);
		const [typed, what] = [text('on', 10), text('what', 500)];
		const on = typed ? parseDate(typed) : null;
		const [audience, channel, responsible] = [text('audience', 200), text('channel', 200), text('responsible', 200)];
		if (on === undefined) problems[`on-${at}`] = `Строка ${at + 1}: укажите день, ДД.ММ.ГГГГ`;
		if (!what && (typed || audience || channel))
			problems[`what-${at}`] = `Строка ${at + 1}: напишите, что делаем, или сотрите остальное`;
		if (what) lines.push({ on: on ?? null, what, audience, channel, responsible });
	}
	const last = '9999-12-31';
	return {
		lines: lines.sort((a, b) => ((a.on ?? last) < (b.on ?? last) ? -1 : (a.on ?? last) > (b.on ?? last) ? 1 : 0)),
		problems
	};
}
