import { acts } from '../../../core/acts';
import type { View } from '../../../core/view';
import { Facts, History, NextStep } from '../../../ui/card';
import { ErrorSummary, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { dayText } from '../../../ui/text';
import type { JournalLine } from '../../journal/queries';
import type { PlanActivity, PlanOccurrence } from '../queries/activities';
import { capabilities, wayTo } from '../rules/capabilities';
import { canBeMoved } from '../rules/change';
import { asksForEach } from '../rules/coverage';
import { canCarryOut, leadsPlans } from '../rules/plan';
import { CommentsCard } from './activity-comments';
import { CoverageCard } from './activity-coverage';
import { EvidenceCard } from './activity-evidence';
import { OccurrencesCard } from './activity-occurrences';
import type { ActivityProps } from './activity-props';
import { ResponsibleCard } from './activity-responsible';
import { coverageNames, Many } from './coverage-words';
import { Deadline, Moved, StandingPill, titleOf } from './plan-words';

/** One activity: what it is, how it stands, what to do next, what proves it, what happened to it. */
export const ActivityPage = (props: ActivityProps) => {
	const { view, activity, history, problems, notice } = props;
	const { actor, now } = view;
	return (
		<Page
			view={view}
			title={titleOf(activity)}
			crumbs={crumbsOf(activity, leadsPlans(actor))}
			notice={notice}
			actions={
				leadsPlans(actor) &&
				!activity.archivedAt && (
					<LinkButton href={`/activities/${activity.id}/words`} kind="quiet" icon="pencil">
						Изменить
					</LinkButton>
				)
			}
		>
			<p class="activity-state">
				<StandingPill activity={activity} look={{ today: now.today, actor }} /> <Many activity={activity} />{' '}
				{props.workBy && (
					<span class="quiet">
						последний день – выходной, последний рабочий перед ним – {dayText(props.workBy, now.today)}
					</span>
				)}
			</p>
			<ErrorSummary problems={problems} />
			<Next view={view} activity={activity} />
			<Facts
				facts={[
					['Пункт плана', activity.lead && `${activity.lead} …`],
					['Этап', activity.stageNumber ? `${activity.stageNumber}. ${activity.stageTitle}` : activity.stageTitle],
					['Срок', <Term activity={activity} view={view} />],
					['Норма', activity.norm],
					['Ожидаемый результат', activity.results.length > 0 && <Results activity={activity} />],
					['О ком', activity.coverage && coverageNames[activity.coverage]],
					['Чем выполняется', activity.capability && capabilities[activity.capability]?.name]
				]}
			/>
			<CoverageCard {...props} />
			<ResponsibleCard {...props} />
			<OccurrencesCard {...props} />
			<EvidenceCard {...props} />
			<CommentsCard {...props} />
			{history.length > 0 && <History entries={history.map(entryOf)} timeZone={actor.timeZone} today={now.today} />}
		</Page>
	);
};

/** The approved words, and the way to another day while there is only one to move. */
const Term = ({ activity, view: { actor, now } }: { activity: PlanActivity; view: View }) => {
	const [only, second] = activity.occurrences;
	const movable =
		only && !second && leadsPlans(actor) && !activity.archivedAt && canBeMoved(only, activity) ? only : undefined;
	const dated = !activity.archivedAt && activity.occurrences.some(({ kind, dueOn }) => kind === 'deadline' && dueOn);
	return (
		<>
			<Deadline activity={activity} />
			{only && !second && only.moved && <Moved occurrence={only} today={now.today} />}
			{movable && (
				<>
					{' '}
					<a href={`/occurrences/${movable.id}/deadline`}>{movable.dueOn ? 'перенести' : 'назначить день'}</a>
				</>
			)}
			{dated && (
				<>
					{movable ? ' · ' : ' '}
					<a href={`/activities/${activity.id}/calendar`} download>
						в календарь
					</a>
				</>
			)}
		</>
	);
};

const crumbsOf = ({ roadmapId, roadmapTitle }: PlanActivity, leads: boolean) =>
	leads
		? [
				{ href: '/roadmap', label: 'Дорожная карта' },
				{ href: `/roadmap/${roadmapId}`, label: roadmapTitle }
			]
		: [{ href: '/today', label: 'Сегодня' }];

const Results = ({ activity }: { activity: PlanActivity }) => (
	<ul>
		{activity.results.map(({ text }) => (
			<li>{text}</li>
		))}
	</ul>
);

/** For one of many who are named together: none of them can speak for all. */
const Shared = () => (
	<NextStep>
		<p>Это дело поручено многим сразу, а не вам по имени. Сделали – скажите куратору, он отметит.</p>
	</NextStep>
);

/** The one primary button: the room where it is carried out, or marking it done here. */
const Next = ({ view, activity }: { view: View; activity: PlanActivity }) => {
	const next = activity.standing.next as PlanOccurrence | undefined;
	if (!next || activity.archivedAt) return null;
	if (!canCarryOut(view.actor, activity)) return activity.awaited ? null : <Shared />;
	const form = `/occurrences/${next.id}/completion`;
	if (activity.awaited) {
		return (
			<NextStep
				action={
					<LinkButton href={form} kind="primary" icon="check">
						Принять к сведению
					</LinkButton>
				}
			>
				<p>
					Отвечает организация выше. Когда документ придёт или дело сделают, приложите его и отметьте здесь;
					просроченным у вас это не станет.
					{activity.capability === 'plan' && leadsPlans(view.actor) && (
						<>
							{' '}
							План, который она отдаёт школам, стоит среди <a href="/roadmap/starters">образцов</a>.
						</>
					)}
				</p>
			</NextStep>
		);
	}
	if (asksForEach(next)) {
		return (
			<NextStep
				action={
					<>
						<LinkButton href={`/occurrences/${next.id}/coverings`} kind="primary" icon="check">
							Отметить по списку
						</LinkButton>
						<LinkButton href={form} kind="secondary">
							Закрыть, не дожидаясь остальных
						</LinkButton>
					</>
				}
			>
				<p>Это дело – о каждом из списка: отметьте, для кого сделано. Когда будут отмечены все, оно закроется само.</p>
			</NextStep>
		);
	}
	const way = activity.capability && wayTo(activity.capability, activity.id);
	const room = way && view.rooms.has(way.door) ? way.href : undefined;
	return (
		<NextStep
			action={
				<>
					{room && (
						<LinkButton href={room} kind="primary" icon="arrow">
							Открыть раздел
						</LinkButton>
					)}
					<LinkButton href={form} kind={room ? 'secondary' : 'primary'} icon="check">
						Отметить выполненным
					</LinkButton>
				</>
			}
		>
			<p>
				{room
					? 'Это делается в программе: откройте раздел, а потом отметьте здесь с подтверждением.'
					: `${next.kind === 'awaited' ? 'День назовут другие. Когда сделаете' : 'Сделайте и'} отметьте здесь: день, пару слов и то, чем подтвердить, – файл или ссылку.`}
			</p>
		</NextStep>
	);
};

const entryOf = ({ at, who, act, evidence }: JournalLine) => ({
	at,
	who: who || 'программа',
	what: evidence ? `${acts[act] ?? act}: ${evidence}` : (acts[act] ?? act)
});
