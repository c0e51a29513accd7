import { text } from '../fields/common';
import { planFields } from '../fields/orders';
import { askAct, askLine, askPaper, askPlan } from './asks';
import { planSheet } from './plan-table';
import { template } from './template';

/** Дорожная карта – приложение к приказу: утверждённая редакция плана. */
const source = `
гриф: Приложение № {номер_приложения | или: 1}
гриф: к {акт.название | дательный | или: приказу} {руководитель.должность | родительный}
гриф: от {приказ.дата | дата цифрами | или: ____________} № {приказ.номер | или: ______}
${planSheet}
подпись: Куратор | {куратор.имя | подпись | или: ____________}
`;

export const roadmapAnnex = template({
	title: 'Дорожная карта: приложение к приказу',
	section: 'acts',
	series: 'none',
	whose: 'all',
	source,
	bases: [],
	fields: [
		...planFields,
		text('номер_приложения', 'номер приложения', '2'),
		{
			name: 'приказ',
			about: 'приказ, которым план утверждён',
			example: '',
			kind: 'group',
			fields: [
				{ name: 'дата', about: 'дата', example: '2026-08-31', kind: 'day' },
				{ name: 'номер', about: 'номер', example: '98-О', kind: 'text' }
			]
		}
	],
	needs: 'plan',
	asks: [
		askAct(),
		askPlan('план', 'Какой план'),
		askLine('номер_приложения', 'Номер приложения', { usual: '1' }),
		askPaper('приказ', 'Приказ', { hint: 'Пусто – тот, которым утверждена редакция' })
	]
});
