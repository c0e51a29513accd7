import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { bringBackArtefact, closeByArtefact, takeBackArtefact } from '../../roadmap/commands/close-by-artefact';
import { gapsInWord } from '../engine/gaps-in-word';
import type { Gaps } from '../rules/gaps';
import { canKeepRegisters } from '../rules/registers';

type Accepting = { on: string; conclusion: string; contents: Gaps; closes: readonly string[] };

/** Accepts the report: the table is frozen with the conclusion, and it is the evidence of the activities it closes. */
export async function acceptGaps(
	tx: Tx,
	actor: Actor,
	{ token, on, conclusion, contents, closes }: Submitted<Accepting>,
	now: Now
): Promise<Result<{ id: string; closed: number }>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		if (on > now.today) return rejected({ on: 'Этот день ещё не наступил.' });
		if (contents.rows.length === 0)
			return rejected({ form: 'Сопоставлять пока нечего: запишите запросы и предложения.' });
		const id = newId(now);
		await tx
			.insertInto('gap_reports')
			.values({
				organisation_id: actor.organisationId,
				id,
				conclusion,
				contents: JSON.stringify(contents),
				accepted_on: on,
				accepted_at: now.at,
				accepted_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'gaps.accepted', { kind: 'gap-report', id }, now);
		const artefact = {
			kind: 'gaps' as const,
			id,
			on,
			title: `Отчёт о сопоставлении запросов и предложений, ${showDate(on)}`,
			words: `Сопоставлено направлений: ${contents.rows.length}`,
			...(closes.length > 0 && {
				file: {
					name: 'Сопоставление запросов и предложений.docx',
					bytes: await gapsInWord({ acceptedOn: on, conclusion, contents })
				}
			})
		};
		const { closed } = await closeByArtefact(tx, actor, closes, artefact, now);
		return { ok: true, value: { id, closed: closed.length } };
	});
}

export async function withdrawGaps(
	tx: Tx,
	actor: Actor,
	id: string,
	{ token, back }: { token: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		await tx
			.updateTable('gap_reports')
			.set({ withdrawn_at: back ? null : now.at, withdrawn_by: back ? null : actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.execute();
		const thing = { kind: 'gaps' as const, id };
		await (back ? bringBackArtefact(tx, actor, thing) : takeBackArtefact(tx, actor, thing, now));
		await journal(tx, actor, back ? 'gaps.restored' : 'gaps.withdrawn', { kind: 'gap-report', id }, now);
		return { ok: true, value: id };
	});
}
