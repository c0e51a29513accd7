import { Card } from '../../../ui/card';
import { ActionForm, Button, ErrorSummary, FormToken, LinkButton, Select } from '../../../ui/form';
import { QuickFilter, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note, Pill } from '../../../ui/state';
import { counted, Lede, Quiet } from '../../../ui/text';
import { keyOf, type Standing } from '../rules/board';
import { turnsOf } from '../rules/moves';
import { BoardColumns } from './board-columns';
import { type BoardProps, costWords, linesOf, moveLine } from './board-words';
import { briefIn, crumb, moveWords, pointForms } from './words';

/** So many mentors are seen without looking for one. */
const mostAtOnce = 8;

/** A proposal as a board: mentors with the people they would have, moved one by one, and what each move costs. */
export const BoardPage = (props: BoardProps) => {
	const { view, proposal, run, standing, moves, problems, late, q } = props;
	const at = `/matching/proposals/${proposal.id}`;
	const fixed = proposal.stage !== null && !proposal.withdrawn;
	return (
		<Page
			view={view}
			title="Доска"
			crumbs={[crumb, { href: at, label: proposal.title }]}
			actions={
				<LinkButton href={at} icon="list">
					К предложению
				</LinkButton>
			}
		>
			{run.problem.mentors.length > mostAtOnce && (
				<Toolbar>
					<QuickFilter action={`${at}/board`} value={q} label="Найти на доске" />
				</Toolbar>
			)}
			<board-moves>
				<p class="unseen" role="status" data-says />
				<div data-board>
					<Lede>{ledeOf(standing)}</Lede>
					{late ? <Late {...props} /> : <ErrorSummary problems={problems} title="Ход не сделан" />}
					{fixed ? (
						<Note tone="good" title="Предложение принято">
							<p>Чтобы переводить людей, сначала отмените принятие на странице предложения.</p>
						</Note>
					) : (
						<>
							<Turns {...props} at={at} />
							<Advice {...props} at={at} />
						</>
					)}
					<BoardColumns {...props} fixed={fixed} />
					{!fixed && <MoveForm {...props} at={at} />}
					{moves.length > 0 && <Past {...props} />}
				</div>
			</board-moves>
			<script type="module" src="/board.js" />
		</Page>
	);
};

function ledeOf({ served, mentees, points, lacking, over }: Standing) {
	const all = lacking.length === 0 ? 'Наставник есть у каждого' : `С наставником ${served} из ${mentees}`;
	const more = over.length > 0 ? ` Наставников, у кого людей больше, чем мест: ${over.length}.` : '';
	return `${all}, в сумме ${counted(points, pointForms)}.${more}`;
}

type At = BoardProps & { at: string };
const version = ({ proposal }: BoardProps) => <input type="hidden" name="version" value={String(proposal.version)} />;

/** What the last move has cost, with the way back and forth. */
const Turns = (props: At) => {
	const { at, moves, cost, table, names } = props;
	const { last, next } = turnsOf(moves);
	if (!last && !next) return null;
	const turn = (path: string, label: string) => (
		<ActionForm action={`${at}/moves/${path}`} label={label} token={crypto.randomUUID()} kind="quiet" icon="repeat">
			{version(props)}
		</ActionForm>
	);
	return (
		<Card
			title={last ? (last.kind === 'move' ? 'Последний ход' : 'Остальные переставлены') : 'Ход отменён'}
			actions={
				<>
					{last && turn('undoing', 'Отменить')}
					{next && turn('restoration', 'Вернуть')}
				</>
			}
		>
			{last && cost && (
				<p data-outcome>
					{linesOf(last, table, names).join('; ')}. Итог: {costWords(cost, names)}.
				</p>
			)}
			{!last && <p data-outcome>Доска снова как в предложении.</p>}
		</Card>
	);
};

/** The best that could be made around what the curator has decided. */
const Advice = (props: At) => {
	const { at, better, names, standing } = props;
	if (better === 'not-asked')
		return (
			<p>
				<LinkButton href={`${at}/board?better=on`} icon="spark">
					Посчитать, кому теперь лучше перейти
				</LinkButton>{' '}
				<Quiet>Людей много, счёт займёт несколько секунд.</Quiet>
			</p>
		);
	if (!better)
		return (
			<Note tone="warm" title="Решения о парах противоречат друг другу">
				<p>
					Лучшую перестановку не сосчитать. Посмотрите <a href="/matching/people">решения о парах</a>.
				</p>
			</Note>
		);
	const { cost, moves, exact } = better;
	const best = cost.points <= 0 && cost.found.length + cost.left.length + standing.over.length === 0;
	if (best || moves.length === 0)
		return (
			<p class="quiet">
				{exact ? 'При ваших решениях лучше никого не переставить: проверено.' : 'Лучшей перестановки не нашлось.'}
			</p>
		);
	return (
		<Card title="Кому теперь лучше перейти">
			<p>Закреплённые и те, кого перевели вы, останутся. Итог: {costWords(cost, names)}.</p>
			<ul class="periods">
				{moves.map((move) => (
					<li>{moveWords(move, names)}</li>
				))}
			</ul>
			<ActionForm
				action={`${at}/rearrangement`}
				label="Переставить остальных наилучшим образом"
				token={crypto.randomUUID()}
				icon="spark"
			>
				{version(props)}
			</ActionForm>
		</Card>
	);
};

