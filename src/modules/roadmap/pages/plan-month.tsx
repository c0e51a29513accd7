import type { View } from '../../../core/view';
import { LinkButton } from '../../../ui/form';
import { Empty, Exports, Filters } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Table } from '../../../ui/table';
import { counted, dayRangeText, dayText, Lede, shortName } from '../../../ui/text';
import type { PlanActivity } from '../queries/activities';
import { type MonthLine, nextMonth } from '../rules/month';
import { monthText } from './deadline-text';
import { activityForms } from './plan-words';

type Line = MonthLine<PlanActivity>;

export const monthHeadings = ['№', 'Мероприятие', 'Срок', 'Ответственный'] as const;

/** «План наставничества: октябрь 2026» */
export const monthTitle = (month: string) => `План наставничества: ${monthText(month).toLowerCase()}`;

/** The cells of a line as plain words: for the table, the copy, and the Word file. */
export const monthCells = ({ activity, from, to }: Line, index: number): string[] => [
	String(index + 1),
	activity.title,
	to
		? from && from !== to
			? dayRangeText(from, to, to)
			: dayText(to, to)
		: (activity.deadlineText ?? 'в течение месяца'),
	activity.responsible.map(({ personName, text }) => (personName ? shortName(personName) : text)).join(', ')
];

type Props = { view: View; month: string; plan: PlanActivity | undefined; lines: readonly Line[] };

/** «Скопировать месяц в план школы»: a table to be selected and pasted into Word, and the same as a file. */
export const PlanMonthPage = ({ view, month, plan, lines }: Props) => {
	const query = (one: string) => `month=${one}${plan ? `&plan=${plan.roadmapId}` : ''}`;
	const months = [-1, 0, 1, 2, 3].map((by) => nextMonth(view.now.today.slice(0, 7), by));
	return (
		<Page
			view={view}
			title="Месяц в план школы"
			crumbs={
				plan
					? [
							{ href: '/roadmap', label: 'Дорожная карта' },
							{ href: `/roadmap/${plan.roadmapId}`, label: plan.roadmapTitle }
						]
					: [{ href: '/today', label: 'Сегодня' }]
			}
		>
			<Lede>
				{monthText(month)}: {counted(lines.length, activityForms)}. Выделите таблицу и вставьте её в месячный план школы
				или скачайте файл Word.
			</Lede>
			<Filters
				label="Месяц"
				filters={[...new Set([...months, month])].sort().map((one) => ({
					href: `/plan-month?${query(one)}`,
					label: monthText(one),
					current: one === month
				}))}
			/>
			{lines.length === 0 ? (
				<Empty
					title="На этот месяц ничего нет"
					icon="calendar"
					action={<LinkButton href={`/plan-month?${query(nextMonth(month, 1))}`}>Следующий месяц</LinkButton>}
				>
					<p>Выберите другой месяц: здесь то, чему подошёл срок, и то, что делается раз за разом.</p>
				</Empty>
			) : (
				<>
					<Table
						caption={monthTitle(month)}
						columns={[
							{ head: monthHeadings[0], width: 'narrow', cell: ({ cells }) => cells[0] },
							{ head: monthHeadings[1], main: true, width: 'wide', cell: ({ cells }) => cells[1] },
							{ head: monthHeadings[2], cell: ({ cells }) => cells[2] },
							{ head: monthHeadings[3], cell: ({ cells }) => cells[3] }
						]}
						rows={lines.map((line, index) => ({ cells: monthCells(line, index) }))}
					/>
					<Exports
						files={[{ href: `/plan-month.docx?${query(month)}`, label: `${monthText(month).toLowerCase()} (Word)` }]}
					/>
				</>
			)}
		</Page>
	);
};
