import { showDate } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ClosedToo, Closes } from '../../../ui/closes';
import { Conflict } from '../../../ui/conflict';
import {
	ActionForm,
	Button,
	Buttons,
	DateField,
	ErrorSummary,
	Field,
	FormToken,
	LinkButton,
	TextArea
} from '../../../ui/form';
import { Empty, Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Pill, StatePill } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Day, Lede } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import type { PromotionPlan } from '../queries/promotion';
import { eventsCrumb } from './words';

const crumb = { href: '/promotion-plans', label: 'Программы продвижения' };
const lineForms = ['строка', 'строки', 'строк'] as const;

/** The plans of promotion, and how to begin one. */
export const PromotionListPage = ({
	view,
	plans,
	removed,
	values,
	problems = {}
}: {
	view: View;
	plans: readonly PromotionPlan[];
	removed: { id: string; title: string } | undefined;
	values: Values;
	problems?: Problems;
}) => (
	<Page
		view={view}
		title="Программы продвижения"
		crumbs={[eventsCrumb]}
		notice={
			removed && (
				<>
					Убрана: «{removed.title}»{' '}
					<ActionForm
						action={`/promotion-plans/${removed.id}/restoration`}
						token={crypto.randomUUID()}
						label="Отменить"
						kind="quiet"
					/>
				</>
			)
		}
	>
		<Lede>Что, кому, когда и где рассказать, чтобы пришли наставники. Начните с готовых строк и поправьте их.</Lede>
		{plans.length > 0 ? (
			<Table
				caption="Программы продвижения"
				columns={[
					{ head: 'Программа', main: true, cell: ({ id, title }) => <a href={`/promotion-plans/${id}`}>{title}</a> },
					{ head: 'Строк', numeric: true, cell: ({ lines }) => lines.length },
					{
						head: 'Как стоит',
						cell: ({ approvedOn }) =>
							approvedOn ? <StatePill state="done" label="утверждена" /> : <Pill icon="pencil">готовится</Pill>
					}
				]}
				rows={plans}
			/>
		) : (
			<Empty title="Программ пока нет" icon="spark">
				<p>Назовите программу ниже: семь строк на три недели уже готовы.</p>
			</Empty>
		)}
		<Card title="Новая программа">
			<form method="post" action="/promotion-plans">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<Field name="title" label="Название" required maxlength={300} {...{ values, problems }} />
				<DateField name="from" label="Начнём" required {...{ values, problems }} />
				<Buttons>
					<Button>Начать с готовых строк</Button>
				</Buttons>
			</form>
		</Card>
	</Page>
);

type Props = {
	view: View;
	plan: PromotionPlan;
	closable: readonly Closable[];
	closes: readonly string[] | undefined;
	closed: number;
	values: Values;
	problems?: Problems;
	theirs?: Values | undefined;
};

/** A plan of promotion: being written, or approved with its words standing. */
export const PromotionPage = (props: Props) => (props.plan.approvedOn ? <Approved {...props} /> : <Draft {...props} />);

