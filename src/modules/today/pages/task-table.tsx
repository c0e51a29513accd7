import { daysBetween } from '../../../core/dates';
import type { View } from '../../../core/view';
import { LinkButton } from '../../../ui/form';
import { Fold } from '../../../ui/report';
import { StatePill } from '../../../ui/state';
import { type Column, Table } from '../../../ui/table';
import { counted, dayText, PersonName } from '../../../ui/text';
import { waitsFor } from '../../roadmap/rules/plan';
import type { Task } from '../rules';

type Props = {
	view: View;
	id: string;
	title: string;
	tasks: readonly Task[];
	/** More than these wait behind a fold. */
	most?: number;
};

/** One list of the day: what, until when, who, and one button. Drawn only when there is something in it. */
export const TaskTable = ({ view, id, title, tasks, most = 50 }: Props) => {
	if (tasks.length === 0) return null;
	const columns = columnsFor(view);
	const rest = tasks.slice(most);
	return (
		<section class="tasks" id={id}>
			<h2>
				{title} <span class="count">{tasks.length}</span>
			</h2>
			<Table caption={title} columns={columns} rows={tasks.slice(0, most)} />
			{rest.length > 0 && (
				<Fold label={`Ещё ${rest.length}`}>
					<Table caption={`${title}: остальное`} columns={columns} rows={rest} />
				</Fold>
			)}
		</section>
	);
};

const columnsFor = (view: View): Column<Task>[] => [
	{
		head: 'Дело',
		main: true,
		width: 'wide',
		cell: ({ href, title, many }) => (
			<>
				<a href={href}>{title}</a>
				{many && <span class="result">{many}</span>}
			</>
		)
	},
	{ head: 'Срок', cell: (task) => <Due task={task} view={view} /> },
	{ head: 'Отвечает', cell: ({ responsible }) => responsible.length > 0 && <Names responsible={responsible} /> },
	{
		head: 'Действие',
		unseen: true,
		cell: ({ room, act, title }) =>
			room && view.rooms.has(room.door) ? (
				<Act act={{ href: room.href, label: 'Открыть', leads: true }} title={title} />
			) : (
				act && <Act act={act} title={title} />
			)
	}
];

const Act = ({ act: { href, label, leads }, title }: { act: NonNullable<Task['act']>; title: string }) => (
	<LinkButton href={href} icon={leads ? 'arrow' : 'check'}>
		{label}
		<span class="unseen">: {title}</span>
	</LinkButton>
);

const Due = ({ task, view: { actor, now } }: { task: Task; view: View }) => {
	const { kind, dueOn } = task;
	if (kind === 'waiting') return <StatePill state="waiting" label={waitsFor(actor, task)} />;
	if (!dueOn) return <StatePill state="later" label="без срока" />;
	const day = dayText(dueOn, now.today);
	if (kind === 'overdue') {
		const late = counted(daysBetween(dueOn, now.today), ['день', 'дня', 'дней']);
		return (
			<>
				<StatePill state="overdue" label={`на ${late}`} /> <span class="quiet">был до {day}</span>
			</>
		);
	}
	return (
		<>
			<StatePill
				state={kind === 'week' ? 'this-week' : 'later'}
				label={dueOn === now.today ? 'сегодня' : task.happens ? day : `до ${day}`}
			/>
			{task.workBy && (
				<>
					{' '}
					<span class="quiet">это выходной: успеть к {dayText(task.workBy, now.today)}</span>
				</>
			)}
		</>
	);
};

const Names = ({ responsible }: Pick<Task, 'responsible'>) => (
	<>
		{responsible.map(({ name, personId }, index) => (
			<>
				{index > 0 && ', '}
				{personId ? (
					<a href={`/people/${personId}`}>
						<PersonName name={name} />
					</a>
				) : (
					name
				)}
			</>
		))}
	</>
);
