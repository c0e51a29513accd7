import { LinkButton } from '../form';
import { Layout } from '../layout';
import { BulkButton, BulkForm, Exports, Filters, QuickFilter, Toolbar } from '../list';
import { type State, StatePill } from '../state';
import { Pager, Table } from '../table';
import { Day, Lede, PersonName, Quiet } from '../text';
import { frame, today, token } from './frame';

type Pair = {
	mentor: string;
	mentee: string;
	subject: string;
	last: string | null;
	meetings: number;
	state: State;
	note: string;
};

const pairs: Pair[] = [
	{
		mentor: 'Белова Анна Петровна',
		mentee: 'Гусев Борис Андреевич',
		subject: 'математика',
		last: '2026-10-05',
		meetings: 4,
		state: 'done',
		note: 'всё на месте'
	},
	{
		mentor: 'Королёва Ирина Львовна',
		mentee: 'Дронова Вера Игоревна',
		subject: 'начальные классы',
		last: '2026-09-16',
		meetings: 1,
		state: 'overdue',
		note: 'нет встречи 22 дня'
	},
	{
		mentor: 'Ожегова Тамара Николаевна',
		mentee: 'Ким Юлия Сергеевна',
		subject: 'русский язык и литература',
		last: null,
		meetings: 0,
		state: 'waiting',
		note: 'ждём приказ'
	},
	{
		mentor: 'Лебедев Пётр Ильич',
		mentee: 'Жукова Надежда Олеговна, Седых Артём Ильич',
		subject: 'физика, информатика',
		last: '2026-10-02',
		meetings: 3,
		state: 'this-week',
		note: 'взаимопосещение 9 октября'
	}
];

export const ListPage = () => (
	<Layout
		title="Пары"
		{...frame}
		current="/mentorships"
		notice="Встреча 5 октября записана."
		actions={
			<LinkButton href="/mentorships/new" kind="primary" icon="plus">
				Назначить наставника
			</LinkButton>
		}
	>
		<Lede>12 пар, у 3 нет встречи больше двух недель.</Lede>
		<Toolbar>
			<Filters
				filters={[
					{ href: '?', label: 'Все', count: 12, current: true },
					{ href: '?state=quiet', label: 'Давно не встречались', count: 3 },
					{ href: '?state=papers', label: 'Не хватает документов', count: 2 },
					{ href: '?state=ended', label: 'Завершены', count: 5 }
				]}
			/>
			<QuickFilter action="/mentorships" label="Найти пару" />
		</Toolbar>
		<BulkForm
			action="/mentorships/bulk"
			token={token}
			bar={
				<>
					<BulkButton value="remind" icon="mail">
						Напомнить о встрече
					</BulkButton>
					<BulkButton value="print" icon="printer">
						Распечатать листы
					</BulkButton>
				</>
			}
		>
			<Table
				caption="Пары этого учебного года"
				sorting={{ by: 'last', descending: true, href: (by, descending) => `?sort=${descending ? '-' : ''}${by}` }}
				choose={({ mentee }) => ({ name: 'pair', value: mentee, label: `Выбрать: ${mentee}` })}
				columns={[
					{
						head: 'Наставляемый',
						main: true,
						sort: 'mentee',
						cell: ({ mentee }) => <a href="/mentorships/1">{mentee}</a>
					},
					{ head: 'Наставник', sort: 'mentor', cell: ({ mentor }) => <PersonName name={mentor} /> },
					{ head: 'Предмет', cell: ({ subject }) => subject },
					{ head: 'Встреч', numeric: true, sort: 'meetings', cell: ({ meetings }) => meetings },
					{
						head: 'Последняя встреча',
						sort: 'last',
						cell: ({ last }) => (last ? <Day date={last} today={today} /> : <Quiet>ещё не было</Quiet>)
					},
					{ head: 'Состояние', cell: ({ state, note }) => <StatePill state={state} label={note} /> }
				]}
				rows={pairs}
			/>
		</BulkForm>
		<Pager page={1} pages={3} href={(page) => `?page=${page}`} />
		<Exports
			files={[
				{ href: '/mentorships.xlsx', label: 'таблица Excel' },
				{ href: '/mentorships.docx', label: 'приложение к приказу' }
			]}
		/>
	</Layout>
);
