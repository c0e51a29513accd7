import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { writeNotes } from '../../notifications/commands/notes';
import type { StoredDocument } from '../queries/document';
import { type Outcome, outcomes } from '../rules/life';

type To = { id: string; personId: string; dueOn: string | null };

/** Those who are asked are told of it, and told again when the text has changed after their answer. */
export async function tellAsked(
	tx: Tx,
	actor: Actor,
	{ title }: Pick<StoredDocument, 'title'>,
	asked: readonly To[],
	why: 'asked' | 'changed',
	now: Now
) {
	const notes = asked
		.filter(({ personId }) => personId !== actor.personId)
		.map(({ id, personId, dueOn }) => ({
			personId,
			key: `approval ${id} ${why} ${now.at}`,
			note: {
				heading: why === 'asked' ? 'Документ ждёт вашего согласования' : 'Текст изменился, нужен новый ответ',
				lines: [`«${title}».`, ...(dueOn ? [`Ответьте по ${showDate(dueOn)}.`] : [])],
				href: `/agreement/${id}`,
				label: 'Прочитать и ответить'
			}
		}));
	await writeNotes(tx, actor, notes, now);
}

/** Whoever asked learns what was answered. */
export async function tellAnswered(
	tx: Tx,
	actor: Actor,
	{ id, documentId, title, askedBy }: { id: string; documentId: string; title: string; askedBy: string | null },
	outcome: Outcome,
	now: Now
) {
	if (!askedBy || askedBy === actor.personId) return;
	const note = {
		heading: 'На просьбу согласовать ответили',
		lines: [`«${title}»: ${outcomes[outcome]}.`], // who, stands behind the link: a letter outlives an erasure
		href: `/documents/made/${documentId}`,
		label: 'Открыть документ'
	};
	await writeNotes(tx, actor, [{ personId: askedBy, key: `approval ${id} answered ${now.at}`, note }], now);
}
