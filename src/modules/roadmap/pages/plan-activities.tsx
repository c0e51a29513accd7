import type { Problems } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, ErrorSummary, LinkButton } from '../../../ui/form';
import { Icon } from '../../../ui/icon';
import { BulkButton, BulkForm, Empty, QuickFilter, Toolbar } from '../../../ui/list';
import { type Column, Table } from '../../../ui/table';
import { shortName } from '../../../ui/text';
import type { PlanActivity } from '../queries/activities';
import type { Colleague } from '../queries/colleagues';
import type { Plan, PlanStage } from '../queries/plans';
import { addressOf, chosen, type PlanLook } from '../rules/plan-look';
import { Many } from './coverage-words';
import { BulkEdits } from './plan-bulk';
import { ByCapability, ByResponsible, Narrowed, StateFilters } from './plan-filters';
import { Deadline, HowOften, Progress, ResponsibleNames, StandingPill, titleOf } from './plan-words';

type Props = {
	view: View;
	plan: Plan;
	activities: readonly PlanActivity[];
	look: PlanLook;
	problems?: Problems | undefined;
	people: readonly Colleague[];
	stages: readonly PlanStage[];
	ticked?: ReadonlySet<unknown> | undefined;
};

/** The activities of a plan under the filters of the address: by stage as the plan has them, or in one sorted list. */
export const PlanActivities = ({ view, plan, activities, look, problems, people, stages, ticked }: Props) => {
	const shown = chosen(activities, look);
	return (
		<section id="activities">
			<div class="page-head">
				<h2>Мероприятия</h2>
				{!plan.archivedAt && (
					<div class="buttons">
						<LinkButton href={`/roadmap/${plan.id}/activities/new`} kind="quiet" icon="plus">
							Добавить
						</LinkButton>
						<LinkButton href={`/roadmap/${plan.id}/order`} kind="quiet" icon="list">
							Порядок и этапы
						</LinkButton>
					</div>
				)}
			</div>
			<Toolbar>
				<StateFilters {...{ view, plan, activities, look }} />
				<QuickFilter action={`/roadmap/${plan.id}`} value={look.q} label="Найти в плане" />
			</Toolbar>
			<div class="folds">
				<ByResponsible {...{ plan, activities, look }} />
				<ByCapability {...{ plan, activities, look }} />
			</div>
			<Narrowed {...{ plan, activities, look }} />
			<ErrorSummary problems={problems} />
			{shown.length === 0 ? (
				<NothingFound plan={plan} />
			) : (
				<Rows {...{ view, plan, shown, look, people, stages, ticked }} />
			)}
		</section>
	);
};

const NothingFound = ({ plan }: { plan: Plan }) => (
	<Empty title="Таких мероприятий нет" icon="search">
		<p>
			Снимите отборы или уточните слова. <a href={`/roadmap/${plan.id}#activities`}>Показать весь план</a>
		</p>
	</Empty>
);

type RowsProps = Pick<Props, 'view' | 'plan' | 'look' | 'people' | 'stages' | 'ticked'> & {
	shown: readonly PlanActivity[];
};

const Rows = ({ view, plan, shown, look, people, stages, ticked }: RowsProps) => {
	const tables = <Tables {...{ view, plan, shown, look, ticked }} />;
	if (plan.archivedAt) return tables;
	return (
		<BulkForm
			action={`/roadmap/${plan.id}/completions`}
			token={crypto.randomUUID()}
			bar={
				<>
					<BulkButton value="done" icon="check">
						Отметить выполненными сегодня
					</BulkButton>
					<label class="unseen" for="personId">
						Кому поручить
					</label>
					<select id="personId" name="personId">
						<option value="">Кому поручить…</option>
						{people.map(({ id, name }) => (
							<option value={id}>{shortName(name)}</option>
						))}
					</select>
					<Button kind="secondary" formaction={`/roadmap/${plan.id}/assignments`}>
						Поручить
					</Button>
					<BulkEdits plan={plan} stages={stages} />
				</>
			}
		>
			{tables}
		</BulkForm>
	);
};

/** What a row's box stands for: its next time, its last one when all are done, or itself. */
const boxOf = ({ id, standing, occurrences }: PlanActivity) => (standing.next ?? occurrences.at(-1))?.id ?? id;

const Tables = ({ view, plan, shown, look, ticked }: Omit<RowsProps, 'people' | 'stages'>) => {
	const columns = columnsFor(view);
	const sorting = {
		by: look.sort ?? '',
		descending: look.descending,
		href: (sort: string, descending: boolean) => addressOf(plan.id, { ...look, sort, descending })
	};
	const choose = (activity: PlanActivity) => {
		if (plan.archivedAt) return undefined;
		const value = boxOf(activity);
		return { name: 'occurrence', value, label: `Выбрать: ${activity.title}`, checked: ticked?.has(value) ?? false };
	};
	if (look.sort) return <Table caption="Мероприятия" {...{ columns, choose, sorting }} rows={shown} />;
	return (
		<>
			{[...Map.groupBy(shown, ({ stageId }) => stageId)].map(([stageId, rows]) => (
				<section class="plan-stage" id={stageId ? `stage-${stageId}` : undefined}>
					{rows[0]?.stageTitle && (
						<h3>{rows[0].stageNumber ? `${rows[0].stageNumber}. ${rows[0].stageTitle}` : rows[0].stageTitle}</h3>
					)}
					<Table caption={rows[0]?.stageTitle ?? 'Мероприятия'} {...{ columns, choose, sorting, rows }} />
				</section>
			))}
		</>
	);
};

const columnsFor = ({ now: { today }, actor }: View): Column<PlanActivity>[] => [
	{
		head: 'Мероприятие',
		main: true,
		width: 'wide',
		sort: 'title',
		cell: (activity) => (
			<>
				<a href={`/activities/${activity.id}`}>{titleOf(activity)}</a>
				{activity.results.length > 0 && (
					<span class="result">
						<span class="unseen">Ожидаемый результат: </span>
						{activity.results.map(({ text }) => text).join('; ')}
					</span>
				)}
			</>
		)
	},
	{
		head: 'Состояние',
		sort: 'state',
		cell: (activity) => (
			<>
				<StandingPill activity={activity} look={{ today, actor }} /> <Progress activity={activity} />{' '}
				<Many activity={activity} />
				<EvidenceCount activity={activity} />
				<CommentCount activity={activity} />
			</>
		)
	},
	{
		head: 'Срок',
		sort: 'deadline',
		cell: (activity) => (
			<>
				<Deadline activity={activity} />
				<HowOften activity={activity} />
			</>
		)
	},
	{
		head: 'Отвечает',
		sort: 'responsible',
		cell: (activity) => activity.responsible.length > 0 && <ResponsibleNames activity={activity} />
	}
];

const CommentCount = ({ activity: { id, comments } }: { activity: PlanActivity }) =>
	comments > 0 ? (
		<a class="evidence-count" href={`/activities/${id}#comments`}>
			<Icon name="pencil" />
			<span class="unseen">Комментариев: </span>
			{comments}
		</a>
	) : null;

const EvidenceCount = ({ activity: { id, evidence } }: { activity: PlanActivity }) =>
	evidence > 0 ? (
		<a class="evidence-count" href={`/activities/${id}#evidence`}>
			<Icon name="paperclip" />
			<span class="unseen">Подтверждений: </span>
			{evidence}
		</a>
	) : null;
