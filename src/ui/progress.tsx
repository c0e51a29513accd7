import type { Child } from 'hono/jsx';

/**
 * Long work: what is being done, and how far. Give the page `refresh` too; with script only this part is asked anew,
 * and the browser goes to `then` when the work is done. It may be left: the work goes on.
 */
export const Working = ({
	what,
	value,
	max,
	running,
	here,
	children
}: {
	what: string;
	value?: number | undefined;
	max?: number | undefined;
	running: boolean;
	/** The page's own path: where «Обновить» leads without script. */
	here: string;
	children?: Child;
}) => (
	<live-part id="working" class="working" data-running={running ? 'true' : undefined}>
		<p role="status">{what}</p>
		{running && <progress aria-label={what} max={max} value={value} />}
		{children}
		{running && (
			<p class="quiet">
				Страницу можно закрыть: работа продолжится. <a href={here}>Обновить</a>
			</p>
		)}
	</live-part>
);

/** How much of a whole is done: «18 из 28». */
export const Share = ({ value, max, label }: { value: number; max: number; label: string }) => (
	<span class="share">
		<progress aria-label={label} max={max} value={value} />
		<span>
			{value} из {max}
		</span>
	</span>
);
