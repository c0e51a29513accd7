import type { Child } from 'hono/jsx';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Share } from '../../../ui/progress';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { CopyText, counted, Day, DayRange, Lede, PersonName } from '../../../ui/text';
import type { PlanActivity } from '../queries/activities';
import type { Plan } from '../queries/plans';
import { meetingWords } from '../rules/meeting-words';
import { PlanChain } from './plan-chain';
import { ProgressOn } from './plan-progress';
import { activityForms } from './plan-words';
import { Purpose } from './purpose';

type Props = {
	view: View;
	plan: Plan;
	activities: readonly PlanActivity[];
	mode: 'list' | 'timeline';
	/** Of the day that the report is asked of. */
	problems?: Problems | undefined;
	values?: Values | undefined;
	notice?: Child;
	edition?: Child;
	children?: Child;
};

/** The plan at work: what it is, how it stands, and beneath it the list or the timeline. */
export const PlanPage = ({ view, plan, activities, mode, problems, values, notice, edition, children }: Props) => (
	<Page
		view={view}
		title={plan.title}
		crumbs={[{ href: '/roadmap', label: 'Дорожная карта' }]}
		notice={notice ?? savedWords(view.saved)}
		actions={
			<>
				{mode === 'list' ? (
					<LinkButton href={`/roadmap/${plan.id}?view=timeline`} kind="quiet" icon="calendar">
						На ленте времени
					</LinkButton>
				) : (
					<LinkButton href={`/roadmap/${plan.id}`} kind="quiet" icon="list">
						Списком
					</LinkButton>
				)}
				<LinkButton href={`/roadmap/${plan.id}/document`} kind="quiet" icon="download">
					В Word и Excel
				</LinkButton>
				<LinkButton href={`/plan-month?plan=${plan.id}`} kind="quiet" icon="table">
					Месяц в план школы
				</LinkButton>
				<LinkButton href={`/roadmap/${plan.id}/print`} kind="quiet" icon="printer">
					Для печати
				</LinkButton>
			</>
		}
	>
		<PlanLine plan={plan} today={view.now.today} />
		{edition}
		{plan.archivedAt && (
			<Note title="План в архиве">
				<p>Его можно читать; на «Сегодня» он никого не зовёт.</p>
			</Note>
		)}
		<Lede>{stateOf(activities)}</Lede>
		{plan.goal && (
			<Fold label="Цель и задачи">
				<Purpose text={plan.goal} />
			</Fold>
		)}
		<Attention plan={plan} activities={activities} />
		<Stages plan={plan} activities={activities} />
		<Fold label="Абзац для совещания">
			<CopyText prose text={meetingWords(plan, activities, view.now.today)} />
		</Fold>
		{children}
		<Exports
			files={[
				{ href: `/roadmap/${plan.id}/progress.docx`, label: 'информацию о ходе выполнения (Word)' },
				{ href: `/roadmap/${plan.id}/progress.xlsx`, label: 'она же в Excel' },
				...(activities.some(({ evidence }) => evidence > 0)
					? [{ href: `/roadmap/${plan.id}/proof.zip`, label: 'все подтверждения одной папкой (ZIP)' }]
					: [])
			]}
		/>
		<ProgressOn {...{ plan, problems, values }} />
		<PlanChain plan={plan} today={view.now.today} />
		<Archiving plan={plan} />
	</Page>
);

function savedWords(saved: string | undefined) {
	if (saved === 'roadmap') return 'План принят к работе';
	if (saved === 'archiving') return 'План убран в архив';
	if (saved === 'restoration') return 'План снова в работе';
	if (saved === 'template') return 'На обновление образца вы ответили';
	return undefined;
}

const PlanLine = ({ plan, today }: { plan: Plan; today: string }) => (
	<p class="plan-line quiet">
		{plan.from && (
			<>
				<DayRange from={plan.from} to={plan.to} today={today} />
				{' · '}
			</>
		)}
		принят к работе <Day date={plan.acceptedOn} today={today} />,{' '}
		<a href={`/people/${plan.acceptedBy}`}>
			<PersonName name={plan.acceptedByName} />
		</a>
		{plan.sourceName && (
			<>
				{' · '}
				источник: {plan.sourceFileId ? <a href={`/files/${plan.sourceFileId}`}>{plan.sourceName}</a> : plan.sourceName}
			</>
		)}
	</p>
);

const countOf = (activities: readonly PlanActivity[], state: PlanActivity['standing']['state']) =>
	activities.filter(({ standing }) => standing.state === state).length;

/** «28 мероприятий: выполнено 12, на этой неделе 3, просрочено 1.» */
function stateOf(activities: readonly PlanActivity[]) {
	const parts = [`выполнено ${countOf(activities, 'done')}`];
	const [week, overdue] = [countOf(activities, 'this-week'), countOf(activities, 'overdue')];
	if (week > 0) parts.push(`на этой неделе ${week}`);
	parts.push(overdue > 0 ? `просрочено ${overdue}` : 'просроченного нет');
	return `${counted(activities.length, activityForms)}: ${parts.join(', ')}.`;
}

/** What one is asked about the plan as a whole, each with the place where it is answered. */
const Attention = ({ plan, activities }: { plan: Plan; activities: readonly PlanActivity[] }) => {
	const [ask, unsorted] = [countOf(activities, 'ask'), countOf(activities, 'unsorted')];
	if (plan.archivedAt || ask + unsorted === 0) return null;
	return (
		<Note tone="warm" title="Нужно ваше слово">
			<p>
				{ask > 0 && (
					<>
						Скажите, как идёт то, что делается весь год, –{' '}
						<a href={`/roadmap/${plan.id}/review`}>{counted(ask, activityForms)} на одном экране</a>.{' '}
					</>
				)}
				{unsorted > 0 && (
					<>
						У {counted(unsorted, ['мероприятия', 'мероприятий', 'мероприятий'])} срок прошёл раньше, чем попал в план:{' '}
						<a href={`/roadmap/${plan.id}/review?about=past`}>скажите, что из этого сделано</a>.
					</>
				)}
			</p>
		</Note>
	);
};

const isDone = ({ standing }: PlanActivity) => standing.state === 'done';

const Stages = ({ plan, activities }: { plan: Plan; activities: readonly PlanActivity[] }) => {
	const stages = Map.groupBy(activities, ({ stageId }) => stageId ?? '');
	if (stages.size < 2) return null;
	return (
		<Fold label="Как идут этапы" open>
			<ul class="plan-stages">
				{[...stages].map(([id, inStage]) => {
					const first = inStage[0];
					const title = first?.stageTitle ?? 'Вне этапов';
					return (
						<li>
							<a href={`/roadmap/${plan.id}?stage=${id || 'none'}#activities`}>
								{first?.stageNumber ? `${first.stageNumber}. ${title}` : title}
							</a>
							<Share
								value={inStage.filter(isDone).length}
								max={inStage.length}
								label={`Выполнено на этапе «${title}»`}
							/>
						</li>
					);
				})}
			</ul>
		</Fold>
	);
};

const Archiving = ({ plan }: { plan: Plan }) => (
	<div class="plan-archive">
		{plan.archivedAt ? (
			<ActionForm
				action={`/roadmap/${plan.id}/restoration`}
				token={crypto.randomUUID()}
				label="Вернуть в работу"
				icon="back"
			/>
		) : (
			<ActionForm
				action={`/roadmap/${plan.id}/archiving`}
				token={crypto.randomUUID()}
				label="Убрать в архив"
				kind="quiet"
				icon="book"
			/>
		)}
	</div>
);
