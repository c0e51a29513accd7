import { Card } from '../../../ui/card';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Icon } from '../../../ui/icon';
import { Share } from '../../../ui/progress';
import { Fold } from '../../../ui/report';
import { Day } from '../../../ui/text';
import type { PlanOccurrence } from '../queries/activities';
import { type Covering, coverageText } from '../rules/coverage';
import { canCarryOut, canTakeBack, leadsPlans } from '../rules/plan';
import type { ActivityProps } from './activity-props';
import { WhereKept } from './coverage-words';
import { occurrenceName } from './plan-words';

/** For whom of the many it has been done and who is left, by name; each time of the activity apart. */
export const CoverageCard = ({ view, activity }: ActivityProps) => {
	const { coverage } = activity;
	if (!coverage) return null;
	const { actor, now } = view;
	const several = activity.occurrences.length > 1;
	const next = activity.standing.next;
	const begun = activity.occurrences.filter(
		({ id, outcome, coverage: said }) =>
			id === next?.id || (said && (outcome !== null || said.coverings.length + said.gone.length > 0))
	);
	const leads = leadsPlans(actor);
	return (
		<Card title="Кого касается" id="coverage">
			{begun.map((occurrence) => (
				<>
					{several && <h3>{occurrenceName(occurrence, now.today)}</h3>}
					<OneTime {...{ view, activity }} occurrence={occurrence} />
				</>
			))}
			{begun.length === 0 && <p class="quiet">Всё отмечено.</p>}
			<WhereKept activity={activity} leads={leads} />
		</Card>
	);
};

type Of = Pick<ActivityProps, 'view' | 'activity'> & { occurrence: PlanOccurrence };

const OneTime = ({ view, activity, occurrence }: Of) => {
	const { coverage, archivedAt } = activity;
	const standing = occurrence.coverage;
	if (!coverage || !standing) return null;
	const open = !archivedAt && !occurrence.outcome && standing.left.length > 0;
	const mayAct = open && occurrence.id !== activity.standing.next?.id && canCarryOut(view.actor, activity);
	const done = standing.coverings.filter(({ outcome }) => outcome === 'done');
	const excused = standing.coverings.filter(({ outcome }) => outcome === 'excused');
	return (
		<>
			<p>
				<Share value={standing.covered} max={Math.max(standing.all, 1)} label="Охвачено" />{' '}
				<span class="unseen">{coverageText(coverage, standing)}</span>
			</p>
			{standing.left.length > 0 && (
				<p>
					{occurrence.outcome ? 'Остались без отметки: ' : 'Осталось: '}
					{standing.left.map(({ name }) => name).join(', ')}
				</p>
			)}
			{mayAct && (
				<p>
					<LinkButton href={`/occurrences/${occurrence.id}/coverings`} icon="check">
						Отметить по списку
					</LinkButton>
				</p>
			)}
			{done.length > 0 && (
				<Fold label={`Отмечены: ${done.length}`} open={done.length < 6}>
					<Said {...{ view, activity }} list={done} />
				</Fold>
			)}
			{excused.length > 0 && (
				<Fold label={`Не касается: ${excused.length}`}>
					<Said {...{ view, activity }} list={excused} />
				</Fold>
			)}
			{standing.gone.length > 0 && (
				<Fold label={`Отмечены, но больше не участвуют: ${standing.gone.length}`}>
					<Said {...{ view, activity }} list={standing.gone} />
				</Fold>
			)}
		</>
	);
};

const Said = ({ view, activity, list }: Pick<Of, 'view' | 'activity'> & { list: readonly Covering[] }) => (
	<ul class="evidence">
		{list.map(({ id, name, coveredOn, note, recordedBy, evidence }) => (
			<li>
				{name}{' '}
				<span class="quiet">
					<Day date={coveredOn} today={view.now.today} />
					{note && `: ${note}`}
				</span>
				{evidence > 0 && (
					<a class="evidence-count" href="#evidence">
						<Icon name="paperclip" />
						<span class="unseen">Подтверждений: </span>
						{evidence}
					</a>
				)}
				{!activity.archivedAt && canTakeBack(view.actor, { recordedBy }) && (
					<ActionForm
						action={`/coverings/${id}/withdrawal`}
						token={crypto.randomUUID()}
						label={
							<>
								Отменить<span class="unseen">: {name}</span>
							</>
						}
						kind="quiet"
					/>
				)}
			</li>
		))}
	</ul>
);
