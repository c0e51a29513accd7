import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { once } from '../../../db/once';
import { closeByArtefact } from '../../roadmap/commands/close-by-artefact';
import type { SavedMapping } from '../queries/exchange';
import { canKeepRegisters, registers } from '../rules/registers';

type Handed = {
	token: string;
	closes: readonly string[];
	/** The file as it was made for the receiver, and who is in it. */
	file: { name: string; bytes: Uint8Array };
	count: number;
	leftOut: number;
};

/** The file that was made for a receiver closes the chosen lines of the plan; its copy is for those who keep the registers. */
export async function closeByExchange(
	tx: Tx,
	actor: Actor,
	mapping: SavedMapping,
	{ token, closes, file, count, leftOut }: Handed,
	now: Now
): Promise<Result<number>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		if (closes.length === 0) return rejected({ closes: 'Отметьте мероприятие, которое этим выполнено' });
		if (count === 0) return rejected({ closes: 'В файле никого нет: передавать нечего' });
		const title = `${registers[mapping.register].name} для получателя «${mapping.name}», ${showDate(now.today)}`;
		const left = leftOut > 0 ? `, без согласия на передачу вне файла: ${leftOut}` : '';
		const words = `В файле человек: ${count}, столбцов: ${mapping.columns.length}${left}`;
		const made = { kind: 'exchange-file', id: mapping.id, on: now.today, title, words, file } as const;
		const { closed } = await closeByArtefact(tx, actor, closes, made, now);
		return closed.length > 0
			? { ok: true, value: closed.length }
			: rejected({ closes: 'Это уже отметил кто-то из коллег' });
	});
}
