import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ActionForm, Button, FormToken, LinkButton } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note, Pill } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Lede, Quiet } from '../../../ui/text';
import type { Proposal } from '../queries/proposals';
import type { RoundLine as DecidedRound } from '../queries/rounds';
import { keyOf } from '../rules/board';
import type { Decision, RoundLine } from '../rules/round';
import type { Comparison } from '../rules/score/compare';
import { briefIn, crumb, type Names, pairForms } from './words';

/** What the decisions would give: how many pairs and people alone, before and then, and who would have another mentor. */
export type Foreseen = {
	decisions: readonly Decision[];
	/** Not there where people are so many that only the matching itself tells. */
	change?: Comparison;
};

type Props = {
	view: View;
	proposal: Proposal;
	names: Names;
	lines: readonly RoundLine[];
	/** «lock mentee mentor» as chosen; undefined: as advised. */
	chosen: readonly string[] | undefined;
	foreseen: Foreseen | undefined;
	round: DecidedRound | undefined;
	problem?: string | undefined;
};

const verdicts = { lock: 'закрепить', apart: 'не ставить вместе' } as const;

/** After the talks and the group meeting: each pair is kept, forbidden or left to the next reckoning, all at once. */
export const RoundPage = ({ view, proposal, names, lines, chosen, foreseen, round, problem }: Props) => {
	const at = `/matching/proposals/${proposal.id}`;
	const open = lines.filter(({ decided }) => !decided);
	return (
		<Page view={view} title="После бесед и встречи" crumbs={[crumb, { href: at, label: proposal.title }]}>
			<Lede>{ledeOf(lines)}</Lede>
			{round && <Done {...{ round }} />}
			{problem && (
				<div role="alert">
					<Note tone="lost" title={problem} />
				</div>
			)}
			{foreseen && <Preview {...{ foreseen, names, at }} />}
			{lines.length === 0 ? (
				<Empty title="Решать не о ком" icon="pair">
					<p>Людей этого предложения больше нет в банках.</p>
				</Empty>
			) : (
				<form method="get" action={`${at}/round`}>
					<Table
						caption="Пары после бесед и встречи"
						columns={[
							{ head: 'Наставляемый', main: true, cell: ({ mentee }: RoundLine) => briefIn(names, mentee) },
							{ head: 'Наставник', cell: ({ mentor }) => briefIn(names, mentor) },
							{
								head: 'Что известно',
								width: 'wide',
								cell: ({ told }) => (told.length > 0 ? told.join('; ') : <Quiet>бесед и выбора ещё не было</Quiet>)
							},
							{ head: 'Решение', cell: (line) => <Choice {...{ line, chosen, names }} /> }
						]}
						rows={lines}
					/>
					{open.length > 0 && (
						<div class="buttons">
							<Button kind={foreseen ? 'secondary' : 'primary'} name="preview" value="on">
								Посмотреть, что выйдет
							</Button>
						</div>
					)}
				</form>
			)}
		</Page>
	);
};

function ledeOf(lines: readonly RoundLine[]) {
	const of = (advice: RoundLine['advice']) => lines.filter((line) => !line.decided && line.advice === advice).length;
	return `${counted(lines.length, pairForms)}. Предлагаем закрепить: ${of('lock')}, не ставить вместе: ${of('apart')}, остальное решит подбор. Поправьте, как считаете верным.`;
}

const Choice = ({ line, chosen, names }: { line: RoundLine; chosen: Props['chosen']; names: Names }) => {
	if (line.decided) return <Pill icon="lock">{line.decided === 'lock' ? 'закреплена' : 'не ставим вместе'}</Pill>;
	const pair = keyOf(line);
	const now = chosen ? chosen.find((one) => one.endsWith(` ${pair}`))?.split(' ')[0] : line.advice;
	return (
		<select name="decide" aria-label={`${briefIn(names, line.mentee)} – ${briefIn(names, line.mentor)}`}>
			<option value="">решит подбор</option>
			{(['lock', 'apart'] as const).map((kind) => (
				<option value={`${kind} ${pair}`} selected={now === kind}>
					{verdicts[kind]}
				</option>
			))}
		</select>
	);
};

const Preview = ({ foreseen, names, at }: { foreseen: Foreseen; names: Names; at: string }) => {
	const { decisions, change } = foreseen;
	const list = (ids: readonly string[]) => ids.map((id) => briefIn(names, id)).join(', ') || 'без наставника';
	return (
		<Card title="Что выйдет">
			<p>
				{change
					? `Пар было ${change.pairs[0]}, станет ${change.pairs[1]}; без наставника было ${change.alone[0]}, станет ${change.alone[1]}.`
					: 'Людей много: что выйдет, покажет новый подбор. Он пойдёт отдельно, и решения запишутся вместе с ним.'}
			</p>
			<ul class="periods">
				{decisions.map(({ mentee, mentor, kind, reason }) => (
					<li>
						{briefIn(names, mentee)} – {briefIn(names, mentor)}: {verdicts[kind]} <Quiet>{reason}</Quiet>
					</li>
				))}
				{change?.shifts.map(({ mentee, from, to }) => (
					<li>
						{briefIn(names, mentee)}: {list(from)} → {list(to)}
					</li>
				))}
			</ul>
			<form method="post" action={`${at}/round`}>
				<FormToken values={{ token: crypto.randomUUID() }} />
				{decisions.map((one) => (
					<input type="hidden" name="decide" value={`${one.kind} ${keyOf(one)}`} />
				))}
				<div class="buttons">
					<Button icon="check">Записать решения и подобрать заново</Button>
				</div>
			</form>
		</Card>
	);
};

const Done = ({ round: { id, runId, undone, locked, apart } }: { round: DecidedRound }) => (
	<Note tone={undone ? 'warm' : 'good'} title={undone ? 'Решения отменены' : 'Решения записаны, пары подобраны заново'}>
		<p>
			Закреплено: {locked}, не ставим вместе: {apart}.
		</p>
		<div class="buttons">
			{!undone && (
				<LinkButton href={`/matching/runs/${runId}`} kind="primary">
					К новому подбору
				</LinkButton>
			)}
			<ActionForm
				action={`/matching/rounds/${id}/${undone ? 'restoration' : 'undoing'}`}
				label={undone ? 'Вернуть' : 'Отменить'}
				token={crypto.randomUUID()}
				kind="quiet"
			/>
		</div>
	</Note>
);
