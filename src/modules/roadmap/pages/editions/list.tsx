import type { View } from '../../../../core/view';
import { ClosedToo } from '../../../../ui/closes';
import { LinkButton } from '../../../../ui/form';
import { Empty } from '../../../../ui/list';
import { Page } from '../../../../ui/page';
import { Table } from '../../../../ui/table';
import { counted, Day, Lede, PersonName } from '../../../../ui/text';
import type { EditionLine } from '../../queries/editions';
import type { Plan } from '../../queries/plans';
import { Undo } from '../activity-notice';
import { activityForms } from '../plan-words';
import { changeForms, planCrumbs } from './words';

type Props = {
	view: View;
	plan: Plan;
	editions: readonly EditionLine[];
	changes: number;
	of?: string | undefined;
	/** How many activities the approval has closed. */
	closed: number;
};

/** The editions of a plan that were approved, and whether it has gone on since. */
export const EditionsPage = ({ view, plan, editions, changes, of, closed }: Props) => {
	const [last] = editions;
	const made = editions.find(({ id }) => id === of);
	return (
		<Page
			view={view}
			title="Утверждённые редакции"
			crumbs={planCrumbs(plan)}
			notice={
				view.saved === 'edition' && made ? (
					<>
						Редакция № {made.number} утверждена
						<ClosedToo count={closed} /> <Undo action={`/editions/${made.id}/withdrawal`} />
					</>
				) : view.saved === 'edition-withdrawal' ? (
					'Запись об утверждении отменена'
				) : undefined
			}
			actions={
				last &&
				!plan.archivedAt && (
					<LinkButton href={`/roadmap/${plan.id}/editions/new`} icon="check">
						Утвердить редакцию
					</LinkButton>
				)
			}
		>
			{last ? (
				<>
					<Lede>
						Действует редакция № {last.number}.{' '}
						{changes > 0 ? (
							<>
								После утверждения в плане <a href={`/roadmap/${plan.id}/changes`}>{counted(changes, changeForms)}</a>.
							</>
						) : (
							'После утверждения план не менялся.'
						)}
					</Lede>
					<Table
						caption="Редакции"
						rows={editions}
						columns={[
							{
								head: 'Редакция',
								main: true,
								cell: ({ id, number }) => <a href={`/editions/${id}`}>№ {number}</a>
							},
							{
								head: 'Приказ',
								cell: ({ orderNumber, orderDay }) => (
									<>
										№ {orderNumber} от <Day date={orderDay} />
									</>
								)
							},
							{ head: 'В ней', cell: ({ rows }) => counted(rows, activityForms) },
							{ head: 'Записал', cell: ({ approvedByName }) => <PersonName name={approvedByName} /> },
							{
								head: 'Отличия',
								cell: ({ id, number }) => {
									const before = editions.find((one) => one.number === number - 1);
									return before ? (
										<a href={`/roadmap/${plan.id}/difference?was=${before.id}&became=${id}`}>от № {before.number}</a>
									) : null;
								}
							}
						]}
					/>
				</>
			) : (
				<Empty
					title="Утверждённой редакции пока нет"
					icon="document"
					action={
						!plan.archivedAt && (
							<LinkButton href={`/roadmap/${plan.id}/editions/new`} kind="primary" icon="check">
								Утвердить редакцию
							</LinkButton>
						)
					}
				>
					<p>
						Когда план утверждён приказом, запишите его номер и день. Редакция сохранится такой, какой её подписали, а
						всё, что изменится потом, будет видно отдельно – для приказа о внесении изменений.
					</p>
				</Empty>
			)}
		</Page>
	);
};