const MoveForm = (props: At) => {
	const { at, pairs, locks, standing, run, table, names, who, to, ties, problems } = props;
	const whom = [
		...pairs
			.filter((pair) => !locks.has(keyOf(pair)))
			.map((pair) => [
				`${pair.mentee} ${pair.mentor}`,
				`${briefIn(names, pair.mentee)} – сейчас ${briefIn(names, pair.mentor)}`
			]),
		...standing.lacking.map(({ mentee }) => [`${mentee} `, `${briefIn(names, mentee)} – без наставника`])
	].sort(([, one = ''], [, other = '']) => one.localeCompare(other, 'ru'));
	const mentee = who.split(' ')[0] ?? '';
	const load = Map.groupBy(pairs, ({ mentor }) => mentor);
	const apart = new Set(
		ties.filter(({ kind }) => kind === 'apart').flatMap((tie) => [keyOf(tie), `${tie.mentor} ${tie.mentee}`])
	);
	const where = run.problem.mentors
		.filter(({ id }) => id !== mentee)
		.map(({ id, capacity }): [string, string] => {
			const free = capacity - (load.get(id)?.length ?? 0);
			const pair = { mentee, mentor: id };
			const known = mentee && table.knows(pair);
			const told = [
				known && table.points(pair) > 0 && counted(table.points(pair), pointForms),
				free > 0 ? `свободно ${free}` : 'мест нет',
				known && apart.has(keyOf(pair)) && 'решено не ставить вместе',
				known && table.failed(pair).length > 0 && `условия: ${table.failed(pair).join(', ')}`
			];
			return [id, `${briefIn(names, id)}: ${told.filter(Boolean).join(', ')}`];
		})
		.sort(([, one], [, other]) => one.localeCompare(other, 'ru'));
	const given = { values: { who, to }, problems };
	return (
		<Card title="Перевести" id="move">
			<form method="post" action={`${at}/moves`} data-moves>
				<FormToken values={{ token: crypto.randomUUID() }} />
				{version(props)}
				<Select name="who" label="Кого" empty="выберите" options={Object.fromEntries(whom)} {...given} />
				<Select
					name="to"
					label="К кому"
					empty="выберите"
					options={{ none: 'ни к кому: без наставника', ...Object.fromEntries(where) }}
					{...given}
				/>
				<div class="buttons">
					<Button>Перевести</Button>
				</div>
			</form>
		</Card>
	);
};

/** Two at once: what the other has done, beside what was wanted here; the form keeps it. */
const Late = ({ moves, seen, table, names, who, to, proposal }: BoardProps) => {
	const since = moves.filter((move) => move.version > seen);
	const [mentee = '', from = ''] = who.split(' ');
	const wanted = mentee && `${briefIn(names, mentee)}: ${from ? briefIn(names, from) : 'без наставника'} → `;
	return (
		<div role="alert">
			<Note tone="warm" title="Пока вы смотрели, доску изменили">
				<p>{since.length > 0 ? 'За это время сделано:' : `Пары изменены на странице «${proposal.title}».`}</p>
				<ul>
					{since.map((move) => (
						<li>{moveLine(move, table, names)}</li>
					))}
				</ul>
				{wanted && (
					<p>
						Вы хотели: {wanted}
						{to && to !== 'none' ? briefIn(names, to) : 'без наставника'}. Ваш ход не сделан, он стоит в форме ниже:
						если он всё ещё нужен, нажмите «Перевести».
					</p>
				)}
			</Note>
		</div>
	);
};

const Past = ({ moves, table, names }: BoardProps) => (
	<Card title="Все ходы">
		<ol>
			{moves.map((move) => (
				<li>
					{move.undone ? <s>{linesOf(move, table, names).join('; ')}</s> : linesOf(move, table, names).join('; ')}{' '}
					<Quiet>{move.who}</Quiet> {move.undone && <Pill>отменён</Pill>}
				</li>
			))}
		</ol>
	</Card>
);
