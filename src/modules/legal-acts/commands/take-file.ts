import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { listBrought } from '../queries/act';
import { listLibrary } from '../queries/library';
import { type LibraryFile, proposalsOf } from '../rules/exchange';
import { canKeepLibrary, mostActs } from '../rules/library';
import { addWording } from './publish';

/** What a file from above proposes to the library as it stands. */
export const compareFile = async (tx: Tx, actor: Actor, file: LibraryFile) =>
	proposalsOf(file, await listLibrary(tx, actor), await listBrought(tx, actor));

/** Takes the chosen acts of a file; what has changed here meanwhile is compared anew. Answers with how many were taken. */
export async function takeFile(
	tx: Tx,
	actor: Actor,
	file: LibraryFile,
	{ token, take }: Submitted<{ take: readonly string[] }>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepLibrary(actor));
	return once(tx, actor, token, now, async () => {
		const library = await listLibrary(tx, actor);
		const chosen = (await compareFile(tx, actor, file)).filter(({ key }) => take.includes(key));
		if (chosen.length === 0) return rejected({ form: 'Всё это уже есть в вашей библиотеке.' });
		if (library.length + chosen.length > mostActs)
			return rejected({ form: `В библиотеке не больше ${mostActs} актов. Уберите лишние или отметьте меньше.` });
		for (const { key, merged } of chosen) {
			const act = library.find((one) => one.key === key);
			await addWording(tx, actor, { key, act }, { contents: merged, brought: true, file: null }, now);
		}
		const subject = { kind: 'organisation' as const, id: actor.organisationId };
		await journal(tx, actor, 'legal-acts.brought', subject, now, { details: { count: chosen.length } });
		return { ok: true, value: chosen.length };
	});
}
