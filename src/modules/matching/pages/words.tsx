import type { View } from '../../../core/view';
import { momentText, Quiet, shortName } from '../../../ui/text';
import type { RunLine } from '../queries/runs';
import type { Change } from '../rules/score/changes';
import type { WishMove } from '../rules/score/prices';
import type { RunPair } from '../rules/score/reckon';
import { allRoles } from '../rules/score/roles';
import { bestFirst, reasonsOf, type ScoredPart } from '../rules/score/score';
import { parts } from '../rules/score/terms';

export type Names = ReadonlyMap<string, string>;
/** A name of a run: the run itself knows ids alone. */
export const nameIn = (names: Names, id: string) => names.get(id) ?? 'человек без имени';
export const briefIn = (names: Names, id: string) => shortName(nameIn(names, id));

/** By the name of the mentee, in the order of roles where one has two. */
export const byName =
	(names: Names) =>
	(one: RunPair, other: RunPair): number =>
		nameIn(names, one.mentee).localeCompare(nameIn(names, other.mentee), 'ru') || roleOrder(one) - roleOrder(other);
const roleOrder = ({ role }: RunPair) => (role ? allRoles.indexOf(role) : -1);

export const crumb = { href: '/matching', label: 'Подбор' };
export const pairForms = ['пара', 'пары', 'пар'] as const;
export const pointForms = ['балл', 'балла', 'баллов'] as const;
export const personForms = ['человек', 'человека', 'человек'] as const;

/** Why a pair, the strongest reasons first: «нужна помощь с дисциплиной – у наставника это сильная сторона: +180». */
export const Reasons = ({ scored, most = 20 }: { scored: readonly ScoredPart[]; most?: number }) => {
	const reasons = reasonsOf(scored, most);
	return reasons.length === 0 ? (
		<Quiet>О них пока мало известно.</Quiet>
	) : (
		<ul class="periods">
			{reasons.map(({ reason, points }) => (
				<li>
					{reason}: <strong>+{points}</strong>
				</li>
			))}
		</ul>
	);
};

/** Every part, with what it could have brought. */
export const AllParts = ({ scored }: { scored: readonly ScoredPart[] }) => (
	<ul class="periods">
		{bestFirst(scored).map(({ part, points, most, reason }) => (
			<li>
				{parts[part]}: {points} <Quiet>из {most}</Quiet>. {reason}.
			</li>
		))}
	</ul>
);

/** «Изменились пожелания: Белова А. С., Гусев Б. О.» */
export const ChangeLine = ({ change: { what, people }, names }: { change: Change; names: Names }) => {
	const shown = people.slice(0, 5).map((id) => briefIn(names, id));
	const more = people.length > 5 ? ` и ещё ${people.length - 5}` : '';
	return (
		<li>
			{what}
			{people.length > 0 && `: ${shown.join(', ')}${more}`}
		</li>
	);
};

/** «Гусев Б. О.: Белова А. С. → Жукова Н. Л., −40» */
export function moveWords({ mentee, from, to, points }: WishMove, names: Names) {
	const name = (id: string | null) => (id === null ? 'без наставника' : briefIn(names, id));
	const sign = points > 0 ? `, +${points}` : points < 0 ? `, −${-points}` : '';
	return `${briefIn(names, mentee)}: ${name(from)} → ${name(to)}${sign}`;
}

/** «Подбор 27 ноября, 14:05 (Агапова Алла Тимофеевна, пар 5)» */
export const runTitle = ({ madeAt, who, pairs }: RunLine, { actor, now }: View) =>
	`Подбор ${momentText(madeAt, actor.timeZone, now.today)} (${who}, пар ${pairs})`;
