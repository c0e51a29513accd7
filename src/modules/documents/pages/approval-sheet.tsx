import { showDate } from '../../../core/dates';
import type { View } from '../../../core/view';
import { Empty, Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Table } from '../../../ui/table';
import { Lede } from '../../../ui/text';
import type { StoredDocument } from '../queries/document';
import { sheetLines } from '../rules/approval-sheet';
import { documentsCrumb, madeCrumb } from './words';

/** «Лист согласования»: to be read, printed, or signed with a pen where an answer is still to come. */
export const ApprovalSheetPage = ({ view, document }: { view: View; document: StoredDocument }) => (
	<Page
		view={view}
		title="Лист согласования"
		crumbs={[documentsCrumb, madeCrumb, { href: `/documents/made/${document.id}`, label: document.title }]}
	>
		<Lede>
			«{document.title}», на {showDate(view.now.today)}. Пустые клетки – для подписи и даты.
		</Lede>
		{document.approvalList.length === 0 ? (
			<Empty title="Согласовать никого не просили" icon="list">
				<p>
					Попросите визы на <a href={`/documents/made/${document.id}#approvals`}>странице документа</a>.
				</p>
			</Empty>
		) : (
			<>
				<Table
					caption="Лист согласования"
					columns={[
						{ head: '№', numeric: true, cell: ({ number }) => number },
						{ head: 'Кто', main: true, cell: ({ who }) => who },
						{ head: 'Что', cell: ({ what }) => what },
						{ head: 'Ответ, замечания', width: 'wide', cell: ({ answer }) => answer },
						{ head: 'Дата', cell: ({ on }) => on },
						{ head: 'Подпись', cell: ({ signature }) => signature }
					]}
					rows={sheetLines(document.approvalList)}
				/>
				<Exports files={[{ href: `/documents/made/${document.id}/approval-sheet.docx`, label: 'Word' }]} />
			</>
		)}
	</Page>
);
