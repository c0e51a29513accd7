import type { Problems } from '../../../core/forms';
import type { View } from '../../../core/view';
import { ActionForm, ErrorSummary } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note, Pill } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Day, Lede, PersonName } from '../../../ui/text';
import type { MailState } from '../queries/letters';
import type { Correspondent } from '../queries/wishes';
import { wishes } from '../rules/letters';

type Props = {
	view: View;
	people: readonly Correspondent[];
	mail: MailState;
	silent: string | undefined;
	problems?: Problems | undefined;
};

const notices: Record<string, string> = {
	paused: 'Отправка писем выключена',
	resumed: 'Отправка писем включена'
};

/** Who is mailed what. The addresses themselves stay with their people. */
export const LettersPage = ({ view, people, mail, silent, problems }: Props) => {
	const getting = people.filter(({ addressState, wish }) => addressState === 'confirmed' && wish !== 'none').length;
	return (
		<Page
			view={view}
			title="Кому пишет программа"
			notice={notices[view.saved ?? '']}
			crumbs={[{ href: '/organisation', label: 'Организация' }]}
		>
			<Lede>
				{`Письма получает ${counted(getting, ['человек', 'человека', 'человек'])} из ${people.length}. Не чаще раза в неделю, а кто попросил – ещё и перед сроками; у остальных то же есть в уведомлениях.`}
			</Lede>
			<ErrorSummary problems={problems} />
			{silent && (
				<Note tone="warm" title="Писем сейчас нет">
					<p>Причина: {silent}.</p>
				</Note>
			)}
			<Table
				caption="Кому и о чём пишет программа"
				columns={[
					{ head: 'Человек', main: true, cell: ({ name }) => <PersonName name={name} full /> },
					{ head: 'Почта', cell: (person) => <AddressPill person={person} /> },
					{
						head: 'Присылать',
						cell: ({ addressState, wish }) => addressState !== 'none' && wishes[wish ?? 'weekly']
					},
					{ head: 'За 30 дней', numeric: true, cell: ({ sent }) => sent > 0 && sent },
					{
						head: 'Последнее',
						cell: ({ lastSentOn, reason }) => reason || (lastSentOn && <Day date={lastSentOn} today={view.now.today} />)
					}
				]}
				rows={people}
			/>
			<p class="quiet">Каждый сам указывает почту и выбирает, о чём писать: «Уведомления» → «Присылать на почту».</p>
			{mail.paused ? (
				<ActionForm
					action="/letters/pause/ending"
					token={crypto.randomUUID()}
					label="Включить отправку писем"
					icon="mail"
					kind="primary"
				/>
			) : (
				<ActionForm action="/letters/pause" token={crypto.randomUUID()} label="Выключить отправку писем" icon="mail" />
			)}
		</Page>
	);
};

const AddressPill = ({ person: { addressState } }: { person: Correspondent }) =>
	({
		none: <span class="quiet">не указана</span>,
		asked: <Pill tone="warm">не подтверждена</Pill>,
		confirmed: <Pill tone="good">подтверждена</Pill>,
		refused: <Pill tone="lost">не принимает писем</Pill>
	})[addressState];
