import { showDate } from '../../../../core/dates';
import { flag, paper } from '../fields/common';
import { askAct, askChoice, askPaper } from './asks';

/** Orders about an earlier order: which one it is, asked and told alike in each of them. */
export const earlierFields = [
	paper('прежний', 'прежний приказ', ['2025-09-01', '104-О']),
	flag('вид_order', 'прежний документ – приказ', 'да'),
	flag('вид_directive', 'прежний документ – распоряжение', '')
];

export const earlierAsks = [
	askAct(),
	askChoice('вид', 'Что за прежний документ', {
		choices: { order: 'приказ', directive: 'распоряжение' },
		usual: 'order',
		flags: true
	}),
	askPaper('прежний', 'Прежний документ')
];

/** «приказа от 5 сентября 2026 г. № 16/1-О», in the case its word is given in. */
export const earlierIn = (order: string, directive: string) =>
	`{#вид_directive}${directive}{/}{^вид_directive}${order}{/} от {прежний.дата | или: ____________} № {прежний.номер | или: ____}`;

/** Sets drafts about two earlier orders apart. */
export const earlierTold = (texts: Readonly<Record<string, string>>) => {
	const [on, number] = [texts['прежний.дата'], texts['прежний.номер']];
	const told = [number && `№ ${number}`, on && `от ${showDate(on)}`].filter(Boolean).join(' ');
	return told && `${texts.вид === 'directive' ? 'распоряжение' : 'приказ'} ${told}`;
};
