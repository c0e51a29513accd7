import type { Child } from 'hono/jsx';
import { Icon } from './icon';

export type Step = { label: string; href?: string | undefined };

/** The steps of a rare big act. `current` counts from 0; a step with `href` can be returned to. */
export const Steps = ({
	steps,
	current,
	label = 'Шаги'
}: {
	steps: readonly Step[];
	current: number;
	label?: string;
}) => (
	<nav class="steps" aria-label={label}>
		<p class="step-of">
			Шаг {current + 1} из {steps.length}: <strong>{steps[current]?.label}</strong>
		</p>
		<ol>
			{steps.map(({ label: name, href }, index) => {
				const state = index < current ? 'done' : index === current ? 'now' : 'ahead';
				return (
					<li class={state} aria-current={state === 'now' ? 'step' : undefined}>
						<span class="number" aria-hidden="true">
							{state === 'done' ? <Icon name="check" /> : index + 1}
						</span>
						{href && state !== 'now' ? <a href={href}>{name}</a> : <span>{name}</span>}
						{state === 'done' && <span class="unseen"> – пройден</span>}
					</li>
				);
			})}
		</ol>
	</nav>
);

/** The foot of a step: onward first, back beside it; nothing is lost by leaving. */
export const StepFoot = ({ onward, back, later }: { onward: Child; back?: string; later?: string }) => (
	<div class="buttons step-foot">
		{onward}
		{back && (
			<a class="button quiet" href={back}>
				<Icon name="back" />
				Назад
			</a>
		)}
		{later && (
			<a class="later" href={later}>
				Продолжить позже
			</a>
		)}
	</div>
);
