import { showDate } from '../../../core/dates';
import { Card } from '../../../ui/card';
import { ActionForm, Button, Buttons, DateField, FormToken, LinkButton, Select } from '../../../ui/form';
import { BulkButton, BulkForm, Exports } from '../../../ui/list';
import { Fold } from '../../../ui/report';
import { Note, StatePill } from '../../../ui/state';
import { type Column, Table } from '../../../ui/table';
import { Day } from '../../../ui/text';
import { acquaintedHow } from '../../events/rules/event';
import type { Reader, StoredDocument } from '../queries/document';
import type { DocumentProps } from './document';

/** Who is to know the document: signatures of the printed sheet are entered by ticking. */
export const ReadersCard = ({ document, view, values, problems = {} }: DocumentProps) => {
	const { today } = view.now;
	const { readerList, datedOn, id } = document;
	if (document.removed) return null;
	const address = `/documents/made/${id}`;
	const add = (
		<LinkButton href={`${address}/readers`} icon="plus">
			{readerList.length === 0 ? 'Кого ознакомить' : 'Кого ещё ознакомить'}
		</LinkButton>
	);
	if (readerList.length === 0)
		return (
			<Card title="Кто знакомится" id="person" actions={add}>
				<p class="quiet">Пока никто: добавьте тех, кто должен знать документ.</p>
			</Card>
		);
	const left = readerList.filter(({ acquaintedOn }) => !acquaintedOn);
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
		<Card title="Кто знакомится" id="person" actions={add}>
			<p>
				Ознакомились {readerList.length - left.length} из {readerList.length}
				{document.acquaintBy && (
					<>
						, срок – <Day date={document.acquaintBy} today={today} />
					</>
				)}
				.
			</p>
			<Note title="Отметка в программе – не подпись">
				<p>
					Без локального акта о простой электронной подписи дайте расписаться на листе и отметьте здесь тех, кто
					расписался.
				</p>
			</Note>
			<p>
				<a href={`${address}/sheet`}>Лист ознакомления</a> – посмотреть и напечатать.
			</p>
			<Exports files={[{ href: `${address}/sheet.docx`, label: 'Лист ознакомления (Word)' }]} />
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
			{left.length > 0 && (
				<>
					{datedOn && (
						<ActionForm action={`${address}/reminder`} label="Напомнить" token={crypto.randomUUID()} kind="quiet" />
					)}
					<Fold label="Убрать из листа">
						<form method="post" action={`${address}/readers/removal`}>
							<FormToken values={{ token: crypto.randomUUID() }} />
							<Select
								name="gone"
								label="Кого убрать"
								values={{}}
								problems={{}}
								empty="Выберите"
								options={Object.fromEntries(left.map((one) => [one.id, one.name]))}
							/>
							<Buttons>
								<Button kind="secondary">Убрать из листа</Button>
							</Buttons>
						</form>
					</Fold>
				</>
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

/** Whoever was taken off the sheet by mistake comes back by one press. */
export const ReaderBack = ({ document, person }: { document: StoredDocument; person: string }) => (
	<ActionForm
		action={`/documents/made/${document.id}/readers`}
		label="Отменить"
		token={crypto.randomUUID()}
		kind="quiet"
	>
		<input type="hidden" name="person" value={person} />
		<input type="hidden" name="acquaintBy" value={document.acquaintBy ? showDate(document.acquaintBy) : ''} />
	</ActionForm>
);
