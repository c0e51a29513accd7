import type { Context } from 'hono';
import { notFound } from '../../../../core/errors';
import { type Problems, readForm } from '../../../../core/forms';
import { plain } from '../../../../core/plain';
import { type App, get, post, type Route } from '../../../../http';
import { sendFile } from '../../../../http-tables';
import { dayText } from '../../../../ui/text';
import { findOrganisation } from '../../../organisations/queries';
import { hideAssessments, showAssessments } from '../../commands/assessment/show';
import { noteReading } from '../../commands/read-answers';
import { reportInWord } from '../../engine/report/word';
import { hidingForm, showingForm } from '../../form/assessment';
import { AssessedPage, type Person } from '../../pages/assessment/list';
import { AssessedPersonPage } from '../../pages/assessment/person';
import { type AssessedSheet, listAssessed, listLeftOut, listShowings } from '../../queries/assessment/assessed';
import { listKindred, type ResultWave } from '../../queries/results/wave';
import { type AssessedFilter, assessedBy, assessedFilters, assessedIn, overAll } from '../../rules/assessment/assessed';
import { personLines } from '../../rules/assessment/report';
import { canRead, resultReaders, whyUnseen } from '../../rules/summary/reading';
import { assessedPage, assessedWanted } from '../../rules/wave-list';
import { otherOf } from '../results/comparison';
import { readableOf } from '../results/wave';

type C = Context<App>;

/** The people of a wave with what is seen of them, and the earlier wave of the same series: two queries. */
export async function assessmentIn(c: C, wave: ResultWave) {
	const { tx, actor } = c.var;
	const kindred = (await listKindred(tx, actor, wave)).filter(
		({ id, readers }) => id !== wave.id && canRead(actor, { readers })
	);
	const other = otherOf(wave, kindred, undefined);
	const all = await listAssessed(tx, actor, [wave.id, ...(other ? [other.id] : [])]);
	const of = (id: string) => all.filter(({ waveId }) => waveId === id);
	const sheets = of(wave.id);
	const was = other ? of(other.id) : [];
	const earlier = other && was.length > 0 ? other : null;
	const people = assessedIn({ content: wave.content, sheets }, earlier && { content: earlier.content, sheets: was });
	return { sheets, earlier, people, parameters: overAll(wave.content, people) };
}

const aboutOf = (sheets: readonly AssessedSheet[], subjectId: string) =>
	sheets.filter((sheet) => sheet.subjectId === subjectId);

/** Those whose answers, or whose assessment, somebody has before their eyes. */
const concerned = (sheets: readonly AssessedSheet[]) =>
	sheets.filter(({ answers }) => answers).flatMap(({ subjectId, personId }) => [{ id: subjectId }, { id: personId }]);

async function showList(c: C, wave: ResultWave, problems?: Problems) {
	const { tx, actor, now, view } = c.var;
	const { sheets, earlier, people: found, parameters } = await assessmentIn(c, wave);
	const showings = await listShowings(tx, actor, wave.id);
	const wanted = assessedWanted(c.req.query());
	const words = plain(wanted.q).split(/\s+/).filter(Boolean);
	const people = found.map((one): Person => {
		const about = aboutOf(sheets, one.subjectId);
		const { subject = '', post = '' } = about[0] ?? {};
		const left = about.filter(({ answered }) => !answered).map(({ person }) => person);
		return { ...one, name: subject, post, left, shown: showings.has(one.subjectId) };
	});
	const named = people.filter(({ name }) => words.every((word) => plain(name).includes(word)));
	const filters = Object.keys(assessedFilters) as AssessedFilter[];
	const counts = Object.fromEntries(
		filters.map((filter) => [filter, named.filter(assessedBy[filter]).length])
	) as Record<AssessedFilter, number>;
	const from = (wanted.page - 1) * assessedPage;
	const shown = named.filter(assessedBy[wanted.filter]).slice(from, from + assessedPage);
	if (!problems) await noteReading(tx, actor, concerned(sheets), now);
	const leftOut = await listLeftOut(tx, actor, wave.id, now.today);
	const why = whyUnseen(actor, wave, wave.answered);
	const page = (
		<AssessedPage
			{...{ view, wave, why, earlier, counts, wanted, parameters, leftOut, problems }}
			people={shown}
			act={c.req.query('act')}
		/>
	);
	return c.html(page, problems ? 422 : 200);
}

