import type { Context } from 'hono';
import { notFound } from '../../core/errors';
import { type Rejected, readForm, statusOf, type Values } from '../../core/forms';
import { type App, get, post, type Route } from '../../http';
import { addDaysOff, removeDaysOff, undoCalendarChange } from './commands/days-off';
import { applyPreset, setTerms, termValues } from './commands/set-terms';
import { daysOffForm, presetForm, termRows, termsForm, tokenForm, undoForm } from './form';
import { CalendarPage } from './pages/calendar';
import { TermsPage } from './pages/terms';
import { findCalendar, findCalendarChange, findDaysOff, findYear } from './queries';
import { hasCalendar, schoolYearFrom, schoolYearOf } from './rules/calendar';
import { calendarKeepers } from './rules/changes';

/** The year of an address: the one in which the school year begins. */
function yearOf(c: Context<App>) {
	const typed = c.req.param('year') ?? '';
	return /^\d{4}$/.test(typed) && hasCalendar(Number(typed)) ? Number(typed) : notFound();
}

const currentYear = (today: string) => Number(schoolYearOf(today).from.slice(0, 4));

async function showCalendar(c: Context<App>, year: number, wrong?: Partial<Rejected> & { values: Values }) {
	const { tx, actor, view } = c.var;
	const [calendar, about] = [await findCalendar(tx, actor, schoolYearFrom(year)), await findYear(tx, actor, year)];
	const values = wrong?.values ?? { token: crypto.randomUUID() };
	const page = <CalendarPage {...{ view, calendar, about, values }} problems={wrong?.problems ?? {}} />;
	return c.html(page, wrong ? 422 : 200);
}

/** Back to the year, where what was done is said and can be taken back. */
const changed = (c: Context<App>, year: number) => c.redirect(`/calendar/${year}?saved=change`, 303);

export const calendarRoutes: readonly Route[] = [
	get('/calendar', 'signed-in', (c) => showCalendar(c, currentYear(c.var.now.today))),

	get('/calendar/:year', 'signed-in', (c) => showCalendar(c, yearOf(c))),

	get('/calendar/:year/terms', calendarKeepers, async (c) => {
		const { tx, actor, view } = c.var;
		const year = yearOf(c);
		const [{ terms }, about] = [await findCalendar(tx, actor, schoolYearFrom(year)), await findYear(tx, actor, year)];
		const values = { ...termValues(terms, about.version), token: crypto.randomUUID() };
		return c.html(<TermsPage {...{ view, about, values }} rows={termRows} />);
	}),

	post('/calendar/:year/terms', calendarKeepers, ['term.set'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const year = yearOf(c);
		const form = readForm(await c.req.formData(), termsForm);
		const result = form.ok ? await setTerms(tx, actor, year, form.value, now) : form;
		if (result.ok) return changed(c, year);
		const about = await findYear(tx, actor, year);
		const theirs = 'theirs' in result ? result.theirs : undefined;
		const page = (
			<TermsPage {...{ view, about, theirs }} values={form.values} problems={result.problems} rows={termRows} />
		);
		return c.html(page, statusOf(theirs ? { theirs } : {}));
	}),

	post('/calendar/:year/preset', calendarKeepers, ['term.set'], async (c) => {
		const { tx, actor, now } = c.var;
		const year = yearOf(c);
		const form = readForm(await c.req.formData(), presetForm);
		const result = form.ok ? await applyPreset(tx, actor, year, form.value, now) : form;
		return result.ok ? changed(c, year) : showCalendar(c, year, { ...result, values: form.values });
	}),

	post('/calendar/:year/days-off', calendarKeepers, ['day-off.added'], async (c) => {
		const { tx, actor, now } = c.var;
		const year = yearOf(c);
		const form = readForm(await c.req.formData(), daysOffForm);
		const result = form.ok ? await addDaysOff(tx, actor, year, form.value, now) : form;
		return result.ok ? changed(c, year) : showCalendar(c, year, { ...result, values: form.values });
	}),

	post('/days-off/:id/removal', calendarKeepers, ['day-off.removed'], async (c) => {
		const { tx, actor, now } = c.var;
		const days = (await findDaysOff(tx, actor, c.req.param('id'))) ?? notFound();
		const year = currentYear(days.from);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await removeDaysOff(tx, actor, days, form.value, now) : form;
		return result.ok ? changed(c, year) : showCalendar(c, year, { ...result, values: form.values });
	}),

	post('/calendar-changes/:id/undoing', calendarKeepers, ['calendar.restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const change = (await findCalendarChange(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), undoForm);
		const year = form.ok ? form.value.year : currentYear(now.today);
		const { lastChange } = await findYear(tx, actor, year);
		const result = form.ok ? await undoCalendarChange(tx, actor, change, lastChange?.id, form.value, now) : form;
		return result.ok
			? c.redirect(`/calendar/${year}?saved=undone`, 303)
			: showCalendar(c, year, { ...result, values: form.values });
	})
];
