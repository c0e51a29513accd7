import type { Child } from 'hono/jsx';
import { plain } from '../../../core/plain';
import { Pill } from '../../../ui/state';
import { Quiet } from '../../../ui/text';
import { keyOf } from '../rules/board';
import { roles } from '../rules/score/roles';
import type { BoardProps } from './board-words';
import { briefIn } from './words';

type Props = BoardProps & { fixed: boolean };

/** A card a mentor, with the places and who has them; first of all those who have nobody. */
export const BoardColumns = (props: Props) => {
	const { pairs, run, names, standing, q } = props;
	const words = plain(q).split(/\s+/).filter(Boolean);
	const of = Map.groupBy(pairs, ({ mentor }) => mentor);
	const places = new Map(run.problem.mentors.map(({ id, capacity }) => [id, capacity]));
	const mentors = [...new Set([...places.keys(), ...of.keys()])]
		.filter((mentor) => {
			const people = [mentor, ...(of.get(mentor) ?? []).map(({ mentee }) => mentee)];
			const text = plain(people.map((id) => briefIn(names, id)).join(' '));
			return words.every((word) => text.includes(word));
		})
		.sort((one, other) => briefIn(names, one).localeCompare(briefIn(names, other), 'ru'));
	return (
		<div class="cards">
			<Column
				to="none"
				title="Без наставника"
				state={
					standing.lacking.length === 0 && (
						<Pill tone="good" icon="check">
							никого
						</Pill>
					)
				}
			>
				{standing.lacking.map(({ mentee, by }) => (
					<Seat {...props} mentee={mentee} mentor="">
						{lackWords(props, mentee, by) && <Quiet>{lackWords(props, mentee, by)}</Quiet>}
					</Seat>
				))}
			</Column>
			{mentors.map((mentor) => {
				const here = of.get(mentor) ?? [];
				const all = places.get(mentor);
				const over = all !== undefined && here.length > all;
				return (
					<Column
						to={mentor}
						title={briefIn(names, mentor)}
						state={
							<Pill tone={over ? 'warm' : 'calm'} {...(over && { icon: 'alert' as const })}>
								{all === undefined ? 'не из этого подбора' : `занято ${here.length} из ${all}`}
							</Pill>
						}
					>
						{here.map((pair) => (
							<Seat {...props} mentee={pair.mentee} mentor={mentor}>
								<Marks {...props} pair={pair} />
							</Seat>
						))}
					</Column>
				);
			})}
		</div>
	);
};

/** «нужны двое», «нужен методический» */
function lackWords({ run, pairs }: Props, mentee: string, by: number) {
	const wanted = run.problem.mentees.find(({ id }) => id === mentee)?.roles;
	const has = pairs.filter((pair) => pair.mentee === mentee).map(({ role }): string => (role ? roles[role] : ''));
	const left = wanted?.filter((role) => !has.includes(role));
	if (left && left.length > 0) return `${left.length > 1 ? 'нужны' : 'нужен'} ${left.join(' и ')}`;
	return by === 2 ? 'нужны двое' : '';
}

const Column = ({ to, title, state, children }: { to: string; title: string; state: Child; children: Child }) => (
	<section class="card" data-to={to} data-name={title} aria-label={title} {...(to !== 'none' && { 'data-found': '' })}>
		<header>
			<h2>{title}</h2>
			{state}
		</header>
		<ul class="periods">{children}</ul>
		<p class="quiet" data-hint />
	</section>
);

type SeatProps = Props & { mentee: string; mentor: string; children?: Child };

const Seat = ({ proposal, names, locks, fixed, mentee, mentor, children }: SeatProps) => {
	const who = `${mentee} ${mentor}`;
	const name = briefIn(names, mentee);
	const moves = !fixed && !locks.has(who);
	return (
		<li {...(moves && { 'data-who': who, 'data-name': name })}>
			{moves ? (
				<a href={`/matching/proposals/${proposal.id}/board?who=${encodeURIComponent(who)}#move`}>{name}</a>
			) : (
				name
			)}{' '}
			{children}
		</li>
	);
};

const Marks = ({ pair, table, locks, kept }: Props & { pair: BoardProps['pairs'][number] }) => (
	<>
		<Quiet>{table.points(pair)}</Quiet> {pair.role && <Pill>{roles[pair.role]}</Pill>}
		{locks.has(keyOf(pair)) ? (
			<Pill icon="lock">закреплена</Pill>
		) : (
			kept.some(({ id }) => id === pair.id) && <Pill icon="person">ваше решение</Pill>
		)}
		{table.failed(pair).map((filter) => (
			<Pill tone="warm" icon="alert">
				{filter}
			</Pill>
		))}
	</>
);
