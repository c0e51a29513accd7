import type { Child } from 'hono/jsx';
import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { counted, dayText, Lede } from '../../../ui/text';
import { StepFoot } from '../../../ui/wizard';
import type { RoadmapImport } from '../queries/imports';
import { type Draft, type DraftActivity, kept, nobodyNamed } from '../rules/draft';
import { bareMonths } from '../rules/every-year';
import { periodText } from './deadline-text';
import { RowsForm } from './import-rows';
import { ImportSteps, importsCrumb, roadmapCrumb } from './import-steps';
import { headline } from './import-words';

export type Tokens = { undo: string; question: string; selection: string; discard: string };

type Props = {
	view: View;
	found: RoadmapImport & { draft: Draft };
	/** Rows for which only other organisations answer. */
	awaited: readonly DraftActivity[];
	/** About the document as a whole, from the reader. */
	warnings: readonly string[];
	/** How many pieces of the file went into nothing. */
	leftOut: number;
	tokens: Tokens;
	/** A sentence when an act on the chosen rows could not be done. */
	problem?: string | undefined;
};

/** «Что понято»: the whole plan as the program read it, what is doubtful, and everything to mend it with. */
export const UnderstoodPage = ({ view, found, awaited, warnings, leftOut, tokens, problem }: Props) => {
	const { draft } = found;
	const here = `/roadmap/imports/${found.id}`;
	const doubtful = kept(draft).filter(({ doubts }) => doubts.length > 0);
	return (
		<Page view={view} title="Что понято" crumbs={[roadmapCrumb, importsCrumb]} notice={said(view, found, tokens.undo)}>
			<ImportSteps current={1} id={found.id} />
			<Lede>
				{headline(draft, awaited)}.{' '}
				{doubtful.length > 0
					? `Стоит взглянуть на ${counted(doubtful.length, ['место', 'места', 'мест'])}, остальное ясно.`
					: 'Неясных мест нет.'}
			</Lede>
			{problem && (
				<Note tone="lost">
					<p>{problem}</p>
				</Note>
			)}
			<Doubts {...{ doubtful, warnings, draft }} />
			<EveryYear draft={draft} action={`${here}/every-year`} token={tokens.question} />
			<Heading found={found} leftOut={leftOut} />
			<RowsForm {...{ draft, here }} token={tokens.selection} />
			<StepFoot
				onward={
					<LinkButton href={`${here}/people`} kind="primary">
						Всё верно, дальше
					</LinkButton>
				}
				later="/roadmap/imports"
			/>
			<div class="apart">
				<ActionForm
					action={`${here}/discarding`}
					label="Отменить загрузку"
					kind="quiet"
					icon="cross"
					token={tokens.discard}
				/>
			</div>
		</Page>
	);
};

/** What was just done, with the way back; after an undo only that it was taken back. */
function said(view: View, found: RoadmapImport, token: string): Child {
	if (view.saved === 'undone') return 'Исправление отменено, запись стоит как прежде.';
	if (view.saved === 'return') return 'Загрузка возвращена.';
	if (view.saved !== 'correction' || !found.lastCorrection) return undefined;
	return (
		<>
			{found.lastCorrection}{' '}
			<ActionForm action={`/roadmap/imports/${found.id}/undoing`} label="Отменить" kind="quiet" token={token} />
		</>
	);
}

const manyDoubts = 6;

/** Everything to look at, summed on top; each line leads to its row. */
const Doubts = ({
	doubtful,
	warnings,
	draft
}: {
	doubtful: readonly DraftActivity[];
	warnings: readonly string[];
	draft: Draft;
}) => {
	const lines = doubtful.flatMap(({ key, title, doubts }) => doubts.map(({ why }) => ({ key, title, why })));
	const said = nobodyNamed(draft)
		? [
				...warnings.filter((warning) => !/столбца с ответственными/.test(warning)),
				'Ответственные в файле не названы: на следующем шаге спросим один раз, кому поручить всё.'
			]
		: warnings;
	if (lines.length + said.length === 0) return null;
	const list = (
		<ul>
			{lines.map(({ key, title, why }) => (
				<li>
					<a href={`#${key}`}>{short(title)}</a>: {why}
				</li>
			))}
		</ul>
	);
	return (
		<Note tone="warm" title="На что взглянуть">
			{said.map((sentence) => (
				<p>{sentence}</p>
			))}
			{lines.length > manyDoubts ? (
				<Fold label={`Неясные места: ${lines.length}`}>{list}</Fold>
			) : (
				lines.length > 0 && list
			)}
		</Note>
	);
};

const short = (title: string) => (title.length > 70 ? `${title.slice(0, 70).trimEnd()}…` : title);

/** Asked once for all the months that are written without a year. */
const EveryYear = ({ draft, action, token }: { draft: Draft; action: string; token: string }) => {
	const asked = bareMonths(draft);
	if (draft.everyYear !== null || asked.length === 0) return null;
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

/** Title, period and where the plan comes from. */
const Heading = ({ found, leftOut }: { found: Props['found']; leftOut: number }) => {
	const { draft } = found;
	const here = `/roadmap/imports/${found.id}`;
	const { number, date, annex } = draft.document;
	const order = [number && `№ ${number}`, date && `от ${dayText(date)}`].filter(Boolean).join(' ');
	return (
		<Card
			title={draft.title ?? 'Название в файле не нашлось'}
			actions={
				<LinkButton href={`${here}/heading`} icon="pencil">
					Исправить
				</LinkButton>
			}
		>
			<Facts
				facts={[
					['Период', draft.period ? periodText(draft.period) : 'не указан'],
					['Организация в файле', draft.organisation],
					['Приказ', order],
					['Приложение', annex],
					['Цель', draft.goal],
					[
						'Источник',
						<>
							{found.fileId ? <a href={`/files/${found.fileId}`}>{found.sourceName}</a> : found.sourceName}
							{' · '}
							<a href={`${here}/source`}>{leftOut > 0 ? `Показать, что не вошло: ${leftOut}` : 'Как прочитан файл'}</a>
						</>
					]
				]}
			/>
		</Card>
	);
};
