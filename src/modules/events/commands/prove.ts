import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { findOrganisation } from '../../organisations/queries';
import { type Artefact, closeByArtefact, takeOldCopies } from '../../roadmap/commands/close-by-artefact';
import { minutesInWord } from '../engine/minutes-in-word';
import { sheetInWord } from '../engine/sheet-in-word';
import { type Event, listCalled } from '../queries/event';
import type { Minutes } from '../queries/minutes';
import { minutesTitle } from '../rules/minutes';
import { cameWords, sheetWords } from '../rules/sheet';

/** Closes what was chosen and puts the paper to the line of the plan that the event is held for, closed or not. Answers with how many were closed. */
async function prove(
	tx: Tx,
	actor: Actor,
	{ activity }: Pick<Event, 'activity'>,
	closes: readonly string[],
	artefact: Omit<Artefact, 'file'>,
	file: () => Promise<NonNullable<Artefact['file']>>,
	now: Now
) {
	const also = [...(activity ? [activity.occurrenceId] : []), ...(await takeOldCopies(tx, actor, artefact, now))];
	if (closes.length + also.length === 0) return 0;
	const { closed } = await closeByArtefact(tx, actor, closes, { ...artefact, file: await file() }, now, also);
	return closed.length;
}

/** The list of those who came is the evidence. */
export async function proveByAttendance(tx: Tx, actor: Actor, event: Event, closes: readonly string[], now: Now) {
	const people = await listCalled(tx, actor, event.id, now);
	const artefact = {
		kind: 'event' as const,
		id: event.id,
		on: event.heldOn,
		title: `${event.kind}: ${event.title}, ${showDate(event.heldOn)}`.slice(0, 300),
		words: cameWords(event, people)
	};
	return prove(
		tx,
		actor,
		event,
		closes,
		artefact,
		async () => ({
			name: 'Список присутствующих.docx',
			bytes: await sheetInWord({ ...(await aboutOf(tx, actor, event, now)), people, came: true })
		}),
		now
	);
}

/** The sheet of acquaintance, as far as it is signed today. */
export async function proveBySheet(tx: Tx, actor: Actor, event: Event, closes: readonly string[], now: Now) {
	const people = await listCalled(tx, actor, event.id, now);
	const artefact = {
		kind: 'acquaintance' as const,
		id: event.id,
		on: now.today,
		title: `Лист ознакомления: ${event.title}`.slice(0, 300),
		words: sheetWords(event, people)
	};
	return prove(
		tx,
		actor,
		event,
		closes,
		artefact,
		async () => ({
			name: 'Лист ознакомления.docx',
			bytes: await sheetInWord({ ...(await aboutOf(tx, actor, event, now)), people })
		}),
		now
	);
}

/** Signed minutes. */
export async function proveByMinutes(
	tx: Tx,
	actor: Actor,
	event: Event,
	minutes: Minutes,
	closes: readonly string[],
	now: Now
) {
	const decided = minutes.items.flatMap(({ decisions }) => decisions).length;
	const artefact = {
		kind: 'minutes' as const,
		id: event.id,
		on: event.heldOn,
		title: `${minutesTitle(minutes)} от ${showDate(event.heldOn)}`,
		words: `Вопросов ${minutes.items.length}, решений ${decided}, присутствовали ${minutes.present ?? 0}${minutes.invited ? ` из ${minutes.invited}` : ''}`
	};
	return prove(
		tx,
		actor,
		event,
		closes,
		artefact,
		async () => ({
			name: 'Протокол.docx',
			bytes: await minutesInWord({ ...(await aboutOf(tx, actor, event, now)), minutes })
		}),
		now
	);
}

/** What papers say of an event and of whose it is. */
export async function aboutOf(tx: Tx, actor: Actor, event: Event, now: Now) {
	const { fullName } = await findOrganisation(tx, actor, now);
	return { event, organisation: fullName };
}
