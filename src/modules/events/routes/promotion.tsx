import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { readForm, statusOf, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { closedIn, closesIn } from '../../../ui/closes';
import { findOrganisation } from '../../organisations/queries';
import {
	approvePromotion,
	beginPromotion,
	changePromotion,
	removePromotion,
	withdrawPromotion
} from '../commands/promotion';
import { promotionInWord } from '../engine/promotion-in-word';
import { newPromotionForm, promotionForm, tokenForm } from '../form';
import { PromotionListPage, PromotionPage } from '../pages/promotion';
import { findPromotionPlan, listPromotionPlans, type PromotionPlan } from '../queries/promotion';
import { eventKeepers } from '../rules/event';
import { linesFromValues, valuesOfLines } from '../rules/promotion';
import { type C, closableHere, type Wrong } from './shared';

async function showList(c: C, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const plans = await listPromotionPlans(tx, actor);
	const of = c.req.query('of') ?? '';
	const removed = view.saved === 'removed' ? await findPromotionPlan(tx, actor, of, true) : undefined;
	const values = wrong?.values ?? {
		token: crypto.randomUUID(),
		title: 'Программа продвижения наставничества',
		from: showDate(now.today)
	};
	const page = <PromotionListPage {...{ view, plans, removed, values }} problems={wrong?.problems ?? {}} />;
	return c.html(page, wrong ? 422 : 200);
}

const planOf = async (c: C) => (await findPromotionPlan(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();

async function showPlan(
	c: C,
	plan: PromotionPlan,
	wrong?: Wrong & { closes?: readonly string[]; theirs?: Values | undefined }
) {
	const { now, view } = c.var;
	const closable = await closableHere(c);
	const { title, goal, lines, version } = plan;
	const fresh = {
		values: {
			...valuesOfLines(lines),
			...{ title, goal, version: String(version) },
			on: showDate(now.today),
			token: crypto.randomUUID()
		},
		closes: undefined
	};
	const closed = closedIn(c.req.query('closed'));
	return c.html(
		<PromotionPage {...{ view, plan, closable, closed }} {...fresh} {...wrong} />,
		wrong ? statusOf(wrong) : 200
	);
}

/** The form with its lines; what is wrong in either. */
async function readPlan(c: C) {
	const data = await c.req.formData();
	const form = readForm(data, promotionForm);
	const { lines, problems } = linesFromValues(form.values);
	const closes = closesIn(data);
	if (form.ok && Object.keys(problems).length === 0)
		return { ok: true as const, value: { ...form.value, lines }, values: form.values, closes };
	const all = { ...(form.ok ? {} : form.problems), ...problems };
	return { ok: false as const, problems: all, values: form.values, closes };
}

const theirsOf = ({ title, goal }: PromotionPlan): Values => ({ title, goal });

/** A refused form as it was typed; when somebody was faster, on the version that stands now. */
const refused = (
	plan: PromotionPlan,
	values: Values,
	{ problems, theirs }: { problems: Wrong['problems']; theirs?: Values }
) => ({
	values: theirs ? { ...values, version: String(plan.version) } : values,
	problems,
	theirs
});

/** «Программы продвижения»: what is told to whom and when, as one paper. */
export const promotionRoutes: readonly Route[] = [
	get('/promotion-plans', eventKeepers, (c) => showList(c)),

	post('/promotion-plans', eventKeepers, ['promotion.begun'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), newPromotionForm);
		const result = form.ok ? await beginPromotion(tx, actor, form.value, now) : form;
		if (!result.ok) return showList(c, { values: form.values, problems: result.problems });
		return c.redirect(`/promotion-plans/${result.value}?saved=begun`, 303);
	}),

	get('/promotion-plans/:id', eventKeepers, async (c) => showPlan(c, await planOf(c))),

	get('/promotion-plans/:id/document.docx', eventKeepers, async (c) => {
		const { tx, actor, now } = c.var;
		const plan = await planOf(c);
		const { fullName } = await findOrganisation(tx, actor, now);
		return sendFile(c, 'Программа продвижения.docx', await promotionInWord({ organisation: fullName, plan }));
	}),

	post('/promotion-plans/:id/words', eventKeepers, ['promotion.changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const plan = await planOf(c);
		const form = await readPlan(c);
		const said = { theirs: theirsOf(plan) };
		const result = form.ok ? await changePromotion(tx, actor, plan, { ...form.value, ...said }, now) : form;
		if (!result.ok) return showPlan(c, plan, { ...refused(plan, form.values, result), closes: form.closes });
		return c.redirect(`/promotion-plans/${plan.id}?saved=changed`, 303);
	}),

	post('/promotion-plans/:id/approval', eventKeepers, ['promotion.approved'], async (c) => {
		const { tx, actor, now } = c.var;
		const plan = await planOf(c);
		const form = await readPlan(c);
		if (!form.ok) return showPlan(c, plan, form);
		const { on, ...words } = form.value;
		if (!on) return showPlan(c, plan, { ...form, problems: { on: 'Укажите, когда программу утвердили' } });
		const said = { ...words, on, closes: form.closes, theirs: theirsOf(plan) };
		const result = await approvePromotion(tx, actor, plan, said, now);
		if (!result.ok) return showPlan(c, plan, { ...refused(plan, form.values, result), closes: form.closes });
		return c.redirect(`/promotion-plans/${plan.id}?saved=approved&closed=${result.value}`, 303);
	}),

	post('/promotion-plans/:id/withdrawal', eventKeepers, ['promotion.withdrawn'], async (c) => {
		const { tx, actor, now } = c.var;
		const plan = await planOf(c);
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await withdrawPromotion(tx, actor, plan, form.value, now);
		return c.redirect(`/promotion-plans/${plan.id}`, 303);
	}),

	post('/promotion-plans/:id/removal', eventKeepers, ['promotion.removed'], async (c) => {
		const { tx, actor, now } = c.var;
		const plan = await planOf(c);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await removePromotion(tx, actor, plan, { ...form.value, back: false }, now) : form;
		if (!result.ok) return showPlan(c, plan, { values: form.values, problems: result.problems });
		return c.redirect(`/promotion-plans?saved=removed&of=${plan.id}`, 303);
	}),

	post('/promotion-plans/:id/restoration', eventKeepers, ['promotion.restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const plan = (await findPromotionPlan(tx, actor, c.req.param('id'), true)) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await removePromotion(tx, actor, plan, { ...form.value, back: true }, now);
		return c.redirect(`/promotion-plans/${plan.id}?saved=restored`, 303);
	})
];
