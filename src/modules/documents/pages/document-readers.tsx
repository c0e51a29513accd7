import { showDate } from '../../../core/dates';
import { Card } from '../../../ui/card';
import { ActionForm, DateField } from '../../../ui/form';
import { BulkButton, BulkForm } from '../../../ui/list';
import { Note, StatePill } from '../../../ui/state';
import { type Column, Table } from '../../../ui/table';
import { Day } from '../../../ui/text';
import { acquaintedHow } from '../../events/rules/event';
import type { Reader } from '../queries/document';
import type { DocumentProps } from './document';

/** Who is to know the document: signatures of the printed sheet are entered by ticking. */
export const ReadersCard = ({ document, view, values, problems = {} }: DocumentProps) => {
	const { today } = view.now;
	const { readerList, datedOn, id } = document;
	if (readerList.length === 0) return null;
	const columns: Column<Reader>[] = [
		{ head: 'Имя', main: true, cell: ({ name }) => name },
		{ head: 'Должность', cell: ({ post }) => post },
		{ head: 'Когда', cell: ({ acquaintedOn }) => acquaintedOn && <Day date={acquaintedOn} today={today} /> },
		{ head: 'Как', cell: ({ how }) => how && <StatePill state="done" label={acquaintedHow[how]} /> }
	];
	const table = (
		<Table
			caption="Кто знакомится"
			{...(datedOn && {
				choose: ({ id: person, name, acquaintedOn }: Reader) =>
					acquaintedOn ? undefined : { name: 'person', value: person, label: `Подпись на листе: ${name}` }
			})}
			columns={columns}
			rows={readerList}
		/>
	);
	return (
		<Card title="Кто знакомится" id="person">
			<Note title="Отметка в программе – не подпись">
				<p>
					Без локального акта о простой электронной подписи дайте расписаться на листе (он внизу документа) и отметьте
					здесь тех, кто расписался.
				</p>
			</Note>
			{datedOn && document.readersLeft > 0 ? (
				<BulkForm
					action={`/documents/made/${id}/sheet`}
					token={crypto.randomUUID()}
					bar={
						<>
							<DateField
								name="readOn"
								label="Дата на листе"
								values={{ readOn: showDate(today), ...values }}
								problems={problems}
							/>
							<BulkButton value="enter" icon="check">
								Записать подписи
							</BulkButton>
						</>
					}
				>
					{table}
				</BulkForm>
			) : (
				table
			)}
			{readerList
				.filter(({ how }) => how === 'paper')
				.map(({ id: person, name }) => (
					<ActionForm
						action={`/documents/made/${id}/sheet/undoing`}
						label={`Снять подпись: ${name}`}
						token={crypto.randomUUID()}
						kind="quiet"
					>
						<input type="hidden" name="person" value={person} />
					</ActionForm>
				))}
		</Card>
	);
};