export const assessedRoutes: readonly Route[] = [
	{
		...get('/surveys/waves/:id/subjects', resultReaders, async (c) => showList(c, await readableOf(c))),
		writes: true // who looked at answers by name is noted
	},
	{
		...get('/surveys/waves/:id/subjects/word', resultReaders, async (c) => {
			const { tx, actor, now } = c.var;
			const wave = await readableOf(c);
			const { sheets, earlier, people } = await assessmentIn(c, wave);
			const { fullName } = await findOrganisation(tx, actor, now);
			await noteReading(tx, actor, concerned(sheets), now);
			const seen = people.filter(({ filled }) => filled > 0);
			const bytes = await reportInWord({
				organisation: fullName,
				title: `Сводка по людям: «${wave.title}»`,
				facts: [
					['Анкета', `«${wave.content.title}», редакция ${wave.number}`],
					['Проведена', `с ${dayText(wave.opensOn)} по ${dayText(wave.closedOn ?? wave.closesOn)}`],
					['Оценены со стороны', `${people.filter((one) => one.seen).length} из ${people.length}`],
					...(earlier ? [['Сравнивается с', `«${earlier.title}»`] as const] : [])
				],
				conclusion: null,
				answers: [],
				tables: [
					{
						title: 'Каждый по параметрам',
						about: 'Для тех, кому обещаны ответы. Слова и имена отвечавших в сводку не входят.',
						tables: seen.map((one) => personLines(aboutOf(sheets, one.subjectId)[0]?.subject ?? '', one))
					}
				],
				signature: `${dayText(now.today)}    ______________________ / ${actor.name}`
			});
			return sendFile(c, `Сводка по людям. ${wave.title}.docx`, bytes);
		}),
		writes: true
	},
	{
		...get('/surveys/waves/:id/subjects/:person', resultReaders, async (c) => {
			const { tx, actor, now, view } = c.var;
			const wave = await readableOf(c);
			const { sheets: all, earlier, people } = await assessmentIn(c, wave);
			const subjectId = c.req.param('person');
			const one = people.find((person) => person.subjectId === subjectId) ?? notFound();
			const sheets = aboutOf(all, one.subjectId);
			await noteReading(tx, actor, concerned(sheets), now);
			const shown = (await listShowings(tx, actor, wave.id)).has(one.subjectId);
			const { subject: name = '', post = '' } = sheets[0] ?? {};
			return c.html(<AssessedPersonPage {...{ view, wave, sheets, earlier, shown }} one={{ ...one, name, post }} />);
		}),
		writes: true
	},

	post('/surveys/waves/:id/showings', resultReaders, ['assessment.shown'], async (c) => {
		const { tx, actor, now } = c.var;
		const wave = await readableOf(c);
		const form = readForm(await c.req.formData(), showingForm, ['subject']);
		if (!form.ok) return showList(c, wave, form.problems);
		const { people } = await assessmentIn(c, wave);
		const subjects = people.map(({ subjectId }) => subjectId).filter((id) => form.value.subjects.includes(id));
		if (subjects.length < form.value.subjects.length) notFound();
		const result = await showAssessments(tx, actor, wave, { ...form.value, subjects }, now);
		if (!result.ok) return showList(c, wave, result.problems);
		return c.redirect(`/surveys/waves/${wave.id}/subjects?saved=shown&act=${result.value}`, 303);
	}),

	post('/surveys/waves/:id/showings/undoing', resultReaders, ['assessment.hidden'], async (c) => {
		const { tx, actor, now } = c.var;
		const wave = await readableOf(c);
		const form = readForm(await c.req.formData(), hidingForm);
		const result = form.ok ? await hideAssessments(tx, actor, wave, form.value, now) : form;
		if (!result.ok) return showList(c, wave, result.problems);
		return c.redirect(`/surveys/waves/${wave.id}/subjects?saved=hidden`, 303);
	})
];
