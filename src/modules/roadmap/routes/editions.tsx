import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { closedIn, closesIn } from '../../../ui/closes';
import { ErrorPage } from '../../../ui/error-page';
import { approveEdition, markByEdition, withdrawEdition } from '../commands/approve-edition';
import { revertChange } from '../commands/revert-change';
import { amendmentsInWord } from '../engine/paper/amendments';
import { type EditionFormat, editionFile } from '../engine/paper/edition';
import { readApproval, reversionForm } from '../form/edition';
import { tokenForm } from '../form/plan';
import { PlanChangesPage } from '../pages/editions/changes';
import { ComparePage } from '../pages/editions/compare';
import { EditionPage } from '../pages/editions/edition';
import { EditionsPage } from '../pages/editions/list';
import { NewEditionPage } from '../pages/editions/new';
import { EditionPrintPage } from '../pages/editions/print';
import { listClosable } from '../queries/closable';
import { changedSince, editionsOf, findEdition, latestEdition, type PlanEdition } from '../queries/editions';
import { findPlan, type Plan } from '../queries/plans';
import { writtenPlan } from '../queries/written-plan';
import { amendmentsOf } from '../rules/amendments';
import { valuesOfPaper } from '../rules/paper';
import { planLeaders } from '../rules/plan';
import { contentsOf, frozenOf } from '../rules/plan-contents';
import { differenceOf } from '../rules/plan-difference/difference';
import type { Edition } from '../rules/plan-difference/edition';
import { hashOf } from '../rules/plan-hash';
import { countOf, workingChanges } from '../rules/working-changes';
import { firstPaperValues } from './paper';

type PlanContext = Context<App, '/roadmap/:id'>;

const planOf = async (c: PlanContext) => (await findPlan(c.var.tx, c.var.actor, c.req.param('id'))) ?? notFound();

/** The plan, its edition in force, and what it says otherwise now. */
async function changesOf(c: PlanContext, plan: Plan) {
	const { tx, actor } = c.var;
	const edition = await latestEdition(tx, actor, plan.id);
	const written = await writtenPlan(tx, actor, plan);
	return { edition, written, changes: edition ? workingChanges(edition.contents, written) : [] };
}

/** Stamps and columns as they were approved last, without days and numbers; at first as a paper of the school begins. */
const paperValues = async (c: PlanContext, edition: PlanEdition | undefined): Promise<Values> =>
	edition ? valuesOfPaper(edition.paper) : firstPaperValues(c);

/** What approving a plan may be the end of: «утвердить дорожную карту», or the act it is an annex to. */
const closedByApproval = ['plan', 'local-act'] as const;

type Typed = { values: Values; problems: Problems; closes: readonly string[] };

async function newEditionPage(c: PlanContext, typed?: Typed) {
	const { view, tx, actor, now } = c.var;
	const plan = await planOf(c);
	const { edition, written, changes } = await changesOf(c, plan);
	const contents = frozenOf(written);
	const fresh = typed?.values ?? { ...(await paperValues(c, edition)), token: crypto.randomUUID() };
	return c.html(
		<NewEditionPage
			{...{ view, plan }}
			number={(edition?.number ?? 0) + 1}
			rows={contents.rows.length}
			changes={edition && changes}
			closable={await listClosable(tx, actor, closedByApproval, now.today)}
			chosen={typed?.closes}
			values={{ ...fresh, seen: hashOf(contents) }}
			problems={typed?.problems}
		/>,
		typed ? 422 : 200
	);
}

async function changesPage(c: PlanContext, problems?: Problems) {
	const { tx, actor, view } = c.var;
	const plan = await planOf(c);
	const { edition, changes } = await changesOf(c, plan);
	if (!edition) return c.redirect(`/roadmap/${plan.id}/editions`, 303);
	const last = await changedSince(tx, actor, plan.id, edition.approvedAt);
	return c.html(<PlanChangesPage {...{ view, plan, edition, changes, last, problems }} />, problems ? 422 : 200);
}

/** The words of an edition of the address, or of the plan as it stands («now»). */
async function wordsOf(c: PlanContext, plan: Plan, which: string): Promise<Edition> {
	const { tx, actor } = c.var;
	if (which === 'now') return contentsOf(await writtenPlan(tx, actor, plan), 'moved');
	const edition = (await findEdition(tx, actor, which)) ?? notFound();
	return edition.roadmapId === plan.id ? edition.contents : notFound();
}

async function editionPage(c: Context<App, '/editions/:id'>, typed?: Typed) {
	const { tx, actor, view, now } = c.var;
	const edition = (await findEdition(tx, actor, c.req.param('id'))) ?? notFound();
	const plan = (await findPlan(tx, actor, edition.roadmapId)) ?? notFound();
	const closable = plan.archivedAt ? [] : await listClosable(tx, actor, closedByApproval, now.today);
	const closing = typed ?? { values: { token: crypto.randomUUID() } };
	const closed = closedIn(c.req.query('closed'));
	return c.html(<EditionPage {...{ view, plan, edition, closable, closing, closed }} />, typed ? 422 : 200);
}

