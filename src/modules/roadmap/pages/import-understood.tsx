import type { View } from '../../../core/view';
import { Card, Facts, History } from '../../../ui/card';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { dayText, Lede, shortName } from '../../../ui/text';
import { StepFoot } from '../../../ui/wizard';
import type { CorrectionMade, RoadmapImport } from '../queries/imports';
import { type Draft, type DraftActivity, kept } from '../rules/draft';
import { type RowsPart, wayTo } from '../rules/row-order';
import { periodText } from './deadline-text';
import { Doubts, EveryYear } from './import-doubts';
import { noticeOf } from './import-notice';
import { type RemarkShown, Remarks } from './import-remarks';
import { type Links, Review } from './import-review';
import { ImportSteps, importsCrumb, roadmapCrumb } from './import-steps';
import { headline, standing } from './import-words';
import { Purpose } from './purpose';

export type Tokens = { undo: string; back: string; question: string; selection: string; discard: string };

type Props = {
	view: View;
	found: RoadmapImport & { draft: Draft };
	/** Rows for which only other organisations answer. */
	awaited: readonly DraftActivity[];
	/** How many pieces of the file went into nothing. */
	leftOut: number;
	/** What a careful colleague would say of the plan. */
	remarks: readonly RemarkShown[];
	corrections: readonly CorrectionMade[];
	/** Which rows stand on this page, and the way from each to the file. */
	shown: RowsPart;
	links: Links;
	tokens: Tokens;
	/** A sentence when an act on the chosen rows could not be done. */
	problem?: string | undefined;
};

/** «Что понято»: the whole plan as the program read it, what is doubtful, and everything to mend it with. */
export const UnderstoodPage = ({
	view,
	found,
	awaited,
	leftOut,
	remarks,
	corrections,
	shown,
	links,
	tokens,
	problem
}: Props) => {
	const { draft } = found;
	const here = `/roadmap/imports/${found.id}`;
	const doubtful = kept(draft).filter(({ doubts }) => doubts.length > 0);
	const way = wayTo(here, shown);
	return (
		<Page
			view={view}
			title="Что понято"
			crumbs={[roadmapCrumb, importsCrumb]}
			notice={noticeOf(view, found, tokens.undo)}
		>
			<ImportSteps current={1} id={found.id} />
			<Lede>
				{headline(draft, awaited)}. {standing({ doubtful: doubtful.length, remarks, draft })}
			</Lede>
			{problem && (
				<Note tone="lost">
					<p>{problem}</p>
				</Note>
			)}
			<div class="screen-only">
				<Doubts {...{ doubtful, draft, here, way }} />
				<Remarks {...{ remarks, draft, here, way }} />
				<EveryYear draft={draft} action={`${here}/every-year`} token={tokens.question} />
			</div>
			<Heading found={found} leftOut={leftOut} />
			<Review {...{ draft, here, shown, links }} token={tokens.selection} />
			<div class="screen-only">
				<Corrections {...{ view, corrections, here }} token={tokens.back} />
			</div>
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

/** What was corrected so far, with the way back step by step. */
const Corrections = ({
	view,
	corrections,
	here,
	token
}: {
	view: View;
	corrections: readonly CorrectionMade[];
	here: string;
	token: string;
}) =>
	corrections.length === 0 ? null : (
		<Fold label={`Исправления: ${corrections.filter(({ undoneAt }) => !undoneAt).length}`}>
			<History
				title="Что исправлено"
				timeZone={view.actor.timeZone}
				today={view.now.today}
				entries={corrections.map(({ what, who, madeAt, undoneAt }) => ({
					at: madeAt,
					who: shortName(who),
					what: undoneAt ? `${what} (отменено)` : what
				}))}
			/>
			{corrections.some(({ undoneAt }) => !undoneAt) && (
				<ActionForm action={`${here}/undoing`} label="Отменить последнее исправление" token={token} />
			)}
		</Fold>
	);

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
					['Цель и задачи', draft.goal && <Purpose text={draft.goal} />],
					[
						'Источник',
						<>
							{found.fileId ? <a href={`/files/${found.fileId}`}>{found.sourceName}</a> : found.sourceName}
							{' · '}
							<a href={`${here}/source`}>{leftOut > 0 ? `Что в файле и что не вошло: ${leftOut}` : 'Что в файле'}</a>
						</>
					]
				]}
			/>
		</Card>
	);
};
