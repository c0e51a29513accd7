import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, plainText, readForm, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { audienceIn } from '../../../ui/audience';
import { closedIn, closesIn } from '../../../ui/closes';
import { findCalendar } from '../../calendar/queries';
import { findOrganisation } from '../../organisations/queries';
import { listCandidates } from '../../surveys/queries/participants';
import { type Audience, nobody } from '../../surveys/rules/audience';
import { finishSeries, makeSeries, removeSeries, reopenSeries } from '../commands/series';
import { seriesInWord } from '../engine/series-in-word';
import { seriesDaysForm, seriesForm, tokenForm } from '../form';
import { SeriesPage } from '../pages/series';
import { SeriesDaysPage, SeriesStartPage } from '../pages/series-new';
import { findKinds } from '../queries/event';
import { findSeries, type Series } from '../queries/series';
import { eventKeepers } from '../rules/event';
import { datesOf } from '../rules/series';
import { type C, closableHere, groupsOfStaff, type Wrong } from './shared';

/** What the first step says, or what is wrong in it. */
function firstStep(values: Values) {
	const form = readForm(formOf(values), seriesDaysForm);
	if (!form.ok) return form;
	const { from, to } = form.value;
	const wrong: Problems = {
		...(to < from && { to: 'Кончается раньше, чем начинается. Проверьте даты.' }),
		...(to > yearAfter(from) && { to: 'Больше года вперёд: заведите ряд на один учебный год.' })
	};
	return Object.keys(wrong).length > 0 ? { ok: false as const, problems: wrong, values } : form;
}

const yearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

function formOf(values: Values) {
	const data = new FormData();
	for (const [name, value] of Object.entries(values)) data.set(name, value ?? '');
	return data;
}

async function showStart(c: C, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const { kinds } = await findKinds(tx, actor);
	const activity = wrong?.values.activity ?? c.req.query('activity') ?? '';
	const line = (await closableHere(c)).find(({ activityId }) => activityId === activity);
	const values = wrong?.values ?? {
		title: line?.title.replace(/^[\d.]+\s/, '') ?? '',
		from: showDate(line?.from && line.from > now.today ? line.from : now.today),
		to: line?.to ? showDate(line.to) : '',
		every: 'month',
		skip: 'on'
	};
	const page = <SeriesStartPage {...{ view, kinds, activity, values }} problems={wrong?.problems ?? {}} />;
	return c.html(page, wrong ? 422 : 200);
}

/** The second step: the days by the calendar. `wrong`: the form that comes back. */
async function showDays(c: C, first: Values, wrong?: Wrong & { ticked: readonly string[]; chosen: Audience }) {
	const { tx, actor, now, view } = c.var;
	const read = firstStep(first);
	if (!read.ok) return showStart(c, { values: first, problems: read.problems });
	const { from, to, every, skip } = read.value;
	const calendar = await findCalendar(tx, actor, { from, to: yearAfter(to) });
	const days = datesOf({ from, to, every, skipBreaks: skip }, calendar);
	if (days.length === 0)
		return showStart(c, { values: first, problems: { to: 'В эти дни никто не работает: возьмите срок шире.' } });
	const line = (await closableHere(c)).find(
		({ activityId, occurrenceId }) => activityId === first.activity || occurrenceId === first.occurrence
	);
	const back = `/event-series/new?${new URLSearchParams({ ...(line && { activity: line.activityId }) })}`;
	const fresh = {
		values: { ...first, ...(line && { occurrence: line.occurrenceId }), token: crypto.randomUUID() } as Values,
		ticked: days.map(({ on }) => on),
		chosen: nobody
	};
	const staff = await listCandidates(tx, actor, now, { id: null, opensOn: now.today });
	const groups = await groupsOfStaff(c);
	const page = <SeriesDaysPage {...{ view, days, staff, groups, back, line }} {...fresh} {...wrong} />;
	return c.html(page, wrong ? 422 : 200);
}

