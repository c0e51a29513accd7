import type { Problems } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { Card } from '../../../../ui/card';
import { ActionForm, ErrorSummary, LinkButton } from '../../../../ui/form';
import { Empty } from '../../../../ui/list';
import { Page } from '../../../../ui/page';
import { CopyText, counted, Day, Lede, Moment, PersonName } from '../../../../ui/text';
import type { LastChange, PlanEdition } from '../../queries/editions';
import type { Plan } from '../../queries/plans';
import { byOrder } from '../../rules/edition';
import type { Change } from '../../rules/plan-difference/difference';
import { countOf, isTakeable } from '../../rules/working-changes';
import { DifferenceTable } from './difference';
import { changeForms, editionsCrumb, planCrumbs } from './words';

type Props = {
	view: View;
	plan: Plan;
	edition: PlanEdition;
	changes: readonly Change[];
	/** Who changed it last: by id of an activity, of the plan for what was done to it as a whole. */
	last: ReadonlyMap<string, LastChange>;
	problems?: Problems | undefined;
};

/** «Рабочие изменения»: what the plan says otherwise than its approved edition; each can go back, all can go into an order. */
export const PlanChangesPage = ({ view, plan, edition, changes, last, problems }: Props) => (
	<Page
		view={view}
		title="Рабочие изменения"
		crumbs={[...planCrumbs(plan), editionsCrumb(plan)]}
		notice={view.saved === 'reversion' ? 'Возвращено как утверждено' : undefined}
	>
		<ErrorSummary problems={problems} title="Не возвращено" />
		{changes.length === 0 ? (
			<Empty title="Рабочих изменений нет" icon="check">
				<p>
					План такой, каким его утвердили: <a href={`/editions/${edition.id}`}>редакция № {edition.number}</a>.
				</p>
			</Empty>
		) : (
			<>
				<Lede>
					{counted(countOf(changes), changeForms)} после{' '}
					<a href={`/editions/${edition.id}`}>редакции № {edition.number}</a>, утверждённой приказом от{' '}
					<Day date={edition.orderDay} /> № {edition.orderNumber}.
				</Lede>
				<DifferenceTable
					caption="Что изменено после утверждения"
					changes={changes}
					more={[
						{ head: 'Кто и когда', cell: (change) => <Who {...{ view, plan, change, last }} /> },
						{
							head: 'Вернуть',
							unseen: true,
							cell: (change) =>
								isTakeable(change) &&
								!plan.archivedAt && (
									<ActionForm
										action={`/roadmap/${plan.id}/changes/reversion`}
										token={crypto.randomUUID()}
										label="Вернуть"
										kind="quiet"
									>
										<input type="hidden" name="change" value={change.key} />
									</ActionForm>
								)
						}
					]}
				/>
				{!plan.archivedAt && <AmendingOrder plan={plan} edition={edition} />}
			</>
		)}
	</Page>
);

/** The way into an order: the annex to download, the clause to copy, and the number when it is signed. */
const AmendingOrder = ({ plan, edition }: Pick<Props, 'plan' | 'edition'>) => (
	<Card title="Приказ о внесении изменений">
		<p>
			<LinkButton href={`/roadmap/${plan.id}/changes.docx`} icon="download" download>
				Скачать приложение с изменениями
			</LinkButton>
		</p>
		<p>Пункт для приказа:</p>
		<p>
			<CopyText
				prose
				text={`Внести в план «${plan.title}», утверждённый ${byOrder(edition)}, изменения согласно приложению к настоящему приказу.`}
			/>
		</p>
		<p>Когда приказ подписан, запишите его номер и день: изменённый план станет новой редакцией.</p>
		<LinkButton href={`/roadmap/${plan.id}/editions/new`} kind="primary" icon="check">
			Записать приказ
		</LinkButton>
	</Card>
);

const Who = ({ view, plan, change, last }: Pick<Props, 'view' | 'plan' | 'last'> & { change: Change }) => {
	const ids = 'row' in change ? [change.row.id, plan.id] : [plan.id];
	const found = ids.flatMap((id) => (id && last.get(id)) || []).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
	return found ? (
		<>
			{found.who ? <PersonName name={found.who} /> : 'Программа'},{' '}
			<Moment at={found.at} timeZone={view.actor.timeZone} today={view.now.today} />
		</>
	) : null;
};
