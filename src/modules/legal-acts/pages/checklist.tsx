import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ClosedToo, Closes } from '../../../ui/closes';
import { Conflict } from '../../../ui/conflict';
import {
	Button,
	Buttons,
	DateField,
	ErrorSummary,
	Field,
	FormToken,
	LinkButton,
	Select,
	TextArea
} from '../../../ui/form';
import { Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Pill, type State, StatePill } from '../../../ui/state';
import { type Column, Table } from '../../../ui/table';
import { counted, dayText, Lede, PersonName, plural, Quiet } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import { type ChecklistLine, canKeepChecklist, isOverdue, lacksOf, lineStates } from '../rules/checklist';
import { checklistCrumb, libraryCrumb } from './words';

const pills: Record<ChecklistLine['state'], State> = {
	wanted: 'doubtful',
	written: 'this-week',
	agreed: 'waiting',
	approved: 'done',
	needless: 'later'
};

type ListProps = {
	view: View;
	lines: readonly ChecklistLine[];
	closable: readonly Closable[];
	closed: number;
	closes?: readonly string[];
	problems?: Problems;
};

/** «Локальные акты»: what the organisation needs of its own, who answers for each, what is missing. */
export const ChecklistPage = ({ view, lines, closable, closed, closes, problems = {} }: ListProps) => {
	const keeps = canKeepChecklist(view.actor);
	const { today } = view.now;
	return (
		<Page
			view={view}
			title="Локальные акты"
			crumbs={[libraryCrumb]}
			notice={
				view.saved === 'shown' ? (
					<>
						Показано
						<ClosedToo count={closed} />
					</>
				) : (
					view.saved === 'kept' && 'Записано'
				)
			}
			actions={
				keeps && (
					<>
						<LinkButton href="/legal-acts/new?level=local" kind="primary" icon="plus">
							Внести утверждённый акт
						</LinkButton>
						<LinkButton href="/local-acts/new" kind="quiet" icon="pencil">
							Добавить строку
						</LinkButton>
					</>
				)
			}
		>
			<ErrorSummary problems={problems} title="Пока не показано" />
			<Lede>{sentence(lines, today)}</Lede>
			<Table caption="Локальные акты" columns={columnsOf(keeps, today)} rows={lines} />
			<Exports files={[{ href: '/local-acts/checklist.xlsx', label: 'Этот список (Excel)' }]} />
			{closable.length > 0 && (
				<Card title="Показать в дорожной карте">
					<form method="post" action="/local-acts/closing">
						<FormToken values={{ token: crypto.randomUUID() }} />
						<Closes closable={closable} chosen={closes ?? []} today={today} />
						<Button kind="secondary" icon="check">
							Акты есть: отметить выполненным
						</Button>
					</form>
				</Card>
			)}
		</Page>
	);
};

function sentence(lines: readonly ChecklistLine[], today: string) {
	const needed = lines.filter(({ state }) => state !== 'needless');
	const approved = needed.filter(({ state }) => state === 'approved').length;
	const missing = needed.length - approved;
	const late = needed.filter((line) => isOverdue(line, today)).length;
	const done = `Из ${counted(needed.length, ['акта', 'актов', 'актов'])} ${plural(approved, ['утверждён', 'утверждены', 'утверждено'])} ${approved}`;
	if (missing === 0) return 'Все нужные акты утверждены.';
	return `${done}, не хватает ${missing}${late > 0 ? `, из них ${late} – уже после срока` : ''}.`;
}

const columnsOf = (keeps: boolean, today: string): Column<ChecklistLine>[] => [
	{
		head: 'Какой нужен акт',
		main: true,
		width: 'wide',
		cell: ({ code, title, why }) => (
			<>
				{keeps ? <a href={`/local-acts/${code}/edit`}>{title}</a> : title}
				{why && <span class="result">{why}</span>}
			</>
		)
	},
	{
		head: 'Как стоит',
		cell: (line) =>
			isOverdue(line, today) ? (
				<StatePill state="overdue" label={`${lineStates[line.state]}, срок прошёл`} />
			) : (
				<StatePill state={pills[line.state]} label={lineStates[line.state]} />
			)
	},
	{ head: 'Отвечает', cell: ({ owner }) => owner && <PersonName name={owner.name} /> },
	{ head: 'Срок', cell: ({ dueOn }) => dueOn && dayText(dueOn, today) },
	{
		head: 'Акт',
		cell: ({ act, template }) =>
			act ? (
				<a href={`/legal-acts/${act.key}`}>{act.name}</a>
			) : template ? (
				<a href={`/documents/${template}`}>сделать документ</a>
			) : (
				<Quiet>–</Quiet>
			)
	},
	{
		head: 'Не хватает',
		cell: (line) => {
			const lacks = lacksOf(line);
			return lacks.length > 0 ? <Pill tone="warm">{lacks.join(', ')}</Pill> : line.note;
		}
	}
];

type Props = {
	view: View;
	line: ChecklistLine | null;
	staff: readonly { id: string; name: string }[];
	acts: readonly { key: string; name: string }[];
	values: Values;
	problems?: Problems;
	theirs?: Values | undefined;
};

/** What is decided of one line. */
export const LinePage = ({ view, line, staff, acts, values, problems = {}, theirs }: Props) => (
	<Page view={view} title={line ? line.title : 'Ещё один акт'} crumbs={[libraryCrumb, checklistCrumb]}>
		{line?.why && <Lede>{line.why}</Lede>}
		<Conflict theirs={theirs} mine={values} labels={{ title: 'Какой нужен акт', dueOn: 'Срок', note: 'Заметка' }} />
		<form method="post" action={line ? `/local-acts/${line.code}` : '/local-acts'}>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<input type="hidden" name="version" value={theirs?.version ?? values.version ?? '0'} />
			<Field name="title" label="Какой нужен акт" {...{ values, problems }} />
			<Select name="state" label="Как стоит" options={lineStates} {...{ values, problems }} />
			<Select
				name="owner"
				label="Кто отвечает"
				empty="пока никто"
				options={Object.fromEntries(staff.map(({ id, name }) => [id, name]))}
				{...{ values, problems }}
			/>
			<DateField name="dueOn" label="Срок" optional {...{ values, problems }} />
			<Select
				name="act"
				label="Утверждённый акт"
				hint="Локальные акты вашей библиотеки"
				empty="ещё нет"
				options={Object.fromEntries(acts.map(({ key, name }) => [key, name]))}
				{...{ values, problems }}
			/>
			<TextArea name="note" label="Заметка" rows={2} optional {...{ values, problems }} />
			<Buttons>
				<Button>Записать</Button>
				<LinkButton href="/local-acts" kind="quiet">
					Не сохранять
				</LinkButton>
			</Buttons>
		</form>
	</Page>
);