const Draft = ({ view, plan, closable, closes, values, problems = {}, theirs }: Props) => {
	const given = { values, problems };
	const count = Number(values.lines ?? 0);
	return (
		<Page
			view={view}
			title={plan.title}
			crumbs={[eventsCrumb, crumb]}
			notice={
				view.saved === 'begun'
					? 'Программа начата: поправьте строки под себя'
					: view.saved === 'changed'
						? 'Программа сохранена'
						: view.saved === 'restored'
							? 'Программа возвращена'
							: undefined
			}
		>
			<Lede>{counted(plan.lines.length, lineForms)}. Сотрите строку, чтобы её убрать; порядок – по дням.</Lede>
			<Conflict theirs={theirs} mine={values} labels={{ title: 'Название', goal: 'Цель' }} />
			<form method="post" action={`/promotion-plans/${plan.id}/words`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={values.version} />
				<input type="hidden" name="lines" value={values.lines} />
				<Field name="title" label="Название" required maxlength={300} {...given} />
				<TextArea name="goal" label="Цель" rows={2} maxlength={1000} optional {...given} />
				{Array.from({ length: count }, (_, at) => (
					<Line at={at} {...given} />
				))}
				<Buttons>
					<Button>Сохранить программу</Button>
					<LinkButton href={`/promotion-plans/${plan.id}/document.docx`} icon="download">
						Word
					</LinkButton>
				</Buttons>
				<Card title="Утвердить">
					<DateField name="on" label="Дата утверждения" {...given} />
					<Closes {...{ closable, chosen: closes, today: view.now.today }} />
					<Button kind="secondary" formaction={`/promotion-plans/${plan.id}/approval`}>
						Сохранить и утвердить
					</Button>
				</Card>
			</form>
			<ActionForm
				action={`/promotion-plans/${plan.id}/removal`}
				label="Убрать программу"
				token={crypto.randomUUID()}
				kind="quiet"
			/>
		</Page>
	);
};

const Line = ({ at, ...given }: { at: number; values: Values; problems: Problems }) => {
	const { values, problems } = given;
	const what = values[`what-${at}`] ?? '';
	const wrong = !!(problems[`on-${at}`] || problems[`what-${at}`]);
	return (
		<Fold label={what ? `${values[`on-${at}`] || 'без дня'} – ${what}` : 'Ещё строка'} open={wrong}>
			<DateField name={`on-${at}`} label="День" optional {...given} />
			<Field name={`what-${at}`} label="Что делаем" maxlength={500} {...given} />
			<Field name={`audience-${at}`} label="Для кого" maxlength={200} optional {...given} />
			<Field name={`channel-${at}`} label="Где, чем" maxlength={200} optional {...given} />
			<Field name={`responsible-${at}`} label="Ответственный" maxlength={200} optional {...given} />
		</Fold>
	);
};

const Approved = ({ view, plan, closed, problems = {} }: Props) => {
	const { today } = view.now;
	const undo = (
		<ActionForm
			action={`/promotion-plans/${plan.id}/withdrawal`}
			label={view.saved === 'approved' ? 'Отменить' : 'Отменить утверждение'}
			token={crypto.randomUUID()}
			kind="quiet"
		/>
	);
	return (
		<Page
			view={view}
			title={plan.title}
			crumbs={[eventsCrumb, crumb]}
			notice={
				view.saved === 'approved' && (
					<>
						<span>
							Программа утверждена
							<ClosedToo count={closed} />.
						</span>{' '}
						{undo}
					</>
				)
			}
		>
			<Lede>
				<StatePill state="done" label="утверждена" /> {plan.approvedOn && <Day date={plan.approvedOn} today={today} />}.{' '}
				{plan.goal}
			</Lede>
			<ErrorSummary problems={problems} />
			<Table
				caption={plan.title}
				columns={[
					{ head: 'Что делаем', main: true, width: 'wide', cell: ({ what }) => what },
					{ head: 'День', cell: ({ on }) => on && <Day date={on} today={today} /> },
					{ head: 'Для кого', cell: ({ audience }) => audience },
					{ head: 'Где, чем', cell: ({ channel }) => channel },
					{ head: 'Ответственный', cell: ({ responsible }) => responsible },
					{
						head: 'Событие',
						unseen: true,
						cell: ({ what, on }) => (
							<a href={`/events/new?${new URLSearchParams({ title: what, ...(on && { heldOn: showDate(on) }) })}`}>
								в события<span class="unseen">: {what}</span>
							</a>
						)
					}
				]}
				rows={plan.lines}
			/>
			<Exports files={[{ href: `/promotion-plans/${plan.id}/document.docx`, label: 'Word' }]} />
			{view.saved !== 'approved' && undo}
		</Page>
	);
};
