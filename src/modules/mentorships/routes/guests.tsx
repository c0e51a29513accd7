import { notFound } from '../../../core/errors';
import { type Problems, readForm, statusOf, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { changeGuest, enterGuest, undoGuest } from '../commands/guests';
import { guestChangeForm, guestForm, guestUndoForm } from '../form/guests';
import { GuestPage, NewGuestPage } from '../pages/guest';
import { findGuest, type Guest, wasGuest } from '../queries/guests';
import { mentorshipKeepers } from '../rules/words';
import type { C } from './shared';

const guestIn = async (c: C) => (await findGuest(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();
const goneAt = (id: string) => `/people?saved=removed&of=${id}`;
const valuesOf = ({ worksAt, post: there, contact, number }: Guest): Values => ({
	...{ worksAt, post: there, contact },
	version: String(number)
});

async function showGuest(c: C, wrong?: { values: Values; problems: Problems; theirs?: Values | undefined }) {
	const guest = await guestIn(c);
	const values = wrong?.values ?? { token: crypto.randomUUID(), ...valuesOf(guest) };
	const page = (
		<GuestPage {...{ view: c.var.view, guest, values }} problems={wrong?.problems ?? {}} theirs={wrong?.theirs} />
	);
	return c.html(page, wrong ? statusOf(wrong.theirs ? { theirs: wrong.theirs } : {}) : 200);
}

/** Mentors of other organisations: a person here, with a link home that nobody there sees. */
export const guestRoutes: readonly Route[] = [
	get('/mentorship-guests/new', mentorshipKeepers, (c) => {
		const { view } = c.var;
		const values = { token: crypto.randomUUID() };
		return c.html(<NewGuestPage {...{ view, values }} mentee={c.req.query('mentee') ?? ''} />);
	}),

	post('/mentorship-guests', mentorshipKeepers, ['guest.entered'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const form = readForm(await c.req.formData(), guestForm);
		const result = form.ok ? await enterGuest(tx, actor, form.value, now) : form;
		const mentee = form.values.mentee ?? '';
		if (!result.ok)
			return c.html(<NewGuestPage {...{ view, mentee }} values={form.values} problems={result.problems} />, 422);
		const id = result.value;
		return c.redirect(mentee ? `/mentorships/new?${new URLSearchParams({ mentee, other: id })}` : `/people/${id}`, 303);
	}),

	get('/mentorship-guests/:id', mentorshipKeepers, (c) => showGuest(c)),

	post('/mentorship-guests/:id', mentorshipKeepers, ['guest.changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const guest = await guestIn(c);
		const form = readForm(await c.req.formData(), guestChangeForm);
		const result = form.ok ? await changeGuest(tx, actor, guest, { ...form.value, theirs: valuesOf }, now) : form;
		if (!result.ok)
			return showGuest(c, {
				values: form.values,
				problems: result.problems,
				...('theirs' in result && { theirs: result.theirs })
			});
		return c.redirect(`/people/${guest.personId}?saved=changed`, 303);
	}),

	post('/mentorship-guests/:id/undoing', mentorshipKeepers, ['guest.undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const asked = c.req.param('id') ?? '';
		// sent twice, or by two: the entry is gone, as was wanted
		if (await wasGuest(tx, actor, asked)) return c.redirect(goneAt(asked), 303);
		const guest = await guestIn(c);
		const form = readForm(await c.req.formData(), guestUndoForm);
		const result = form.ok ? await undoGuest(tx, actor, guest, form.value, now) : form;
		if (!result.ok) {
			const values = { token: crypto.randomUUID(), ...valuesOf(guest) };
			return showGuest(c, { values, problems: result.problems });
		}
		const { personId: id } = guest;
		return c.redirect(result.value === 'changed' ? `/people/${id}?saved=changed` : goneAt(id), 303);
	})
];
