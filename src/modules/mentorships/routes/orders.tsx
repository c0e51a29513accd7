import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { readForm, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { sendXlsx } from '../../../http-tables';
import { closedIn, closesIn } from '../../../ui/closes';
import { listClosable } from '../../roadmap/queries/closable';
import { registerOrder } from '../commands/orders';
import { undoOrder } from '../commands/undo';
import { orderForm, orderUndoingForm } from '../form/mentorship';
import { OrderCardPage, OrderPage } from '../pages/order';
import { findMentorships, listMentorships } from '../queries/mentorships';
import { findOrder } from '../queries/orders';
import { tableOf } from '../rules/table';
import { lineOf } from '../rules/wanted';
import { mentorshipKeepers, mentorshipReaders, orderTitle } from '../rules/words';
import type { C, Wrong } from './shared';

async function showOrder(c: C, wrong?: Wrong & { chosen: readonly string[]; closes: readonly string[] }) {
	const { tx, actor, now, view } = c.var;
	const all = (await listMentorships(tx, actor, now)).map((one) => lineOf(one, now.today));
	const lines = all.filter(({ life }) => life.state === 'agreed' || life.unordered !== null);
	const asked = c.req.queries('mentorship') ?? [];
	const chosen = wrong?.chosen ?? (asked.length > 0 ? asked : lines.map(({ id }) => id));
	const fresh: Values = {
		...{ token: crypto.randomUUID(), actKind: 'order', series: 'main', signedOn: showDate(now.today) }
	};
	const closable = await listClosable(tx, actor, ['pair-order', 'match'], now.today);
	const page = (
		<OrderPage
			{...{ view, lines, chosen, closable }}
			values={wrong?.values ?? fresh}
			problems={wrong?.problems ?? {}}
			{...(wrong && { closes: wrong.closes })}
		/>
	);
	return c.html(page, wrong ? 422 : 200);
}

async function orderIn(c: C) {
	const { tx, actor, now } = c.var;
	const order = (await findOrder(tx, actor, c.req.param('id') ?? '')) ?? notFound();
	return { order, mentorships: await findMentorships(tx, actor, order.mentorships, now) };
}

async function showOrderCard(c: C, wrong?: Wrong & { chosen: readonly string[] }) {
	const { view, now } = c.var;
	const { order, mentorships } = await orderIn(c);
	const lines = mentorships.map((one) => lineOf(one, now.today));
	const closed = closedIn(c.req.query('closed'));
	const { chosen = [], values = { token: crypto.randomUUID() }, problems = {} } = wrong ?? {};
	return c.html(<OrderCardPage {...{ view, order, lines, closed, chosen, values, problems }} />, wrong ? 422 : 200);
}

/** Orders that were given outside, and the pairs they settle. */
export const mentorshipOrderRoutes: readonly Route[] = [
	get('/mentorships/order', mentorshipReaders, (c) => showOrder(c)),

	post('/mentorship-orders', mentorshipReaders, ['mentorship.ordered'], async (c) => {
		const { tx, actor, now } = c.var;
		const data = await c.req.formData();
		const form = readForm(data, orderForm, ['mentorship']);
		const [chosen, closes] = [data.getAll('mentorship').map(String), closesIn(data)];
		const result = form.ok
			? await registerOrder(tx, actor, { ...form.value, mentorships: form.value.mentorship, closes }, now)
			: form;
		if (!result.ok) return showOrder(c, { values: form.values, problems: result.problems, chosen, closes });
		const { id, closed } = result.value;
		return c.redirect(`/mentorship-orders/${id}?saved=ordered${closed > 0 ? `&closed=${closed}` : ''}`, 303);
	}),

	get('/mentorship-orders/:id', mentorshipReaders, (c) => showOrderCard(c)),

	post('/mentorship-orders/:id/undoing', mentorshipKeepers, ['mentorship.order-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const { order } = await orderIn(c);
		const data = await c.req.formData();
		const form = readForm(data, orderUndoingForm, ['mentorship']);
		const result = form.ok ? await undoOrder(tx, actor, order, form.value, now) : form;
		if (!result.ok)
			return showOrderCard(c, { ...result, chosen: data.getAll('mentorship').map(String), values: form.values });
		return c.redirect(
			result.value.left > 0 ? `/mentorship-orders/${order.id}?saved=undone` : '/mentorships?saved=order-undone',
			303
		);
	}),

	get('/mentorship-orders/:id/pairs.xlsx', mentorshipReaders, async (c) => {
		const { order, mentorships } = await orderIn(c);
		const name = `Пары, ${orderTitle(order.actKind, order.number, order.signedOn)}`;
		return sendXlsx(c, { name, ...tableOf(mentorships, c.var.now.today) });
	})
];
