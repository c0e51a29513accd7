import type { Child } from 'hono/jsx';
import { numberText } from './text';

const percent = (share: number) => `${Math.round(share * 10000) / 100}%`;

/** Shades of one colour, the palest first: told apart on paper and in the dark; the words beside them say the rest. */
const shade = (at: number, of: number) => String(Math.round((0.18 + (0.82 * at) / Math.max(1, of - 1)) * 100) / 100);
const Patch = ({ x, width, opacity }: { x: string; width: string; opacity: string }) => (
	<rect {...{ x, width }} height="100%" fill="var(--accent)" fill-opacity={opacity} stroke="var(--edge)" />
);

export type Step = { label: string; count: number };

/** How many chose each step of a scale: a column a step. A table with the same numbers stands beneath (`Fold`). */
export const Columns = ({ steps, label }: { steps: readonly Step[]; label: string }) => {
	const highest = Math.max(1, ...steps.map(({ count }) => count));
	const width = 1 / Math.max(1, steps.length);
	return (
		<figure>
			<svg width="100%" height="112" role="img" aria-label={`${label}: ${inWords(steps)}`} font-size="13">
				{steps.map(({ label: step, count }, at) => {
					const height = Math.round((68 * count) / highest);
					const middle = percent((at + 0.5) * width);
					return (
						<>
							{count > 0 && (
								<>
									<rect
										x={percent((at + 0.12) * width)}
										width={percent(0.76 * width)}
										y={90 - height}
										height={height}
										rx="3"
										fill="var(--accent)"
									/>
									<text x={middle} y={84 - height} text-anchor="middle" fill="var(--ink)">
										{count}
									</text>
								</>
							)}
							<text x={middle} y="107" text-anchor="middle" fill="var(--quiet)">
								{step}
							</text>
						</>
					);
				})}
				<line x1="0" x2="100%" y1="90.5" y2="90.5" stroke="var(--edge)" />
			</svg>
		</figure>
	);
};

const inWords = (steps: readonly Step[]) =>
	steps
		.filter(({ count }) => count > 0)
		.map(({ label, count }) => `${label} – ${count}`)
		.join(', ') || 'нет данных';

type Stack = { label: string; counts: readonly number[]; note?: Child };

/** Parts of a whole, a bar a row, with a legend above; the numbers stand in the table beneath. */
export const Stacks = ({ parts, rows, label }: { parts: readonly string[]; rows: readonly Stack[]; label: string }) => (
	<figure>
		<p class="quiet" aria-hidden="true">
			{parts.map((part, at) => (
				<>
					<svg width="12" height="12" aria-hidden="true">
						<Patch x="0" width="100%" opacity={shade(at, parts.length)} />
					</svg>{' '}
					{part}
					{at < parts.length - 1 && ' · '}
				</>
			))}
		</p>
		<ul class="bars" aria-label={label}>
			{rows.map(({ label: name, counts, note }) => {
				const whole = counts.reduce((sum, count) => sum + count, 0);
				const from = (at: number) => counts.slice(0, at).reduce((sum, count) => sum + count, 0) / Math.max(1, whole);
				return (
					<li>
						<span class="name">{name}</span>
						<svg width="100%" height="14" aria-hidden="true">
							{counts.map((count, at) =>
								count === 0 ? null : (
									<Patch x={percent(from(at))} width={percent(count / whole)} opacity={shade(at, parts.length)} />
								)
							)}
						</svg>
						<span class="value">{note ?? numberText(whole)}</span>
					</li>
				);
			})}
		</ul>
	</figure>
);

export type Move = { label: string; before: number; after: number; note?: Child };

/** From a hollow dot to a full one: where it stood and where it stands, on a scale from `from` to `to`. */
export const Moves = ({
	moves,
	from,
	to,
	label
}: {
	moves: readonly Move[];
	from: number;
	to: number;
	label: string;
}) => {
	const place = (value: number) => percent(0.02 + (0.96 * (value - from)) / Math.max(1, to - from));
	return (
		<ul class="bars" aria-label={label}>
			{moves.map(({ label: name, before, after, note }) => (
				<li>
					<span class="name">{name}</span>
					<svg width="100%" height="14" aria-hidden="true">
						<line x1="0" x2="100%" y1="7" y2="7" stroke="var(--line)" />
						<line x1={place(before)} x2={place(after)} y1="7" y2="7" stroke="var(--accent)" stroke-width="3" />
						<circle cx={place(before)} cy="7" r="4" fill="var(--sheet)" stroke="var(--accent)" stroke-width="2" />
						<circle cx={place(after)} cy="7" r="5" fill="var(--accent)" />
					</svg>
					<span class="value">{note}</span>
				</li>
			))}
		</ul>
	);
};
