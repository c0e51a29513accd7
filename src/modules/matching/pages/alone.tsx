import { Table } from '../../../ui/table';
import { PersonName, shortName } from '../../../ui/text';
import type { Run } from '../queries/runs';
import type { Unlock, Unmatched } from '../rules/why-unmatched';
import { type Names, nameIn } from './words';

/** Everybody who was left, why, and what would help. */
export const Alone = ({ run, names }: { run: Run; names: Names }) => {
	const { unmatched } = run.result;
	const mentee = ({ mentee: at }: Unmatched) => run.problem.mentees[at]?.id ?? '';
	const name = (one: Unmatched) => nameIn(names, mentee(one));
	return unmatched.length === 0 ? null : (
		<section>
			<h2>Кому не хватило</h2>
			<Table
				caption="Кому не хватило наставника"
				columns={[
					{
						head: 'Наставляемый',
						main: true,
						cell: (one: Unmatched) => (
							<a href={`/matching/runs/${run.id}/people/${mentee(one)}`}>
								<PersonName name={name(one)} />
							</a>
						)
					},
					{ head: 'Почему', width: 'wide', cell: ({ reason }) => reason },
					{
						head: 'Что поможет',
						width: 'wide',
						cell: (one) =>
							one.wouldUnlock.length > 0 && (
								<ul class="periods">
									{one.wouldUnlock.map((unlock) => (
										<li>{unlockWords(unlock, run, names, mentee(one))}</li>
									))}
								</ul>
							)
					}
				]}
				rows={unmatched.toSorted((one, other) => name(one).localeCompare(name(other), 'ru'))}
			/>
		</section>
	);
};

/** «ещё одно место у Белова А. С.» would not agree: names stay in their first form, after a colon. */
export function unlockWords(unlock: Unlock, run: Run, names: Names, menteeId: string) {
	const role = run.problem.mentees.find(({ id }) => id === menteeId)?.roles?.[unlock.role ?? -1];
	const name = `${shortName(nameIn(names, run.problem.mentors[unlock.mentor]?.id ?? ''))}${role ? ` (${role})` : ''}`;
	if (unlock.kind === 'filters') return `Снять условие (${unlock.filters.join(', ')}), наставник: ${name}`;
	return unlock.kept
		? `Ещё одно место, закреплённое за этим человеком, наставник: ${name}`
		: `Ещё одно место, наставник: ${name}`;
}
