import { allow, notFound } from '../../../core/errors';
import { readForm, statusOf, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { closedIn, closesIn } from '../../../ui/closes';
import { bytesOf, chooseAgain, filesOf, problemsWithFiles, some, uploadLimit } from '../../files/rules';
import { historyOf } from '../../journal/queries';
import { findOrganisation } from '../../organisations/queries';
import { removePractice, takeIntoBank, undoAcceptance } from '../commands/accept';
import { attachFiles, removeFile } from '../commands/files';
import { changePractice } from '../commands/write';
import { practiceInWord } from '../engine/practice-in-word';
import { changedPracticeForm, tokenForm } from '../form';
import { EditPracticePage } from '../pages/edit';
import { PracticePage } from '../pages/practice';
import { findPractice, findPracticeFile, listPossibleAuthors, type Practice } from '../queries/practice';
import { allParts, canChange, canKeepPractices, practiceKeepers } from '../rules/practice';
import { type C, closableHere, practiceOf, type Wrong } from './shared';

async function showPractice(c: C, practice: Practice, wrong?: Wrong & { chosen?: readonly string[] }) {
	const { tx, actor, view } = c.var;
	const keeps = canKeepPractices(actor);
	const history = keeps ? await historyOf(tx, actor, { kind: 'practice', id: practice.id }) : [];
	const closable = await closableHere(c);
	const file = view.saved === 'file-removed' ? await findPracticeFile(tx, actor, c.req.query('of') ?? '') : undefined;
	const shown = wrong ?? { values: { token: crypto.randomUUID() }, problems: {} };
	const closed = closedIn(c.req.query('closed'));
	return c.html(
		<PracticePage {...{ view, practice, history, closable, closed, removedFile: file }} {...shown} />,
		wrong ? 422 : 200
	);
}

const valuesOf = (practice: Practice): Values => ({
	title: practice.title,
	form: practice.form,
	...Object.fromEntries(allParts.map((part) => [part, practice[part]])),
	occurrence: practice.activity?.occurrenceId ?? '',
	version: String(practice.version),
	...(practice.spreads && { spreads: 'on' })
});

async function showEdit(
	c: C,
	practice: Practice,
	wrong?: Wrong & { chosen: readonly string[]; theirs?: Values | undefined }
) {
	const { tx, actor, now, view } = c.var;
	allow(canChange(actor, practice));
	const written = practice.authors.map(({ id }) => id);
	const staff = await listPossibleAuthors(tx, actor, now, written);
	const found = await closableHere(c);
	const { activity } = practice;
	const lines =
		activity && !found.some(({ occurrenceId }) => occurrenceId === activity.occurrenceId)
			? [...found, { ...activity, planTitle: 'выбрано раньше' }]
			: found;
	const fresh = { values: { ...valuesOf(practice), token: crypto.randomUUID() }, problems: {}, chosen: written };
	return c.html(
		<EditPracticePage {...{ view, practice, staff, lines }} {...(wrong ?? fresh)} />,
		wrong ? statusOf(wrong as { theirs?: Values }) : 200
	);
}

const fileOf = async (c: C, removed: boolean) => {
	const { tx, actor, now } = c.var;
	const file = (await findPracticeFile(tx, actor, c.req.param('id') ?? '')) ?? notFound();
	if ((file.removedAt !== null) !== removed) notFound();
	return { file, practice: (await findPractice(tx, actor, file.practiceId, now)) ?? notFound() };
};

/** One case: its card, its words, its files, its place in the bank. */
export const practiceRoutes: readonly Route[] = [
	get('/practices/:id', 'signed-in', async (c) => showPractice(c, await practiceOf(c))),

	get('/practices/:id/document.docx', 'signed-in', async (c) => {
		const { tx, actor, now } = c.var;
		const practice = await practiceOf(c);
		const { fullName: organisation } = await findOrganisation(tx, actor, now);
		return sendFile(c, `Практика ${practice.title}.docx`, await practiceInWord({ organisation, practice }));
	}),

	get('/practices/:id/edit', 'signed-in', async (c) => showEdit(c, await practiceOf(c))),

	post('/practices/:id/words', 'signed-in', ['practice.changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const practice = await practiceOf(c);
		allow(canChange(actor, practice));
		const data = await c.req.formData();
		const form = readForm(data, changedPracticeForm, ['author']);
		const chosen = data.getAll('author').map(String);
		const theirs = valuesOf(practice);
		const result = form.ok ? await changePractice(tx, actor, practice, { ...form.value, theirs }, now) : form;
		if (!result.ok) {
			const stale = 'theirs' in result ? result.theirs : undefined;
			const values = stale ? { ...form.values, version: String(practice.version) } : form.values;
			return showEdit(c, practice, {
				values,
				problems: result.problems,
				chosen,
				...(stale && { theirs: stale })
			});
		}
		return c.redirect(`/practices/${practice.id}?saved=changed`, 303);
	}),

	post(
		'/practices/:id/acceptance',
		practiceKeepers,
		['practice.accepted', 'activity.done', 'evidence.attached', 'file.stored'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const practice = await practiceOf(c);
			const data = await c.req.formData();
			const [form, closes] = [readForm(data, tokenForm), closesIn(data)];
			const result = form.ok ? await takeIntoBank(tx, actor, practice, { ...form.value, closes }, now) : form;
			if (!result.ok)
				return showPractice(c, practice, { values: form.values, problems: result.problems, chosen: closes });
			const saved = practice.acceptedAt ? 'filed' : 'accepted';
			return c.redirect(`/practices/${practice.id}?saved=${saved}&closed=${result.value}`, 303);
		}
	),

	post('/practices/:id/acceptance/undoing', practiceKeepers, ['practice.acceptance-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const practice = await practiceOf(c);
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await undoAcceptance(tx, actor, practice, form.value, now);
		return c.redirect(`/practices/${practice.id}?saved=acceptance-undone`, 303);
	}),

	post('/practices/:id/removal', 'signed-in', ['practice.removed'], async (c) => {
		const { tx, actor, now } = c.var;
		const practice = await practiceOf(c);
		allow(canChange(actor, practice));
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await removePractice(tx, actor, practice, { ...form.value, back: false }, now);
		return c.redirect(`/practices?saved=removed&of=${practice.id}`, 303);
	}),

	post('/practices/:id/restoration', 'signed-in', ['practice.restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const practice = (await findPractice(tx, actor, c.req.param('id'), now, true)) ?? notFound();
		allow(canChange(actor, practice));
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await removePractice(tx, actor, practice, { ...form.value, back: true }, now);
		return c.redirect(`/practices/${practice.id}?saved=restored`, 303);
	}),

	post(
		'/practices/:id/files',
		'signed-in',
		['practice.file-attached'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const practice = await practiceOf(c);
			allow(canChange(actor, practice));
			const data = await c.req.formData();
			const files = filesOf(data);
			const form = readForm(data, tokenForm);
			const wrong = { ...(form.ok ? {} : form.problems), ...problemsWithFiles(files) };
			const result =
				form.ok && !some(wrong)
					? await attachFiles(tx, actor, practice, { ...form.value, files: await bytesOf(files) }, now)
					: { ok: false as const, problems: wrong };
			if (!result.ok)
				return showPractice(c, practice, { values: form.values, problems: chooseAgain(files, result.problems) });
			return c.redirect(`/practices/${practice.id}?saved=file`, 303);
		},
		{ limit: uploadLimit }
	),

	post('/practice-files/:id/removal', 'signed-in', ['practice.file-removed'], async (c) => {
		const { tx, actor, now } = c.var;
		const { file, practice } = await fileOf(c, false);
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await removeFile(tx, actor, practice, { ...form.value, id: file.id, back: false }, now);
		return c.redirect(`/practices/${practice.id}?saved=file-removed&of=${file.id}`, 303);
	}),

	post('/practice-files/:id/restoration', 'signed-in', ['practice.file-restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const { file, practice } = await fileOf(c, true);
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await removeFile(tx, actor, practice, { ...form.value, id: file.id, back: true }, now);
		return c.redirect(`/practices/${practice.id}?saved=file`, 303);
	})
];
