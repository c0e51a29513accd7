import { daysBetween, type Span } from '../core/dates';
import { Icon } from './icon';
import { Fold } from './report';
import { type State, StatePill, states } from './state';
import { Table } from './table';
import { dayRangeText, dayText } from './text';
import { ticksOf } from './timeline-ticks';

export type TimelineItem = {
	label: string;
	href?: string;
	state: State;
	/** Where it lies; both days inclusive. None: it stands in the list without a bar. */
	spans: readonly Span[];
	/** The deadline in the words of the plan; made from the spans when it is missing. */
	deadline?: string | null;
	responsible?: string;
};

export type TimelineStage = { title: string; items: readonly TimelineItem[] };

type Props = {
	label: string;
	period: Span;
	today: string;
	stages: readonly TimelineStage[];
};

/** The plan as a picture, and the same as a table beneath. Positions are per cent of the period, so it fits any width. */
export const Timeline = ({ label, period, today, stages }: Props) => {
	const ticks = ticksOf(period).map((tick) => ({ label: tick.label, x: percent(place(tick.on, period)) }));
	return (
		<figure class="timeline">
			<div class="timeline-rows" aria-hidden="true">
				<Scale {...{ ticks, period, today }} />
				{stages.map(({ title, items }) => (
					<div class="timeline-stage">
						{title && <p class="timeline-title">{title}</p>}
						{items.map((item) => (
							<Row {...{ item, ticks, period, today }} />
						))}
					</div>
				))}
			</div>
			<figcaption class="unseen">{label}. То же – в таблице ниже.</figcaption>
			<Fold label="То же таблицей">
				<TimelineTable {...{ label, stages, today }} />
			</Fold>
		</figure>
	);
};

/** Where the months begin, the same for every row. */
type Ticks = readonly { label: string; x: string }[];

const percent = (share: number) => `${Math.round(share * 10000) / 100}%`;

/** Days into the period, as a share of its length, kept inside it. */
function place(day: string, { from, to }: Span) {
	const share = daysBetween(from, day) / (daysBetween(from, to) + 1);
	return Math.min(1, Math.max(0, share));
}

const after = (day: string, { from, to }: Span) =>
	Math.min(1, Math.max(0, (daysBetween(from, day) + 1) / (daysBetween(from, to) + 1)));

const Scale = ({ ticks, period, today }: { ticks: Ticks; period: Span; today: string }) => (
	<div class="timeline-row timeline-scale">
		<span class="timeline-label" />
		<svg width="100%" height="28" aria-hidden="true">
			{ticks.map(({ x, label }) => (
				<>
					<line x1={x} x2={x} y1="20" y2="28" />
					<text x={x} y="15" dx="3">
						{label}
					</text>
				</>
			))}
			<TodayLine {...{ period, today }} />
		</svg>
	</div>
);

const TodayLine = ({ period, today }: { period: Span; today: string }) =>
	today < period.from || today > period.to ? null : (
		<line class="today" x1={percent(place(today, period))} x2={percent(place(today, period))} y1="0" y2="100%" />
	);

const Row = ({ item, ticks, period, today }: { item: TimelineItem; ticks: Ticks; period: Span; today: string }) => (
	<div class="timeline-row">
		<span class={`timeline-label ${states[item.state].tone}`}>
			<Icon name={states[item.state].icon} />
			{item.href ? (
				<a href={item.href} tabindex={-1} title={item.label}>
					{item.label}
				</a>
			) : (
				<span title={item.label}>{item.label}</span>
			)}
		</span>
		<span class="timeline-lane">
			<svg width="100%" height="100%" aria-hidden="true">
				{ticks.map(({ x }) => (
					<line x1={x} x2={x} y1="0" y2="100%" />
				))}
				{item.spans
					.filter(({ from, to }) => to >= period.from && from <= period.to)
					.map(({ from, to }) => (
						<rect
							class={item.state}
							x={percent(place(from, period))}
							width={percent(after(to, period) - place(from, period))}
							y="8"
							height="12"
							rx="3"
						/>
					))}
				<TodayLine {...{ period, today }} />
			</svg>
		</span>
	</div>
);

const words = (item: TimelineItem, today: string) =>
	item.deadline ?? item.spans.map(({ from, to }) => dayRangeText(from, to, today)).join(', ');

const TimelineTable = ({ label, stages, today }: Omit<Props, 'period'>) => {
	const rows = stages.flatMap(({ title, items }) => items.map((item) => ({ item, stage: title })));
	const someoneAnswers = rows.some(({ item }) => item.responsible);
	return (
		<Table<(typeof rows)[number]>
			caption={`${label}. Сегодня ${dayText(today)}.`}
			columns={[
				{
					head: 'Мероприятие',
					main: true,
					cell: ({ item }) => (item.href ? <a href={item.href}>{item.label}</a> : item.label)
				},
				{ head: 'Этап', cell: ({ stage }) => stage },
				{ head: 'Срок', cell: ({ item }) => words(item, today) },
				...(someoneAnswers ? [{ head: 'Отвечает', cell: ({ item }: (typeof rows)[number]) => item.responsible }] : []),
				{ head: 'Состояние', cell: ({ item }) => <StatePill state={item.state} /> }
			]}
			rows={rows}
		/>
	);
};