const seriesOf = async (c: C) => (await findSeries(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();

async function showSeries(c: C, series: Series, wrong?: Wrong & { closes: readonly string[] }) {
	const { view } = c.var;
	const closable = await closableHere(c);
	const own = closable.filter(({ occurrenceId }) => occurrenceId === series.activity?.occurrenceId);
	const fresh = {
		values: { token: crypto.randomUUID() },
		closes: series.activity ? own.map(({ occurrenceId }) => occurrenceId) : undefined
	};
	const page = (
		<SeriesPage {...{ view, series, closable }} closed={closedIn(c.req.query('closed'))} {...fresh} {...wrong} />
	);
	return c.html(page, wrong ? 422 : 200);
}

/** Meetings at a cadence: made in two steps, finished with a table as the evidence. */
export const seriesRoutes: readonly Route[] = [
	get('/event-series/new', eventKeepers, (c) => {
		const query = c.req.query();
		const said = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, plainText(value)]));
		return query.step === 'days' ? showDays(c, said) : showStart(c);
	}),

	post('/event-series', eventKeepers, ['event.series-made'], async (c) => {
		const { tx, actor, now } = c.var;
		const data = await c.req.formData();
		const form = readForm(data, seriesForm, ['date']);
		const [chosen, ticked] = [audienceIn(data), data.getAll('date').map(String)];
		if (!form.ok) return showDays(c, form.values, { values: form.values, problems: form.problems, ticked, chosen });
		const { date, from: _from, to: _to, skip: _skip, ...said } = form.value;
		const made = {
			...said,
			dates: [...new Set(date)].sort(),
			audience: chosen,
			...{ lasts: 60, link: '', ledBy: null, outside: '', outsideCount: null },
			...{ acquaints: false, acquaintBy: null, callsMentors: false, consents: [], wave: null }
		};
		const result = await makeSeries(tx, actor, made, now);
		if (!result.ok) return showDays(c, form.values, { values: form.values, problems: result.problems, ticked, chosen });
		return c.redirect(`/event-series/${result.value}?saved=made`, 303);
	}),

	get('/event-series/:id', eventKeepers, async (c) => showSeries(c, await seriesOf(c))),

	get('/event-series/:id/document.docx', eventKeepers, async (c) => {
		const { tx, actor, now } = c.var;
		const series = await seriesOf(c);
		const { fullName } = await findOrganisation(tx, actor, now);
		return sendFile(c, `${series.title.slice(0, 80)}.docx`, await seriesInWord({ organisation: fullName, series }));
	}),

	post('/event-series/:id/finishing', eventKeepers, ['event.series-finished'], async (c) => {
		const { tx, actor, now } = c.var;
		const series = await seriesOf(c);
		const data = await c.req.formData();
		const [form, closes] = [readForm(data, tokenForm), closesIn(data)];
		const result = form.ok ? await finishSeries(tx, actor, series, { ...form.value, closes }, now) : form;
		if (!result.ok) return showSeries(c, series, { values: form.values, problems: result.problems, closes });
		return c.redirect(`/event-series/${series.id}?saved=finished&closed=${result.value}`, 303);
	}),

	post('/event-series/:id/finishing/undoing', eventKeepers, ['event.series-reopened'], async (c) => {
		const { tx, actor, now } = c.var;
		const series = await seriesOf(c);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await reopenSeries(tx, actor, series, form.value, now) : form;
		if (!result.ok) return showSeries(c, series, { values: form.values, problems: result.problems, closes: [] });
		return c.redirect(`/event-series/${series.id}`, 303);
	}),

	post('/event-series/:id/removal', eventKeepers, ['event.series-removed'], async (c) => {
		const { tx, actor, now } = c.var;
		const series = await seriesOf(c);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await removeSeries(tx, actor, series, { ...form.value, back: false }, now) : form;
		if (!result.ok) return showSeries(c, series, { values: form.values, problems: result.problems, closes: [] });
		return c.redirect(`/events?saved=series-removed&of=${series.id}`, 303);
	}),

	post('/event-series/:id/restoration', eventKeepers, ['event.series-restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const series = (await findSeries(tx, actor, c.req.param('id'), true)) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await removeSeries(tx, actor, series, { ...form.value, back: true }, now);
		return c.redirect(`/event-series/${series.id}?saved=restored`, 303);
	})
];
