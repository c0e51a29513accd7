import type { Child } from 'hono/jsx';
import type { Problems } from '../../../core/forms';
import type { View } from '../../../core/view';
import { ActionForm, Button, Buttons, ErrorSummary, Field, FormToken, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Lede } from '../../../ui/text';
import type { PlanActivity } from '../queries/activities';
import type { Plan, PlanStage } from '../queries/plans';
import type { Group } from '../rules/plan-order';
import { titleOf } from './plan-words';

type Props = {
	view: View;
	plan: Plan;
	activities: readonly PlanActivity[];
	stages: readonly PlanStage[];
	groups: readonly Group[];
	moved?: string | undefined; // the activity that has just been moved: its button stays under the hand
	problems?: Problems | undefined;
	notice?: Child;
};

/** The order of a plan and its stages: each row goes up or down by a button, or into another stage. */
export const PlanOrderPage = (props: Props) => {
	const { view, plan, activities, stages, groups, notice, problems } = props;
	return (
		<Page
			view={view}
			title="Порядок и этапы"
			crumbs={[
				{ href: '/roadmap', label: 'Дорожная карта' },
				{ href: `/roadmap/${plan.id}`, label: plan.title }
			]}
			notice={notice}
		>
			<Lede>Мероприятие можно поднять, опустить или перенести в другой этап. Каждое перемещение можно отменить.</Lede>
			<ErrorSummary problems={problems} />
			<drag-order>
				{groups.map((group) => (
					<section class="plan-stage" id={group.stage ? `stage-${group.stage}` : undefined}>
						<StageHead {...{ plan, stages, group }} />
						<ol class="plan-order" data-stage={group.stage ?? ''}>
							{group.activities.map((id) => {
								const activity = activities.find((one) => one.id === id);
								return activity && <Row {...props} {...{ activity, group }} />;
							})}
						</ol>
					</section>
				))}
			</drag-order>
			<script type="module" src="/order.js" />
			{!plan.archivedAt && (
				<form method="post" action={`/roadmap/${plan.id}/stages`} class="one-column">
					<h2>Новый этап</h2>
					<FormToken values={{ token: crypto.randomUUID() }} />
					<Field name="title" label="Название этапа" maxlength={500} required problems={problems ?? {}} />
					<Buttons>
						<Button kind="secondary" icon="plus">
							Добавить этап
						</Button>
						<LinkButton href={`/roadmap/${plan.id}`} kind="quiet">
							К плану
						</LinkButton>
					</Buttons>
				</form>
			)}
		</Page>
	);
};

const StageHead = ({ plan, stages, group }: Pick<Props, 'plan' | 'stages'> & { group: Group }) => {
	const stage = stages.find(({ id }) => id === group.stage);
	if (!stage) return <h2>Вне этапов</h2>;
	const name = stage.number ? `${stage.number}. ${stage.title}` : stage.title;
	if (plan.archivedAt) return <h2>{name}</h2>;
	const action = `/roadmap/${plan.id}/stages/change`;
	const hidden = (act: string) => (
		<>
			<input type="hidden" name="stage" value={stage.id} />
			<input type="hidden" name="act" value={act} />
		</>
	);
	return (
		<>
			<h2>{name}</h2>
			<Fold label="Изменить этап">
				<form method="post" action={action} class="one-column">
					<FormToken values={{ token: crypto.randomUUID() }} />
					{hidden('title')}
					<div class="field">
						<label for={`title-${stage.id}`}>Название этапа</label>
						<input id={`title-${stage.id}`} name="title" value={stage.title} maxlength={500} required />
					</div>
					<Buttons>
						<Button kind="secondary">Переименовать</Button>
					</Buttons>
				</form>
				<div class="buttons">
					<ActionForm action={action} token={crypto.randomUUID()} label="Этап выше" kind="quiet">
						{hidden('up')}
					</ActionForm>
					<ActionForm action={action} token={crypto.randomUUID()} label="Этап ниже" kind="quiet">
						{hidden('down')}
					</ActionForm>
					<ActionForm action={action} token={crypto.randomUUID()} label="Убрать этап" kind="quiet">
						{hidden('removal')}
					</ActionForm>
				</div>
				<p class="quiet">Мероприятия убранного этапа переходят в этап перед ним.</p>
			</Fold>
		</>
	);
};

const Row = ({ plan, stages, activity, group, moved }: Props & { activity: PlanActivity; group: Group }) => (
	<li id={`a-${activity.id}`} class={moved === activity.id ? 'moved' : undefined}>
		<span>{titleOf(activity)}</span>
		{!plan.archivedAt && (
			<form method="post" action={`/roadmap/${plan.id}/order`} class="act">
				<FormToken values={{ token: crypto.randomUUID() }} />
				<input type="hidden" name="activity" value={activity.id} />
				<Button kind="quiet" name="step" value="up" aria-label={`Выше: ${activity.title}`}>
					↑
				</Button>
				<Button
					kind="quiet"
					name="step"
					value="down"
					aria-label={`Ниже: ${activity.title}`}
					autofocus={moved === activity.id}
				>
					↓
				</Button>
			</form>
		)}
		{!plan.archivedAt && stages.length > 1 && (
			<form method="post" action={`/roadmap/${plan.id}/order`} class="act">
				<FormToken values={{ token: crypto.randomUUID() }} />
				<input type="hidden" name="activity" value={activity.id} />
				<select name="stage" aria-label={`Этап: ${activity.title}`}>
					{group.stage === null && <option value="">Вне этапов</option>}
					{stages.map(({ id, title }) => (
						<option value={id} selected={id === group.stage}>
							{title}
						</option>
					))}
				</select>
				<Button kind="quiet">Перенести</Button>
			</form>
		)}
	</li>
);
