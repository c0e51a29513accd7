import { addDays, dayOf, daysIn, weekday } from '../../../core/dates';
import { type Calendar, type DayMark, markOf } from '../rules/calendar';

const names = [
	'январь',
	'февраль',
	'март',
	'апрель',
	'май',
	'июнь',
	'июль',
	'август',
	'сентябрь',
	'октябрь',
	'ноябрь',
	'декабрь'
];
const heads = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'];

/** Signs beside the number: what a day is must be told without its colour too. */
const signs: Partial<Record<DayMark, string>> = { holiday: '★', 'day-off': '★', quarantine: '✚', 'working-day': '⚒' };

export const legend: readonly (readonly [DayMark, string])[] = [
	['weekend', 'выходной'],
	['holiday', 'праздник или перенос'],
	['vacation', 'каникулы'],
	['quarantine', 'карантин'],
	['day-off', 'нерабочий день организации'],
	['working-day', 'рабочая суббота']
];

type Props = { month: string; calendar: Calendar; today: string }; // month: YYYY-MM

/** One month as a small table; its days in weeks from Monday. */
export const Month = ({ month, calendar, today }: Props) => {
	const [year = 0, number = 1] = month.split('-').map(Number);
	const first = dayOf(year, number, 1);
	const blank = weekday(first) - 1;
	const weeks = Math.ceil((blank + daysIn(number, year)) / 7);
	return (
		<table class="month">
			<caption>
				{names[number - 1]} <span class="quiet">{year}</span>
			</caption>
			<thead>
				<tr>
					{heads.map((head) => (
						<th scope="col">{head}</th>
					))}
				</tr>
			</thead>
			<tbody>
				{Array.from({ length: weeks }, (_, week) => (
					<tr>
						{heads.map((_, index) => (
							<DayCell day={addDays(first, week * 7 + index - blank)} {...{ month, calendar, today }} />
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
};

const DayCell = ({ day, month, calendar, today }: Props & { day: string }) => {
	if (!day.startsWith(month)) return <td />;
	const { mark, name } = markOf(day, calendar);
	const begins = calendar.terms.find(({ from }) => from === day);
	const said = [begins && `начало: ${begins.name}`, name].filter(Boolean).join('; ');
	return (
		<td
			class={`${mark}${begins ? ' begins' : ''}`}
			title={said || undefined}
			aria-current={day === today ? 'date' : undefined}
		>
			{Number(day.slice(8))}
			{signs[mark] && (
				<span class="sign" aria-hidden="true">
					{signs[mark]}
				</span>
			)}
			{said && mark !== 'weekend' && <span class="unseen"> {said}</span>}
		</td>
	);
};

export const Legend = () => (
	<ul class="month-legend">
		{legend.map(([mark, words]) => (
			<li>
				<span class={`sample ${mark}`} aria-hidden="true">
					{signs[mark] ?? ''}
				</span>
				{words}
			</li>
		))}
	</ul>
);
