import { controlField } from '../fields/orders';
import { askControl } from './asks';
import { earlierAsks, earlierFields, earlierIn, earlierTold } from './earlier';
import { controlPoint, orderFoot, orderHead, preamble } from './head';
import { template } from './template';

/** Приказ о признании утратившим силу прежнего приказа. */
const source = `
${orderHead}
заголовок: О признании утратившим силу ${earlierIn('приказа', 'распоряжения')}
${preamble('в целях упорядочения распорядительных документов о наставничестве')}
п. Признать утратившим силу ${earlierIn('приказ', 'распоряжение')}.
${controlPoint}
${orderFoot}
`;

export const cancellingOrder = template({
	title: 'Приказ о признании утратившим силу',
	whose: 'all',
	source,
	fields: [...earlierFields, controlField],
	acquaints: 'named',
	tells: earlierTold,
	asks: [...earlierAsks, askControl]
});
