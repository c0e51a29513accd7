import type { Context } from 'hono';
import type * as v from 'valibot';
import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, type Result, readForm, rejected, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { type Acceptance, acceptImport } from '../commands/accept-import';
import { acceptanceForm } from '../form/imports';
import { AcceptancePage } from '../pages/import-acceptance';
import { AlreadyAcceptedPage } from '../pages/import-progress';
import { approvalsOf, findImport, type RoadmapImport } from '../queries/imports';
import { plansToRenew } from '../queries/renewals';
import { listTerms } from '../queries/terms';
import { acceptedPlan, type Choices, hasEarlier, isPlanOfPast } from '../rules/acceptance';
import type { Draft } from '../rules/draft';
import { planLeaders } from '../rules/plan';
import { olderVersionOf } from '../rules/renewal';
import { approvalIn } from '../rules/stamps';

type Open = RoadmapImport & { draft: Draft };

async function openImport(c: Context<App>): Promise<Open> {
	const found = await findImport(c.var.tx, c.var.actor, c.req.param('id') ?? '');
	return found?.state === 'read' && found.draft ? { ...found, draft: found.draft } : notFound();
}

type Wrong = { values: Values; problems: Problems };

/** Everything as it would be: under the answers that stand, and beside them under the others. */
async function showAcceptance(c: Context<App>, { id, draft, version }: Open, choices: Choices, wrong?: Wrong) {
	const { tx, actor, view, now } = c.var;
	const day = { today: now.today, terms: await listTerms(tx, actor) };
	const under = (past: Choices['past']) => acceptedPlan(draft, { past, earlier: 'later' }, day);
	const past = isPlanOfPast(draft, now.today);
	const asItIs = under('keep');
	const moved = past ? under('move') : undefined;
	const plan = choices.past === 'move' && moved ? moved : under(choices.past);
	const approval = past ? null : approvalIn(draft.document, await approvalsOf(tx, actor, id));
	const newer = olderVersionOf(draft, await plansToRenew(tx, actor));
	const earlier = [asItIs, moved].some((one) => one && hasEarlier(one, now.today));
	return c.html(
		<AcceptancePage
			{...{ view, id, draft, plan, moved, asItIs, choices, newer }}
			asks={{ past, earlier, approved: approval !== null }}
			values={{
				...(wrong?.values ?? {
					approved: 'on',
					orderNumber: approval?.orderNumber,
					orderDay: approval?.orderDay ? showDate(approval.orderDay) : ''
				}),
				token: wrong?.values.token ?? crypto.randomUUID(),
				version: String(version)
			}}
			problems={wrong?.problems}
		/>,
		wrong ? 422 : 200
	);
}

type Answers = v.InferOutput<typeof acceptanceForm>;

/** The order goes with the stamps as the file has them; said to be approved, it needs a number and a day. */
async function withApproval(
	{ var: { tx, actor } }: Context<App>,
	found: RoadmapImport,
	answers: Answers
): Promise<Result<Acceptance>> {
	const { approved, orderNumber, orderDay, ...acceptance } = answers;
	if (!approved || !found.draft) return { ok: true, value: acceptance };
	if (!orderNumber) return rejected({ orderNumber: 'Напишите номер приказа или снимите отметку' });
	if (!orderDay) return rejected({ orderDay: 'Напишите день приказа или снимите отметку' });
	const read = approvalIn(found.draft.document, await approvalsOf(tx, actor, found.id));
	const paper = { layout: 'usual' as const, annex: read?.annex ?? '', stamps: read?.stamps ?? [null, null, null] };
	return { ok: true, value: { ...acceptance, approval: { orderNumber, orderDay, paper } } };
}

export const acceptanceRoutes: readonly Route[] = [
	get('/roadmap/imports/:id/acceptance', planLeaders, async (c) => {
		const found = (await findImport(c.var.tx, c.var.actor, c.req.param('id'))) ?? notFound();
		const { state, draft } = found; // after the acceptance the browser's «back» leads here
		if (state !== 'read' || !draft) return c.redirect(`/roadmap/imports/${found.id}`, 303);
		if (found.renews && !c.req.query('apart')) return c.redirect(`/roadmap/imports/${found.id}/renewal`, 303);
		return showAcceptance(c, { ...found, draft }, { past: 'move', earlier: 'later' });
	}),

	post('/roadmap/imports/:id/acceptance', planLeaders, ['roadmap.accepted'], async (c) => {
		const { tx, actor, now } = c.var;
		const found = (await findImport(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), acceptanceForm);
		const given = form.ok ? await withApproval(c, found, form.value) : form;
		const result = given.ok ? await acceptImport(tx, actor, found.id, given.value, now) : given;
		if (result.ok) return c.redirect(`/roadmap/${result.value}?saved=roadmap`, 303);
		if (found.state === 'accepted') return c.html(<AlreadyAcceptedPage view={c.var.view} found={found} />, 409);
		const open = await openImport(c);
		const choices = form.ok ? form.value : ({ past: 'move', earlier: 'later' } as const);
		return showAcceptance(c, open, choices, { values: form.values, problems: result.problems });
	})
];
