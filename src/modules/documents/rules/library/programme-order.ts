import { controlField, decisionField, formerField } from '../fields/orders';
import { askAct, askControl, askDecision, askFormer } from './asks';
import { annexHead, byDecision, controlPoint, formerPoint, here, orderFoot, orderHead, preamble } from './head';
import { programmeAsks, programmeBody, programmeFields } from './programme';
import { template } from './template';

/** Приказ об утверждении программы наставничества; сама программа – приложение, её план – утверждённая дорожная карта. */
const source = `
${orderHead}
заголовок: Об утверждении программы наставничества педагогических работников
${preamble('в целях профессионального роста {слова.педагогов}', byDecision)}
п. Утвердить программу наставничества педагогических работников ${here} на срок с {с | или: ____________} по {по | или: ____________} (приложение № 1).
п. Куратору {куратор.имя | дательный | инициалы | или: ____________} организовать выполнение программы и представлять отчёт о нём один раз в полугодие.
${formerPoint}
${controlPoint}
${orderFoot}
${annexHead(1)}
${programmeBody}`;

export const programmeOrder = template({
	title: 'Приказ об утверждении программы наставничества',
	section: 'acts',
	whose: 'all',
	source,
	fields: [...programmeFields, decisionField, formerField, controlField],
	needs: 'plan',
	acquaints: 'named',
	asks: [askAct(), ...programmeAsks, askDecision, askFormer, askControl]
});
