import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findOrganisation } from '../../organisations/queries';
import { closeByArtefact, takeBackArtefact, takeOldCopies } from '../../roadmap/commands/close-by-artefact';
import { seriesInWord } from '../engine/series-in-word';
import type { Series } from '../queries/series';
import { canKeepEvents } from '../rules/event';
import { type Cadence, seriesWords } from '../rules/series';
import { callPeople } from './call';
import { checkEvent, type EventWords, rowOf } from './make';

type NewSeries = Omit<EventWords, 'heldOn' | 'token'> & { every: Cadence; dates: readonly string[] };

/** Makes a series: a meeting on each of the days, all with the same people and words. Answers with its id. */
export async function makeSeries(
	tx: Tx,
	actor: Actor,
	{ token, every, dates, ...said }: Submitted<NewSeries>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		const [first = now.today] = dates;
		const checked = await checkEvent(tx, actor, { ...said, heldOn: first }, now);
		if (!checked.ok) return checked;
		const id = newId(now);
		const made = { made_at: now.at, made_by: actor.personId };
		await tx
			.insertInto('event_series')
			.values({ organisation_id: actor.organisationId, id, title: said.title, every, ...made })
			.execute();
		const events = dates.map((heldOn) => ({
			organisation_id: actor.organisationId,
			id: newId(now),
			...rowOf({ ...said, heldOn }, checked.kind),
			...made,
			series_id: id,
			changed_at: now.at,
			...(said.announce && { announced_at: now.at, announced_by: actor.personId })
		}));
		await tx.insertInto('events').values(events).execute();
		const called = await callPeople(
			tx,
			actor,
			events.map((event) => event.id),
			said.audience,
			now
		);
		if (said.announce && called === 0 && !said.outside) return rejected({ staff: 'Отметьте, кого зовёте.' });
		await journal(tx, actor, 'event.series-made', { kind: 'event-series', id }, now, {
			details: { events: events.length, called }
		});
		return { ok: true, value: id };
	});
}

/** The series has done its work: its table is the evidence. Answers with how many lines of the plan were closed. */
export async function finishSeries(
	tx: Tx,
	actor: Actor,
	series: Series,
	{ token, closes }: Submitted<{ closes: readonly string[] }>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		if (!series.events.some(({ attendedAt }) => attendedAt))
			return rejected({ form: 'Ещё ни на одной встрече не отмечено, кто был: заканчивать нечего.' });
		await setFinished(tx, actor, series.id, {
			finished_on: now.today,
			finished_at: now.at,
			finished_by: actor.personId
		});
		await journal(tx, actor, 'event.series-finished', { kind: 'event-series', id: series.id }, now);
		const thing = { kind: 'event-series' as const, id: series.id };
		const also = await takeOldCopies(tx, actor, thing, now);
		if (closes.length + also.length === 0) return { ok: true, value: 0 };
		const { fullName } = await findOrganisation(tx, actor, now);
		const artefact = {
			...thing,
			on: now.today,
			title: `${series.kind}: ${series.title}, на ${showDate(now.today)}`.slice(0, 300),
			words: seriesWords(series.events),
			file: { name: 'Ряд встреч.docx', bytes: await seriesInWord({ organisation: fullName, series }) }
		};
		const { closed } = await closeByArtefact(tx, actor, closes, artefact, now, also);
		return { ok: true, value: closed.length };
	});
}

/** It goes on after all. */
export async function reopenSeries(
	tx: Tx,
	actor: Actor,
	series: Series,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		await setFinished(tx, actor, series.id, { finished_on: null, finished_at: null, finished_by: null });
		await takeBackArtefact(tx, actor, { kind: 'event-series', id: series.id }, now);
		await journal(tx, actor, 'event.series-reopened', { kind: 'event-series', id: series.id }, now);
		return { ok: true, value: series.id };
	});
}

const setFinished = (
	tx: Tx,
	{ organisationId }: Actor,
	id: string,
	set: { finished_on: string | null; finished_at: string | null; finished_by: string | null }
) =>
	tx.updateTable('event_series').set(set).where('organisation_id', '=', organisationId).where('id', '=', id).execute();

/** Takes a series away with its meetings, while none was held; `back`: brings it back as it was. */
export async function removeSeries(
	tx: Tx,
	actor: Actor,
	series: Series,
	{ token, back }: { token: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		if (!back && series.events.some(({ attendedAt }) => attendedAt))
			return rejected({ form: 'Часть встреч уже прошла: предстоящие уберите по одной на их страницах.' });
		const removed_at = back ? null : now.at;
		await tx
			.updateTable('events')
			.set({ removed_at })
			.where('organisation_id', '=', actor.organisationId)
			.where(
				'id',
				'in',
				series.events.map(({ id }) => id)
			)
			.execute();
		await tx
			.updateTable('event_series')
			.set({ removed_at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', series.id)
			.execute();
		const act = back ? 'event.series-restored' : 'event.series-removed';
		await journal(tx, actor, act, { kind: 'event-series', id: series.id }, now);
		return { ok: true, value: series.id };
	});
}
