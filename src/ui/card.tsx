import type { Child } from 'hono/jsx';
import { Icon } from './icon';
import { Moment } from './text';

/** A sheet of paper on the page: one matter, with a heading when it needs one. */
export const Card = ({
	title,
	state,
	actions,
	id,
	children
}: {
	title?: Child;
	state?: Child;
	actions?: Child;
	id?: string;
	children?: Child;
}) => (
	<section class="card" id={id}>
		{title && (
			<header>
				<h2>{title}</h2>
				{state}
				{actions && <div class="buttons">{actions}</div>}
			</header>
		)}
		{children}
	</section>
);

/** What is known of a thing, as pairs of a word and its meaning. What is empty is not drawn. */
export const Facts = ({ facts }: { facts: readonly (readonly [label: string, value: Child])[] }) => (
	<dl class="facts">
		{facts
			.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
			.map(([label, value]) => (
				<div>
					<dt>{label}</dt>
					<dd>{value}</dd>
				</div>
			))}
	</dl>
);

/** What is still missing, each line a link to where it is done, and what is already there. */
export const Missing = ({
	items
}: {
	items: readonly { label: Child; done?: boolean; href?: string; note?: Child }[];
}) => (
	<ul class="missing">
		{items.map(({ label, done, href, note }) => (
			<li class={done ? 'done' : undefined}>
				<Icon name={done ? 'check' : 'circle'} />
				<span>
					<span class="unseen">{done ? 'Есть: ' : 'Нет: '}</span>
					{href ? <a href={href}>{label}</a> : label}
					{note && <span class="quiet"> {note}</span>}
				</span>
			</li>
		))}
	</ul>
);

/** The one thing to do now, in words and with its primary button. */
export const NextStep = ({
	title = 'Следующий шаг',
	action,
	children
}: {
	title?: string;
	action?: Child;
	children?: Child;
}) => (
	<section class="next-step" aria-label={title}>
		<div>
			<h2>{title}</h2>
			{children}
		</div>
		{action && <div class="buttons">{action}</div>}
	</section>
);

export type HistoryEntry = { at: string; who: string; what: Child; details?: Child };

/** Who, when, what; the newest first. `at` is an ISO instant shown in the organisation's time zone. */
export const History = ({
	entries,
	timeZone,
	today,
	title = 'История'
}: {
	entries: readonly HistoryEntry[];
	timeZone: string;
	today: string;
	title?: string;
}) =>
	entries.length === 0 ? null : (
		<section class="history">
			<h2>{title}</h2>
			<ol>
				{entries.map(({ at, who, what, details }) => (
					<li>
						<p>
							<span class="what">{what}</span>
							<span aria-hidden="true"> · </span>
							<span class="quiet">
								{who}, <Moment {...{ at, timeZone, today }} />
							</span>
						</p>
						{details && <div class="details">{details}</div>}
					</li>
				))}
			</ol>
		</section>
	);
