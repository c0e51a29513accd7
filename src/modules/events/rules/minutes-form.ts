import { parseDate, showDate } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';
import type { Decision, MinutesItem, Votes } from './minutes';

/** The most points and decisions that a form may send. */
export const mostItems = 30;
export const mostDecisions = 12;

const nameOf = (item: number, what: string, decision?: number) =>
	decision === undefined ? `${what}-${item}` : `${what}-${item}-${decision}`;
export const fieldOf = nameOf;

/** Points as the form shows them; each has an empty line for one more decision. */
export function valuesOfItems(items: readonly MinutesItem[]): Values {
	const values: Values = { items: String(items.length) };
	items.forEach(({ question, speaker, heard, decisions, votes }, at) => {
		Object.assign(values, {
			[nameOf(at, 'question')]: question,
			[nameOf(at, 'speaker')]: speaker,
			[nameOf(at, 'heard')]: heard,
			[nameOf(at, 'for')]: votes ? String(votes.for) : '',
			[nameOf(at, 'against')]: votes ? String(votes.against) : '',
			[nameOf(at, 'abstained')]: votes ? String(votes.abstained) : '',
			[nameOf(at, 'decisions')]: String(decisions.length + 1)
		});
		decisions.forEach(({ text, responsible, due }, number) => {
			Object.assign(values, {
				[nameOf(at, 'text', number)]: text,
				[nameOf(at, 'responsible', number)]: responsible,
				[nameOf(at, 'due', number)]: due ? showDate(due) : ''
			});
		});
	});
	return values;
}

const clip = (text: string | undefined, most: number) => (text ?? '').trim().slice(0, most);
const numberIn = (typed: string | undefined, most: number) =>
	Math.min(Math.max(0, Number.parseInt(typed ?? '', 10) || 0), most);

/** Points out of a form; what is wrong with a date or a vote is told beside its field. An emptied point goes. */
export function itemsFromValues(values: Values): { items: MinutesItem[]; problems: Problems } {
	const problems: Problems = {};
	const items: MinutesItem[] = [];
	for (let at = 0; at < numberIn(values.items, mostItems); at += 1) {
		const decisions: Decision[] = [];
		for (let number = 0; number < numberIn(values[nameOf(at, 'decisions')], mostDecisions + 1); number += 1) {
			const typed = clip(values[nameOf(at, 'due', number)], 10);
			const due = typed ? parseDate(typed) : null;
			if (due === undefined) problems[nameOf(at, 'due', number)] = 'Укажите день решения: ДД.ММ.ГГГГ';
			const text = clip(values[nameOf(at, 'text', number)], 1000);
			const responsible = clip(values[nameOf(at, 'responsible', number)], 200);
			if (!text && (responsible || typed))
				problems[nameOf(at, 'text', number)] = 'Напишите, что решили, или уберите исполнителя и срок';
			if (text) decisions.push({ text, responsible, due: due ?? null });
		}
		const [question, speaker, heard] = [
			clip(values[nameOf(at, 'question')], 500),
			clip(values[nameOf(at, 'speaker')], 200),
			clip(values[nameOf(at, 'heard')], 5000)
		];
		const votes = votesIn(values, at, problems);
		if (!question && (heard || decisions.length > 0)) problems[nameOf(at, 'question')] = 'Напишите, о чём этот вопрос';
		if (question || heard || decisions.length > 0) items.push({ question, speaker, heard, decisions, votes });
	}
	return { items, problems };
}

function votesIn(values: Values, at: number, problems: Problems): Votes | null {
	const typed = ['for', 'against', 'abstained'].map((name) => clip(values[nameOf(at, name)], 7));
	if (typed.every((one) => one === '')) return null;
	if (typed.some((one) => !/^\d*$/.test(one))) {
		problems[nameOf(at, 'for')] = 'Голоса – числами: сколько за, против, воздержались';
		return null;
	}
	const [yes = 0, against = 0, abstained = 0] = typed.map((one) => Number(one || '0'));
	return { for: yes, against, abstained };
}
