import type { Context } from 'hono';
import { type App, get, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { monthInWord } from '../engine/paper/month';
import { monthCells, monthHeadings, monthTitle, PlanMonthPage } from '../pages/plan-month';
import { activitiesAtWork } from '../queries/activities';
import { monthLines, readMonth } from '../rules/month';
import { planLeaders } from '../rules/plan';

/** A month of all plans at work, or of one of them, as the address asks. */
async function monthOf(c: Context<App>) {
	const { tx, actor, now } = c.var;
	const month = readMonth(c.req.query('month'), now.today);
	const atWork = await activitiesAtWork(tx, actor, now.today);
	const plan = atWork.find(({ roadmapId }) => roadmapId === c.req.query('plan'));
	const lines = monthLines(plan ? atWork.filter(({ roadmapId }) => roadmapId === plan.roadmapId) : atWork, month);
	return { month, plan, lines };
}

export const planMonthRoutes: readonly Route[] = [
	get('/plan-month', planLeaders, async (c) => c.html(<PlanMonthPage view={c.var.view} {...(await monthOf(c))} />)),

	get('/plan-month.docx', planLeaders, async (c) => {
		const { month, lines } = await monthOf(c);
		const title = monthTitle(month);
		const rows = lines.map((line, index) => monthCells(line, index, month));
		const told = { title, organisation: c.var.actor.organisation.name, headings: monthHeadings, rows };
		return sendFile(c, `${title}.docx`, await monthInWord(told));
	})
];
