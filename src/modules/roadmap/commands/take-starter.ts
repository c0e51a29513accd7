import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { type Starter, starterText, yearsToStart } from '../rules/starters/starter';
import { importRoadmap } from './import-roadmap';

/** Takes a starter, in the organisation's words, for a school year: it goes the way of a pasted table. Answers with the import. */
export async function takeStarter(
	tx: Tx,
	actor: Actor,
	{ starter, organisation }: { starter: Starter; organisation: { name: string; fullName: string } },
	form: Submitted<{ year: string }>,
	now: Now
): Promise<Result<string>> {
	const year = yearsToStart(now.today).find(({ from }) => from === form.year);
	if (!year) return rejected({ year: 'Выберите учебный год из списка' });
	const pasted = starterText(starter, { name: organisation.fullName || organisation.name, year });
	return importRoadmap(tx, actor, { token: form.token, source: { pasted, name: `Образец «${starter.name}»` } }, now);
}
