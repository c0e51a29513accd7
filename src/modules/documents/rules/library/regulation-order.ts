import { controlField, decisionField, formerField, planFields, siteFields } from '../fields/orders';
import { regulationFields } from '../fields/pairs';
import { askAct, askControl, askDecision, askFormer, askPlan } from './asks';
import { annexHead, byDecision, controlPoint, formerPoint, orderFoot, orderHead, preamble } from './head';
import { askSite, sitePoint } from './introduction-order';
import { planSheet } from './plan-table';
import { actStamps, regulationAsks, regulationBody } from './regulation';
import { labour, model, template } from './template';

/** Приказ об утверждении Положения; Положение и дорожная карта – его приложения, в одном файле. */
const source = `
${orderHead}
заголовок: Об утверждении Положения о системе наставничества педагогических работников
${preamble('в целях организации наставничества педагогических работников', byDecision)}
п. Утвердить:
пп. Положение о системе наставничества педагогических работников (приложение № 1);
пп. дорожную карту (план мероприятий) внедрения системы наставничества (приложение № 2).
п. Ввести Положение в действие с {с | или: ____________}
п. Куратору {куратор.имя | дательный | инициалы | или: ____________} ознакомить с Положением и дорожной картой педагогических работников под подпись и организовать выполнение дорожной карты.
${sitePoint}
${formerPoint}
${controlPoint}
${orderFoot}
${annexHead(1)}
гриф:
${actStamps}
${regulationBody}
${annexHead(2)}
${planSheet}
`;

export const regulationOrder = template({
	title: 'Приказ об утверждении Положения о наставничестве с приложениями',
	section: 'acts',
	source,
	bases: [...labour, ...model],
	fields: [...regulationFields, ...planFields, decisionField, ...siteFields, formerField, controlField],
	needs: 'plan',
	acquaints: 'named',
	asks: [
		askAct(),
		askPlan('план', 'Дорожная карта (приложение № 2)'),
		askDecision,
		...regulationAsks,
		...askSite,
		askFormer,
		askControl
	]
});
