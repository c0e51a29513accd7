import type { Child } from 'hono/jsx';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { counted } from '../../../ui/text';
import type { Draft, DraftActivity } from '../rules/draft';
import { type DraftWarning, warningsOf } from '../rules/draft-warnings';
import { asksEveryYear, bareMonths } from '../rules/every-year';

const manyDoubts = 6;

/** Everything to look at, summed on top; each line leads to where it is mended. */
export const Doubts = ({
	doubtful,
	draft,
	here,
	way
}: {
	doubtful: readonly DraftActivity[];
	draft: Draft;
	here: string;
	/** The address of a row, on this part or another. */
	way: (key: string) => string;
}) => {
	const lines = doubtful.flatMap(({ key, title, doubts }) => doubts.map(({ why }) => ({ key, title, why })));
	const warnings = warningsOf(draft);
	if (lines.length + warnings.length === 0) return null;
	const list = (
		<ul>
			{lines.map(({ key, title, why }) => (
				<li>
					<a href={way(key)}>{short(title)}</a>: {why}
				</li>
			))}
		</ul>
	);
	return (
		<Note tone="warm" title="На что взглянуть">
			{warnings.map((warning) => (
				<p>{said[warning](here)}</p>
			))}
			{lines.length > manyDoubts ? (
				<Fold label={`Неясные места: ${lines.length}`}>{list}</Fold>
			) : (
				lines.length > 0 && list
			)}
		</Note>
	);
};

const said: Record<DraftWarning, (here: string) => Child> = {
	title: (here) => (
		<>
			Название плана не нашлось. <a href={`${here}/heading`}>Вписать название</a>
		</>
	),
	period: (here) => (
		<>
			В файле не сказано, на какие годы план. <a href={`${here}/heading`}>Указать период</a>
		</>
	),
	deadlines: () => 'Сроков в файле нет: их можно вписать сейчас, в самих мероприятиях.',
	responsible: () => 'Ответственные в файле не названы: на следующем шаге спросим один раз, кому поручить всё.'
};

const short = (title: string) => (title.length > 70 ? `${title.slice(0, 70).trimEnd()}…` : title);

/** Asked once for all the months that are written without a year. */
export const EveryYear = ({ draft, action, token }: { draft: Draft; action: string; token: string }) => {
	if (!asksEveryYear(draft)) return null;
	const asked = bareMonths(draft);
	const examples = [...new Set(asked.map(({ deadline }) => `«${deadline.text}»`))].slice(0, 3).join(', ');
	return (
		<Note tone="accent" title="Повторять каждый год?">
			<p>
				План на несколько лет, а у {counted(asked.length, ['мероприятия', 'мероприятий', 'мероприятий'])} месяц без
				года: {examples}. Делать это каждый год или один раз?
			</p>
			<form method="post" action={action}>
				<input type="hidden" name="token" value={token} />
				<div class="buttons">
					<button type="submit" class="button primary" name="answer" value="yes">
						Каждый год
					</button>
					<button type="submit" class="button secondary" name="answer" value="no">
						Один раз, в первый год
					</button>
				</div>
			</form>
		</Note>
	);
};
