import { appointedFields, controlField, decisionField, formerField, fromField, siteFields } from '../fields/orders';
import {
	askAct,
	askControl,
	askDay,
	askDecision,
	askFormer,
	askFrom,
	askGroup,
	askPerson,
	askResponsible
} from './asks';
import {
	byDecision,
	controlPoint,
	formerPoint,
	groupPoint,
	here,
	orderFoot,
	orderHead,
	preamble,
	responsiblePoint
} from './head';
import { template } from './template';

/** The site: who puts what there and by what day. */
export const sitePoint = `
{#за_сайт}
п. {имя | дательный | с большой буквы}{#должность}, {должность | дательный},{/} разместить сведения о наставничестве на сайте {организация.сайт | или: организации}{#срок_сайта} в срок до {срок_сайта}{/}{^срок_сайта}.{/}
{/за_сайт}
`;
export const askSite = [
	askPerson('за_сайт', 'Кто размещает сведения на сайте'),
	askDay('срок_сайта', 'До какого дня разместить')
];

/** Приказ о внедрении системы (целевой модели) наставничества. */
const source = `
${orderHead}
заголовок: О внедрении системы (целевой модели) наставничества педагогических работников
${preamble('в целях поддержки и профессионального роста {слова.педагогов}', byDecision)}
п. Внедрить в ${here} систему (целевую модель) наставничества педагогических работников с {с | или: ____________}
${responsiblePoint}
п. Организацию наставничества поручить куратору {куратор.имя | дательный | инициалы | или: ____________}{#куратор.должность}, {куратор.должность | дательный}{/}.
${groupPoint}
п. Куратору {куратор.имя | дательный | инициалы | или: ____________}:
пп. подготовить проекты Положения о системе наставничества и дорожной карты и представить их в срок до {срок_проектов | или: ____________};
пп. рассказать о наставничестве {слова.педагогам} и выявить тех, кому нужна помощь наставника и кто готов её оказать;
пп. представить предложения о составе наставнических пар (групп) с учётом письменных согласий работников.
п. Участие работников в наставничестве – добровольное.
${sitePoint}
${formerPoint}
${controlPoint}
${orderFoot}
`;

export const introductionOrder = template({
	title: 'Приказ о внедрении системы (целевой модели) наставничества',
	section: 'acts',
	source,
	fields: [
		fromField,
		decisionField,
		...appointedFields,
		{ name: 'срок_проектов', about: 'до какого дня проекты', example: '2026-09-10', kind: 'day' },
		...siteFields,
		formerField,
		controlField
	],
	acquaints: 'named',
	appoints: () => ({ отвечает: 'responsible', группа: 'group' }),
	asks: [
		askAct(),
		askFrom,
		askDecision,
		askResponsible,
		askGroup,
		askDay('срок_проектов', 'До какого дня проекты Положения и дорожной карты'),
		...askSite,
		askFormer,
		askControl
	]
});
