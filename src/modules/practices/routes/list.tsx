import { readForm, statusOf, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { closedIn, closesIn } from '../../../ui/closes';
import { findOrganisation } from '../../organisations/queries';
import { fileBank } from '../commands/accept';
import { makePractice } from '../commands/write';
import { bankInWord } from '../engine/practice-in-word';
import { practiceForm, tokenForm } from '../form';
import { NewPracticePage } from '../pages/edit';
import { PracticesPage } from '../pages/list';
import { listPractices } from '../queries/list';
import { findPractice, listBank, listPossibleAuthors } from '../queries/practice';
import { type FinishedProgramme, findFinished } from '../queries/programme';
import { practicesWanted } from '../rules/list';
import { canKeepPractices, practiceKeepers } from '../rules/practice';
import { begunWith } from '../rules/programme';
import { type C, closableHere, type Wrong } from './shared';

async function showList(c: C, wrong?: Wrong & { chosen: readonly string[] }) {
	const { tx, actor, now, view } = c.var;
	const wanted = practicesWanted(c.req.query());
	const found = await listPractices(tx, actor, wanted);
	const of = c.req.query('of') ?? '';
	const removed = view.saved === 'removed' ? await findPractice(tx, actor, of, now, true) : undefined;
	const shown = wrong ?? { values: { token: crypto.randomUUID() }, problems: {}, chosen: undefined };
	const closable = await closableHere(c);
	const closed = closedIn(c.req.query('closed'));
	return c.html(
		<PracticesPage {...{ view, wanted, removed, closable, closed }} {...found} {...shown} />,
		wrong ? 422 : 200
	);
}

/** The programme a case is begun from: by itself, or the last one of a person. Only those who keep the bank read the registers. */
async function programmeOf(c: C, id: string | undefined): Promise<FinishedProgramme | undefined> {
	const { tx, actor } = c.var;
	if (!canKeepPractices(actor)) return undefined;
	const { person } = c.req.query();
	if (id) return findFinished(tx, actor, { programme: id });
	return person ? findFinished(tx, actor, { person }) : undefined;
}

async function showNew(c: C, wrong?: Wrong & { chosen: readonly string[] }) {
	const { tx, actor, now, view } = c.var;
	const programme = await programmeOf(c, wrong ? wrong.values.programme : c.req.query('programme'));
	const begun = programme ? begunWith(programme) : { values: {}, chosen: [actor.personId] };
	const fresh: Wrong & { chosen: readonly string[] } = {
		values: { ...begun.values, token: crypto.randomUUID() },
		problems: {},
		chosen: begun.chosen
	};
	const staff = await listPossibleAuthors(tx, actor, now, begun.chosen);
	const lines = await closableHere(c);
	return c.html(
		<NewPracticePage {...{ view, programme, staff, lines }} {...(wrong ?? fresh)} />,
		wrong ? statusOf(wrong as { theirs?: Values }) : 200
	);
}

/** The bank of practices, new ones, the bank as a paper. */
export const practiceListRoutes: readonly Route[] = [
	get('/practices', 'signed-in', (c) => showList(c)),

	get('/practices/new', 'signed-in', (c) => showNew(c)),

	get('/practices/document.docx', practiceKeepers, async (c) => {
		const { tx, actor, now } = c.var;
		const practices = await listBank(tx, actor, now);
		const { fullName: organisation } = await findOrganisation(tx, actor, now);
		return sendFile(c, 'Банк практик.docx', await bankInWord({ organisation, practices, on: now.today }));
	}),

	post(
		'/practices/editions',
		practiceKeepers,
		['practices.filed', 'activity.done', 'evidence.attached', 'file.stored'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const data = await c.req.formData();
			const [form, closes] = [readForm(data, tokenForm), closesIn(data)];
			const result = form.ok ? await fileBank(tx, actor, { ...form.value, closes }, now) : form;
			if (!result.ok) return showList(c, { values: form.values, problems: result.problems, chosen: closes });
			return c.redirect(`/practices?saved=filed&closed=${result.value}`, 303);
		}
	),

	post('/practices', 'signed-in', ['practice.made'], async (c) => {
		const { tx, actor, now } = c.var;
		const data = await c.req.formData();
		const form = readForm(data, practiceForm, ['author']);
		const chosen = data.getAll('author').map(String);
		const accept = data.get('accept') === 'on';
		const result = form.ok ? await makePractice(tx, actor, { ...form.value, accept }, now) : form;
		if (!result.ok) return showNew(c, { values: form.values, problems: result.problems, chosen });
		const saved = accept && canKeepPractices(actor) ? 'accepted' : canKeepPractices(actor) ? 'made' : 'proposed';
		return c.redirect(`/practices/${result.value}?saved=${saved}`, 303);
	})
];