async function sendEdition(c: Context<App, '/editions/:id'>, format: EditionFormat) {
	const edition = (await findEdition(c.var.tx, c.var.actor, c.req.param('id'))) ?? notFound();
	const { name, bytes } = await editionFile(edition, format);
	return sendFile(c, name, bytes);
}

/** Approved editions of a plan, what was changed since, and the way into an amending order. */
export const editionRoutes: readonly Route[] = [
	get('/roadmap/:id/editions', planLeaders, async (c) => {
		const { tx, actor, view } = c.var;
		const plan = await planOf(c);
		const { changes } = await changesOf(c, plan);
		const editions = await editionsOf(tx, actor, plan.id);
		return c.html(
			<EditionsPage
				{...{ view, plan, editions }}
				changes={countOf(changes)}
				of={c.req.query('of')}
				closed={closedIn(c.req.query('closed'))}
			/>
		);
	}),

	get('/roadmap/:id/editions/new', planLeaders, (c) => newEditionPage(c)),

	post(
		'/roadmap/:id/editions',
		planLeaders,
		['edition.approved', 'activity.done', 'evidence.attached', 'file.stored'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const plan = await planOf(c);
			const data = await c.req.formData();
			const [form, closes] = [readApproval(data), closesIn(data)];
			const result = form.ok ? await approveEdition(tx, actor, plan, { ...form.value, closes }, now) : form;
			if (!result.ok) return newEditionPage(c, { values: form.values, problems: result.problems, closes });
			const { id, closed } = result.value;
			return c.redirect(`/roadmap/${plan.id}/editions?saved=edition&of=${id}&closed=${closed}`, 303);
		}
	),

	get('/editions/:id', planLeaders, (c) => editionPage(c)),

	post('/editions/:id/closing', planLeaders, ['activity.done', 'evidence.attached', 'file.stored'], async (c) => {
		const { tx, actor, now } = c.var;
		const edition = (await findEdition(tx, actor, c.req.param('id'))) ?? notFound();
		const data = await c.req.formData();
		const [form, closes] = [readForm(data, tokenForm), closesIn(data)];
		const result = form.ok ? await markByEdition(tx, actor, edition, { ...form.value, closes }, now) : form;
		if (!result.ok) return editionPage(c, { values: form.values, problems: result.problems, closes });
		return c.redirect(`/editions/${edition.id}?saved=closed&closed=${result.value}`, 303);
	}),

	get('/editions/:id/print', planLeaders, async (c) => {
		const edition = (await findEdition(c.var.tx, c.var.actor, c.req.param('id'))) ?? notFound();
		return c.html(<EditionPrintPage edition={edition} />);
	}),

	get('/editions/:id/document.docx', planLeaders, (c) => sendEdition(c, 'docx')),
	get('/editions/:id/document.xlsx', planLeaders, (c) => sendEdition(c, 'xlsx')),

	post('/editions/:id/withdrawal', planLeaders, ['edition.withdrawn'], async (c) => {
		const { tx, actor, now } = c.var;
		const edition = (await findEdition(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await withdrawEdition(tx, actor, edition, form.value.token, now) : form;
		if (!result.ok) return c.html(<ErrorPage status={422} />, 422);
		return c.redirect(`/roadmap/${edition.roadmapId}/editions?saved=edition-withdrawal`, 303);
	}),

	get('/roadmap/:id/difference', planLeaders, async (c) => {
		const { tx, actor, view } = c.var;
		const plan = await planOf(c);
		const editions = await editionsOf(tx, actor, plan.id);
		const [was, became] = [c.req.query('was') || (editions[0]?.id ?? 'now'), c.req.query('became') || 'now'];
		const { changes } = differenceOf(await wordsOf(c, plan, was), await wordsOf(c, plan, became));
		return c.html(<ComparePage {...{ view, plan, editions, was, became, changes }} />);
	}),

	get('/roadmap/:id/changes', planLeaders, (c) => changesPage(c)),

	get('/roadmap/:id/changes.docx', planLeaders, async (c) => {
		const plan = await planOf(c);
		const { edition, written, changes } = await changesOf(c, plan);
		if (!edition) return notFound();
		const amendments = amendmentsOf(edition.contents, contentsOf(written, 'moved'), changes);
		const bytes = await amendmentsInWord({ ...edition, title: edition.contents.title, amendments });
		return sendFile(c, `Изменения в план ${edition.contents.title.slice(0, 100)}.docx`, bytes);
	}),

	post('/roadmap/:id/changes/reversion', planLeaders, ['activity.reverted', 'roadmap.reverted'], async (c) => {
		const { tx, actor, now } = c.var;
		const plan = await planOf(c);
		const form = readForm(await c.req.formData(), reversionForm);
		const result = form.ok ? await revertChange(tx, actor, plan, form.value, now) : form;
		if (!result.ok) return changesPage(c, result.problems);
		return c.redirect(`/roadmap/${plan.id}/changes?saved=reversion`, 303);
	})
];
