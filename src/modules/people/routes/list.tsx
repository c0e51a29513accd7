import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { isId } from '../../../core/ids';
import { fullName } from '../../../core/names';
import { type App, get, type Route } from '../../../http';
import { sendCsv, sendXlsx } from '../../../http-tables';
import { canManageAccess } from '../../access/rules/roles';
import { logReading } from '../commands/log-reading';
import { PeoplePage } from '../pages/people';
import { listDuplicates } from '../queries/duplicates';
import { listPeople } from '../queries/list';
import { findPerson } from '../queries/person';
import { listStaff } from '../queries/staff-lines';
import { openFilters, type PeopleFilter, peopleFilters, wantedFrom } from '../rules/filters';
import { canKeepPeople, peopleKeepers } from '../rules/person';
import { staffCells, staffHeadings } from '../rules/staff-table';

const wantedIn = (c: Context<App>) =>
	wantedFrom(c.req.query(), canKeepPeople(c.var.actor) ? (Object.keys(peopleFilters) as PeopleFilter[]) : openFilters);

/** The entry that was taken away a moment ago, so that it can be brought back. */
async function removedIn(c: Context<App>) {
	const { tx, actor, now, view } = c.var;
	const id = c.req.query('of') ?? '';
	const person = view.saved === 'removed' && isId(id) ? await findPerson(tx, actor, id, now) : undefined;
	return person?.removed ? { id, name: fullName(person) } : undefined;
}

/** The list as it is filtered on the screen, with what is private: noted for each person. */
async function staffTable(c: Context<App>) {
	const { tx, actor, now } = c.var;
	const { people } = await listPeople(tx, actor, wantedIn(c), now, true);
	const ids = people.map(({ id }) => id);
	const lines = await listStaff(tx, actor, now, ids);
	await logReading(tx, actor, ids, 'export', now);
	return { name: 'Сотрудники', headings: staffHeadings, rows: lines.map(staffCells) };
}

export const peopleListRoutes: readonly Route[] = [
	get('/people', 'signed-in', async (c) => {
		const { tx, actor, now, view } = c.var;
		const wanted = wantedIn(c);
		const { people, counts } = await listPeople(tx, actor, wanted, now);
		const whole = wanted.filter === 'all' && wanted.page === 1 && !wanted.q;
		const duplicates = whole && canManageAccess(actor) ? (await listDuplicates(tx, actor, now)).length : 0;
		return c.html(<PeoplePage {...{ view, people, counts, wanted, duplicates }} removed={await removedIn(c)} />);
	}),

	{
		...get('/people/export/:format', peopleKeepers, async (c) => {
			const format = c.req.param('format');
			if (format === 'csv') return sendCsv(c, await staffTable(c));
			return format === 'xlsx' ? sendXlsx(c, await staffTable(c)) : notFound();
		}),
		writes: true // who carried private fields away is noted
	}
];
