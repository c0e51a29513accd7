import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { Closes } from '../../../ui/closes';
import { ActionForm, Button, Buttons, DateField, ErrorSummary, Field, FormToken, TextArea } from '../../../ui/form';
import { BulkButton, BulkForm, Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note, StatePill } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Day, Lede } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import type { Called, Event } from '../queries/event';
import { acquaintedHow } from '../rules/event';
import { eventsCrumb, people as forms } from './words';

type Props = {
	view: View;
	event: Event;
	people: readonly Called[];
	chosen: readonly string[];
	closable: readonly Closable[];
	closes: readonly string[] | undefined;
	values: Values;
	problems?: Problems;
};

/** Who has read it: signatures of the paper sheet are entered by ticking; when all know, the announcement is finished. */
export const SheetPage = ({ view, event, people, chosen, closable, closes, values, problems = {} }: Props) => {
	const { today } = view.now;
	const left = people.filter(({ acquaintedOn }) => !acquaintedOn);
	const read = people.filter(({ acquaintedOn }) => acquaintedOn);
	const given = { values, problems };
	return (
		<Page
			view={view}
			title="Кто ознакомился"
			crumbs={[eventsCrumb, { href: `/events/${event.id}`, label: event.title }]}
			notice={
				view.saved === 'sheet' ? 'Подписи с листа записаны' : view.saved === 'undone' ? 'Отметка снята' : undefined
			}
		>
			<Lede>
				{people.length === 0
					? 'Из коллектива никого не звали.'
					: left.length === 0
						? 'Ознакомились все.'
						: `Ознакомились ${read.length} из ${people.length}, осталось ${counted(left.length, forms)}.`}
			</Lede>
			<ErrorSummary problems={problems} />
			{left.length > 0 && (
				<>
					<Note title="Отметка в программе – не подпись">
						<p>Где нужна подпись, напечатайте лист, дайте расписаться и отметьте здесь тех, кто расписался.</p>
					</Note>
					<Exports files={[{ href: `/events/${event.id}/sheet.docx`, label: 'Лист ознакомления (Word)' }]} />
					<BulkForm
						action={`/events/${event.id}/sheet`}
						token={values.token ?? ''}
						bar={
							<>
								<DateField name="on" label="Дата на листе" {...given} />
								<BulkButton value="enter" icon="check">
									Записать подписи
								</BulkButton>
							</>
						}
					>
						<Table
							caption="Ещё не ознакомились"
							captioned
							choose={({ id, name }) => ({
								name: 'person',
								value: id,
								label: `Подпись на листе: ${name}`,
								checked: chosen.includes(id)
							})}
							columns={[
								{ head: 'Имя', main: true, cell: ({ name }) => name },
								{ head: 'Должность', cell: ({ post }) => post }
							]}
							rows={left}
						/>
					</BulkForm>
				</>
			)}
			{read.length > 0 && (
				<Table
					caption="Ознакомились"
					captioned
					columns={[
						{ head: 'Имя', main: true, cell: ({ name }) => name },
						{
							head: 'Когда',
							cell: ({ acquaintedOn }) => acquaintedOn && <Day date={acquaintedOn} today={today} />
						},
						{
							head: 'Как',
							cell: ({ acquaintedHow: how }) => how && <StatePill state="done" label={acquaintedHow[how]} />
						},
						{
							head: 'Снять',
							unseen: true,
							cell: ({ id, acquaintedHow: how }) =>
								how === 'paper' && (
									<ActionForm
										action={`/events/${event.id}/sheet/undoing`}
										label="Снять"
										token={crypto.randomUUID()}
										kind="quiet"
									>
										<input type="hidden" name="person" value={id} />
									</ActionForm>
								)
						}
					]}
					rows={read}
				/>
			)}
			{!event.meets && !event.cancelledAt && (
				<Card title={event.attendedAt ? 'Объявление завершено' : 'Завершить объявление'}>
					<form method="post" action={`/events/${event.id}/closing`}>
						<FormToken values={{ token: crypto.randomUUID() }} />
						<Field
							name="outsideCount"
							label={event.outside ? `Сколько узнали: ${event.outside}` : 'Сколько узнали не из списка'}
							inputmode="numeric"
							class="short"
							maxlength={6}
							optional
							{...given}
						/>
						<TextArea
							name="outcome"
							label="Где и как объявили"
							hint="Например: на доске объявлений, на сайте, на линейке"
							rows={2}
							maxlength={1000}
							optional
							{...given}
						/>
						<Closes {...{ closable, chosen: closes, today }} />
						<Buttons>
							<Button>{event.attendedAt ? 'Обновить итог' : 'Завершить объявление'}</Button>
						</Buttons>
					</form>
				</Card>
			)}
		</Page>
	);
};
