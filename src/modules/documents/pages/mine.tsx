import type { Problems } from '../../../core/forms';
import type { View } from '../../../core/view';
import { ActionForm, ErrorSummary } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Day, Lede } from '../../../ui/text';
import { acquaintedHow } from '../../events/rules/event';
import type { MyDocument } from '../queries/mine';
import { titleOfDocument } from '../rules/life';
import { documentWords } from './words';

type Props = { view: View; documents: readonly MyDocument[]; problems?: Problems };

/** «Ознакомьтесь»: documents somebody is to know, each with its text and one button. */
export const MyDocumentsPage = ({ view, documents, problems = {} }: Props) => {
	const left = documents.filter(({ acquaintedOn }) => !acquaintedOn).length;
	return (
		<Page view={view} title="Ознакомьтесь" notice={view.saved === 'read' && 'Отмечено, что вы ознакомились'}>
			<ErrorSummary problems={problems} title="Не получилось" />
			{documents.length === 0 ? (
				<Empty title="Знакомиться пока не с чем" icon="document">
					<p>Здесь появятся приказы и положения, с которыми вас знакомят.</p>
				</Empty>
			) : (
				<>
					<Lede>{left === 0 ? 'Вы ознакомились со всем.' : `Ждут вас: ${counted(left, documentWords)}.`}</Lede>
					<Note title="Отметка здесь – не подпись">
						<p>Если вас просят расписаться, распишитесь и на листе: отметка в программе её не заменяет.</p>
					</Note>
					<Table
						caption="Документы, с которыми знакомят"
						columns={[
							{
								head: 'Документ',
								main: true,
								width: 'wide',
								cell: ({ title, fileId }) => (fileId ? <a href={`/files/${fileId}`}>{title}</a> : title)
							},
							{ head: 'Номер и дата', cell: (one) => titleOfDocument(one) },
							{
								head: 'Срок',
								cell: ({ acquaintBy, acquaintedOn }) =>
									!acquaintedOn && acquaintBy && <Day date={acquaintBy} today={view.now.today} />
							},
							{
								head: 'Отметка',
								cell: ({ id, acquaintedOn, how }) =>
									acquaintedOn && how ? (
										<>
											<Day date={acquaintedOn} today={view.now.today} />, {acquaintedHow[how]}
											{how === 'program' && (
												<ActionForm
													action={`/my-documents/${id}/acquaintance/undoing`}
													label="Отменить"
													token={crypto.randomUUID()}
													kind="quiet"
												/>
											)}
										</>
									) : (
										<ActionForm
											action={`/my-documents/${id}/acquaintance`}
											label="Ознакомлен(а)"
											token={crypto.randomUUID()}
										/>
									)
							}
						]}
						rows={documents}
					/>
				</>
			)}
		</Page>
	);
};
