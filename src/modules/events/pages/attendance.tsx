import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Closes } from '../../../ui/closes';
import { Button, Buttons, ErrorSummary, Field, FormToken, LinkButton, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Table } from '../../../ui/table';
import { Lede } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import type { Called, Event } from '../queries/event';
import { eventsCrumb, When } from './words';

type Props = {
	view: View;
	event: Event;
	people: readonly Called[];
	came: readonly string[];
	excused: readonly string[];
	closable: readonly Closable[];
	closes: readonly string[] | undefined;
	values: Values;
	problems?: Problems;
};

/** Who came: everybody is ticked beforehand, and the absent are unticked. */
export const AttendancePage = ({
	view,
	event,
	people,
	came,
	excused,
	closable,
	closes,
	values,
	problems = {}
}: Props) => {
	const given = { values, problems };
	const minutesCome = !!event.body && event.agenda.length > 0;
	return (
		<Page view={view} title="Кто был" crumbs={[eventsCrumb, { href: `/events/${event.id}`, label: event.title }]}>
			<Lede>
				{event.kind}, <When event={event} today={view.now.today} />. Снимите галочки у тех, кого не было.
			</Lede>
			<form method="post" action={`/events/${event.id}/attendance`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				{people.length > 0 && (
					<Table
						caption="Кто был"
						choose={({ id, name }) => ({
							name: 'came',
							value: id,
							label: `Был: ${name}`,
							checked: came.includes(id)
						})}
						columns={[
							{ head: 'Имя', main: true, cell: ({ name }) => name },
							{
								head: 'Уважительная причина',
								cell: ({ id, name }) => (
									<input
										type="checkbox"
										name="excused"
										value={id}
										checked={excused.includes(id)}
										aria-label={`По уважительной причине не был: ${name}`}
									/>
								)
							}
						]}
						rows={people}
					/>
				)}
				<Field
					name="outsideCount"
					label={event.outside ? `Сколько было: ${event.outside}` : 'Сколько было гостей, не из списка'}
					inputmode="numeric"
					class="short"
					maxlength={6}
					optional
					{...given}
				/>
				<TextArea name="outcome" label="Итог одним предложением" rows={2} maxlength={1000} optional {...given} />
				{minutesCome && (
					<p class="quiet">Если мероприятие плана закрывает протокол, отметьте его потом, когда протокол подпишут.</p>
				)}
				<Closes {...{ closable, chosen: closes, today: view.now.today }} />
				<Buttons>
					<Button>Записать, кто был</Button>
					<LinkButton href={`/events/${event.id}`} kind="quiet">
						Не записывать
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};
