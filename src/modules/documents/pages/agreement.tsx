import type { Problems } from '../../../core/forms';
import type { View } from '../../../core/view';
import { ErrorSummary } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Table } from '../../../ui/table';
import { counted, Day, Lede, PersonName, Quiet } from '../../../ui/text';
import type { MyApproval } from '../queries/my-approvals';
import { awaitsMe } from '../rules/approvals';
import { approvalKinds } from '../rules/life';
import { ApprovalPill } from './approval-words';
import { documentWords } from './words';

type Props = { view: View; approvals: readonly MyApproval[]; problems?: Problems };

/** «На согласование»: what waits for one's visa or opinion, and what was answered. */
export const AgreementPage = ({ view, approvals, problems = {} }: Props) => {
	const { today } = view.now;
	const left = approvals.filter(awaitsMe).length;
	return (
		<Page view={view} title="На согласование">
			<ErrorSummary problems={problems} title="Не получилось" />
			{approvals.length === 0 ? (
				<Empty title="Согласовать пока нечего" icon="check">
					<p>Здесь появятся проекты, на которые просят вашу визу или мнение.</p>
				</Empty>
			) : (
				<>
					<Lede>{left === 0 ? 'Вы ответили на всё.' : `Ждут вашего ответа: ${counted(left, documentWords)}.`}</Lede>
					<Table
						caption="Документы на согласование"
						columns={[
							{
								head: 'Документ',
								main: true,
								width: 'wide',
								cell: ({ id, title }) => <a href={`/agreement/${id}`}>{title}</a>
							},
							{ head: 'Что просят', cell: ({ kind }) => approvalKinds[kind] },
							{ head: 'Кто просит', cell: ({ asker }) => asker && <PersonName name={asker} /> },
							{ head: 'Ответить по', cell: ({ dueOn }) => dueOn && <Day date={dueOn} today={today} /> },
							{
								head: 'Ваш ответ',
								cell: (one) =>
									one.open || one.outcome ? (
										<ApprovalPill approval={one} today={today} />
									) : (
										<Quiet>подписан без вашего ответа</Quiet>
									)
							}
						]}
						rows={approvals}
					/>
				</>
			)}
		</Page>
	);
};
