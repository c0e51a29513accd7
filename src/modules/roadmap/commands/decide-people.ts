import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { listColleagues } from '../queries/import-people';
import { decidePeople, entrustAll } from '../rules/corrections';
import { namedIn, nobodyNamed, sameWords } from '../rules/draft';
import { shortName } from '../rules/known-people';
import { correctImport } from './correct-import';

export type Decision = {
	token: string;
	/** Written words → id of a colleague, '' for nobody of ours; words that the plan does not have are let go. */
	people: Record<string, string>;
	/** For a plan that names nobody: id of the one who gets everything, '' for nobody yet. */
	entrusted: string;
};

/** Confirms who is who. Never makes a person: only those who work here can be named. */
export async function confirmPeople(
	tx: Tx,
	actor: Actor,
	id: string,
	{ token, people, entrusted }: Decision,
	now: Now
) {
	const colleagues = new Map((await listColleagues(tx, actor, now.today)).map((one) => [one.id, one]));
	return correctImport(
		tx,
		actor,
		id,
		{
			token,
			what: 'Исполнители подтверждены.',
			correct(draft, version) {
				const stranger = [...Object.values(people), entrusted].some((one) => one !== '' && !colleagues.has(one));
				if (stranger) return rejected({ form: 'Кто-то из выбранных у вас больше не работает: выберите заново.' });
				const asked = namedIn(draft).filter(({ words }) => Object.hasOwn(people, words));
				const decided = decidePeople(draft, Object.fromEntries(asked.map(({ words }) => [words, people[words] ?? ''])));
				const everything = colleagues.get(entrusted);
				if (!everything || !nobodyNamed(draft)) return decided;
				const text = shortName(everything);
				const given = entrustAll(decided, { text, kind: 'person' }, version);
				return decidePeople(given, { [sameWords(text)]: entrusted });
			}
		},
		now
	);
}
