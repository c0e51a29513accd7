import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { ActionForm } from '../../../ui/form';
import { BulkButton, BulkForm, Filters, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note, Pill } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Lede, Moment, PersonName, Quiet } from '../../../ui/text';
import { formatText } from '../../registry/rules/registers';
import type { Asking } from '../queries/askings';
import type { Run } from '../queries/runs';
import type { Change } from '../rules/score/changes';
import type { RunPair } from '../rules/score/reckon';
import { roles } from '../rules/score/roles';
import { Alone } from './alone';
import { MadeAside, MatchAnew } from './large';
import { Proof } from './proof';
import { AllParts, byName, ChangeLine, crumb, type Names, nameIn, pairForms, personForms, Reasons } from './words';

export type RunView = 'table' | 'cards';
type Props = {
	view: View;
	run: Run;
	names: Names;
	changes: readonly Change[];
	proved: boolean;
	shown: RunView;
	fresh: boolean;
	token: string;
	problem?: string | undefined;
	/** Where it was made aside. */
	asking?: Asking | undefined;
};

/** What one reckoning gave: the pairs with their reasons, who was left and why, and what has changed since. */
export const RunPage = ({ view, run, names, changes, proved, shown, fresh, token, problem, asking }: Props) => {
	const { id, result, removed, kind } = run;
	const pairs = result.pairs.toSorted(byName(names));
	const at = `/matching/runs/${id}`;
	return (
		<Page
			view={view}
			title="Кто с кем"
			crumbs={[crumb]}
			notice={asking ? <MadeAside {...{ asking }} /> : fresh && <span>Подбор сделан и проверен.</span>}
		>
			<Lede>{ledeOf(run)}</Lede>
			<p class="quiet">
				{`Вид: ${formatText(kind)}. `}
				<Moment at={run.madeAt} timeZone={view.actor.timeZone} today={view.now.today} />, {run.who}. Это видите только
				вы: кто кого не выбрал и кого не ставят вместе, не узнает никто.
			</p>
			{problem && (
				<div role="alert">
					<Note tone="lost" title={problem} />
				</div>
			)}
			{removed && (
				<Note tone="warm" title="Подбор убран">
					<ActionForm action={`${at}/restoration`} label="Вернуть подбор" token={crypto.randomUUID()} kind="quiet" />
				</Note>
			)}
			{changes.length > 0 && (
				<Note tone="warm" title="Данные изменились с тех пор">
					<ul>
						{changes.map((change) => (
							<ChangeLine {...{ change, names }} />
						))}
					</ul>
					<p>Этот подбор остаётся как был.</p>
					<MatchAnew {...{ kind, review: run.inputs.review }} label="Подобрать заново" />
				</Note>
			)}
			<Toolbar>
				<Filters
					label="Как показать"
					filters={[
						{ href: at, label: 'Таблица', current: shown === 'table' },
						{ href: `${at}?view=cards`, label: 'Карточки', current: shown === 'cards' }
					]}
				/>
			</Toolbar>
			{pairs.length > 0 &&
				(shown === 'cards' ? (
					pairs.map((pair) => <PairCard {...{ pair, names, at }} />)
				) : (
					<BulkForm
						action={`${at}/proposals`}
						token={token}
						bar={
							<BulkButton value="propose" icon="check">
								Составить предложение
							</BulkButton>
						}
					>
						<PairTable {...{ pairs, names, at }} />
					</BulkForm>
				))}
			<Alone {...{ run, names }} />
			<Fold label="Подробнее: баллы, цены, доказательство">
				<Proof {...{ run, names, proved }} />
			</Fold>
			{!removed && (
				<ActionForm action={`${at}/removal`} label="Убрать подбор" token={crypto.randomUUID()} kind="quiet" />
			)}
		</Page>
	);
};

function ledeOf({ result: { pairs, unmatched } }: Run) {
	const made = pairs.length === 0 ? 'Ни одной пары не сложилось' : counted(pairs.length, pairForms);
	if (unmatched.length === 0) return `${made}, наставник нашёлся каждому.`;
	return `${made}. Наставника не хватило: ${counted(unmatched.length, personForms)}.`;
}

type Of = { names: Names; at: string };

const Marks = ({ role, locked, warnings }: Pick<RunPair, 'role' | 'locked' | 'warnings'>) => (
	<>
		{role && <Pill icon="person">{roles[role]}</Pill>}
		{locked && <Pill icon="lock">закреплена</Pill>}
		{warnings.map((words) => (
			<Pill tone="warm" icon="alert">
				{words}
			</Pill>
		))}
	</>
);

const PairTable = ({ pairs, names, at }: Of & { pairs: readonly RunPair[] }) => (
	<Table
		caption="Пары"
		columns={[
			{
				head: 'Наставляемый',
				main: true,
				cell: ({ mentee }: RunPair) => (
					<a href={`${at}/people/${mentee}`}>
						<PersonName name={nameIn(names, mentee)} />
					</a>
				)
			},
			{ head: 'Наставник', cell: ({ mentor }) => <PersonName name={nameIn(names, mentor)} /> },
			{ head: 'Баллы', numeric: true, cell: ({ score }) => score },
			{
				head: 'Почему',
				width: 'wide',
				cell: ({ parts, ...pair }) => (
					<>
						<Marks {...pair} />
						<Reasons scored={parts} most={3} />
					</>
				)
			}
		]}
		rows={pairs}
		choose={({ mentee, mentor }) => ({
			name: 'pair',
			value: `${mentee} ${mentor}`,
			label: `${nameIn(names, mentee)} – ${nameIn(names, mentor)}`,
			checked: true
		})}
	/>
);

const PairCard = ({ pair, names, at }: Of & { pair: RunPair }) => (
	<Card title={`${nameIn(names, pair.mentee)} – ${nameIn(names, pair.mentor)}`} state={<Marks {...pair} />}>
		<Facts
			facts={[
				['Наставляемый', <a href={`${at}/people/${pair.mentee}`}>{nameIn(names, pair.mentee)}</a>],
				['Наставник', nameIn(names, pair.mentor)],
				['Баллы', `${pair.score} из 1000`]
			]}
		/>
		<Reasons scored={pair.parts} most={4} />
		<Fold label="Подробнее">
			<AllParts scored={pair.parts} />
			<p>
				<Quiet>Чего стоил бы другой наставник:</Quiet> <a href={`${at}/people/${pair.mentee}`}>все наставники</a>
			</p>
		</Fold>
	</Card>
);
