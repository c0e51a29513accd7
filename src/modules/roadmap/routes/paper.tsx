import type { Context } from 'hono';
import { roleName } from '../../../core/actor';
import { notFound } from '../../../core/errors';
import type { Values } from '../../../core/forms';
import { type App, get, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { planInWord } from '../engine/paper/word';
import { planInExcel } from '../engine/paper/workbook';
import { readPaperForm } from '../form/paper';
import { PaperPage } from '../pages/paper';
import { planActivities } from '../queries/activities';
import { colleagues } from '../queries/colleagues';
import { latestEdition } from '../queries/editions';
import { findPlan, stagesOf } from '../queries/plans';
import { besideSignature, paperPlan, valuesOfPaper } from '../rules/paper';
import { planLeaders } from '../rules/plan';

type PlanContext = Context<App, '/roadmap/:id'>;

async function findPlanOf(c: PlanContext) {
	return (await findPlan(c.var.tx, c.var.actor, c.req.param('id'))) ?? notFound();
}

/** The form as it is first seen: the usual table, and whoever heads the organisation where an approval stands. */
export async function firstPaperValues({ var: { tx, actor, now } }: Context<App>): Promise<Values> {
	const post = roleName('director', actor.organisation.kind);
	const heads = (await colleagues(tx, actor, now)).filter((one) => one.post?.toLowerCase().startsWith(post));
	const [head] = heads;
	const name = heads.length === 1 && head ? besideSignature(head.name) : '';
	const title = (name && head?.post) || post;
	return {
		layout: 'usual',
		sheet: 'landscape',
		kind3: 'УТВЕРЖДЕНО',
		post3: title[0]?.toUpperCase() + title.slice(1),
		name3: name
	};
}

const writers = { docx: planInWord, xlsx: planInExcel };

/** The file, or the form again with what is wrong. */
async function planFile(c: PlanContext, format: keyof typeof writers) {
	const { tx, actor, now, view } = c.var;
	const plan = await findPlanOf(c);
	const form = readPaperForm(c.req.query());
	if (!form.ok) return c.html(<PaperPage {...{ view, plan }} values={form.values} problems={form.problems} />, 422);
	const [stages, activities] = [await stagesOf(tx, actor, plan), await planActivities(tx, actor, plan.id, now.today)];
	const bytes = await writers[format](paperPlan(plan, stages, activities), form.value);
	return sendFile(c, `${plan.title.slice(0, 120)}.${format}`, bytes);
}

export const paperRoutes: readonly Route[] = [
	get('/roadmap/:id/document', planLeaders, async (c) => {
		const { tx, actor, view } = c.var;
		const plan = await findPlanOf(c);
		const edition = await latestEdition(tx, actor, plan.id);
		const values = edition ? valuesOfPaper(edition.paper) : await firstPaperValues(c);
		return c.html(<PaperPage {...{ view, plan, values }} />);
	}),

	get('/roadmap/:id/document.docx', planLeaders, (c) => planFile(c, 'docx')),
	get('/roadmap/:id/document.xlsx', planLeaders, (c) => planFile(c, 'xlsx'))
];
