import type { Child } from 'hono/jsx';
import { numberText } from './text';

/** A number that says what it counts and leads to the list behind it. */
export const Figure = ({
	value,
	label,
	of,
	href,
	note
}: {
	value: number | string;
	label: string;
	/** The whole of which it is a part: «8 из 12». */
	of?: number;
	href?: string;
	note?: Child;
}) => (
	<div class="figure">
		<p class="value">
			{typeof value === 'number' ? numberText(value) : value}
			{of !== undefined && <span class="of"> из {numberText(of)}</span>}
		</p>
		<p class="label">{href ? <a href={href}>{label}</a> : label}</p>
		{note && <p class="quiet">{note}</p>}
	</div>
);

export const Figures = ({ children }: { children?: Child }) => <div class="figures">{children}</div>;

/** One finding: the picture, the sentence that says it, the numbers, and the list behind a fold. Prints whole. */
export const Finding = ({
	title,
	sentence,
	picture,
	children
}: {
	title: string;
	sentence: Child;
	picture?: Child;
	children?: Child;
}) => (
	<section class="finding">
		<h2>{title}</h2>
		<p class="sentence">{sentence}</p>
		{picture}
		{children}
	</section>
);

/** What can wait behind a line: raw words, ignored pieces, the list behind a number. */
export const Fold = ({
	label,
	open = false,
	class: more,
	children
}: {
	label: Child;
	open?: boolean;
	class?: string;
	children?: Child;
}) => (
	<details class={more ? `fold ${more}` : 'fold'} open={open}>
		<summary>{label}</summary>
		<div>{children}</div>
	</details>
);

export type Bar = { label: string; value: number; note?: string };

/** Lengths beside their words, for a handful of parts; the table behind it is the list itself. */
export const Bars = ({ bars, label }: { bars: readonly Bar[]; label: string }) => {
	const longest = Math.max(1, ...bars.map(({ value }) => value));
	return (
		<ul class="bars" aria-label={label}>
			{bars.map(({ label: name, value, note }) => (
				<li>
					<span class="name">{name}</span>
					<svg width="100%" height="14" aria-hidden="true">
						<rect width={`${Math.round((100 * value) / longest)}%`} height="100%" rx="3" />
					</svg>
					<span class="value">
						{numberText(value)}
						{note && <span class="quiet"> {note}</span>}
					</span>
				</li>
			))}
		</ul>
	);
};
