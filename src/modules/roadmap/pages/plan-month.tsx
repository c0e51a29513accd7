import { addDays } from '../../../core/dates';
import type { View } from '../../../core/view';
import { LinkButton } from '../../../ui/form';
import { Empty, Filters } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { CopyTable, Table } from '../../../ui/table';
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
export const monthCells = (line: Line, index: number, month: string): string[] => {
	const { activity } = line;
	return [
		String(index + 1),
		activity.title,
		termText(line, month),
		activity.responsible.map(({ personName, text }) => (personName ? shortName(personName) : text)).join(', ')
	];
};

/** «в течение месяца», «до 29 ноября» where it began earlier, «12–16 ноября», «23 ноября»; else the written words. */
function termText({ activity: { deadlineText }, from, to }: Line, month: string) {
	if (!to) return deadlineText ?? 'в течение месяца';
	if (!from || from === to) return dayText(to, to);
	const last = addDays(`${nextMonth(month, 1)}-01`, -1);
	if (from === `${month}-01` && to === last) return 'в течение месяца';
	return from < `${month}-01` && to <= last ? `до ${dayText(to, to)}` : dayRangeText(from, to, to);
}

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
				{monthText(month)}: {counted(lines.length, activityForms)}. Скопируйте таблицу и вставьте её в месячный план
				школы или скачайте файл Word.
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
				<CopyTable
					beside={
						<LinkButton href={`/plan-month.docx?${query(month)}`} kind="quiet" icon="download">
							Скачать Word
						</LinkButton>
					}
				>
					<Table
						caption={monthTitle(month)}
						columns={[
							{ head: monthHeadings[0], width: 'narrow', cell: ({ cells }) => cells[0] },
							{ head: monthHeadings[1], main: true, width: 'wide', cell: ({ cells }) => cells[1] },
							{ head: monthHeadings[2], cell: ({ cells }) => cells[2] },
							{ head: monthHeadings[3], cell: ({ cells }) => cells[3] }
						]}
						rows={lines.map((line, index) => ({ cells: monthCells(line, index, month) }))}
					/>
				</CopyTable>
			)}
		</Page>
	);
};
