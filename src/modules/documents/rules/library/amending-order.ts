import { controlField, linesList } from '../fields/orders';
import { askControl, askLines } from './asks';
import { earlierAsks, earlierFields, earlierIn, earlierTold } from './earlier';
import { controlPoint, orderFoot, orderHead, preamble } from './head';
import { template } from './template';

/** Приказ о внесении изменений в прежний приказ. */
const source = `
${orderHead}
заголовок: О внесении изменений в ${earlierIn('приказ', 'распоряжение')}
${preamble('в целях уточнения организации наставничества')}
п. Внести в ${earlierIn('приказ', 'распоряжение')} следующие изменения:
{#изменения}
пп. {текст}{знак}
{/изменения}
{^изменения}
пп. пункт ____ изложить в следующей редакции: «____________________».
{/изменения}
п. В остальной части ${earlierIn('приказ', 'распоряжение')} действует без изменений.
${controlPoint}
${orderFoot}
`;

export const amendingOrder = template({
	title: 'Приказ о внесении изменений',
	whose: 'all',
	source,
	fields: [
		...earlierFields,
		linesList('изменения', 'что меняется', 'в пункте 2 слова «до 1 октября» заменить словами «до 15 октября»'),
		controlField
	],
	acquaints: 'named',
	tells: earlierTold,
	asks: [
		...earlierAsks,
		askLines('изменения', 'Что меняется', {
			hint: 'По одному в строке: в пункте 2 слова «…» заменить словами «…»'
		}),
		askControl
	]
});
