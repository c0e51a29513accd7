import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts, History, NextStep } from '../../../ui/card';
import { ClosedToo } from '../../../ui/closes';
import { ActionForm, ErrorSummary, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { counted, Day, Lede, Quiet } from '../../../ui/text';
import { actWords } from '../../journal/rules';
import { orderTitle, pairForms } from '../../mentorships/rules/words';
import type { Askable } from '../queries/approvals';
import type { StoredDocument } from '../queries/document';
import type { Effect } from '../queries/effects';
import type { Linkable } from '../queries/links';
import { checkLink } from '../rules/check-page';
import type { Finding } from '../rules/checker/paper';
import { canKeepDocuments } from '../rules/documents';
import { mayUndoRegistration, stateOf, titleOfDocument } from '../rules/life';
import { seriesNames } from '../rules/registration';
import { type TurnName, turns } from '../rules/turns';
import { appointedFacts, EffectWords } from './appointed';
import { CheckedCard } from './check';
import { ApprovalsCard, ApprovalUndo } from './document-approvals';
import { FilesCard } from './document-files';
import { LinksCard } from './document-links';
import { ReaderBack, ReadersCard } from './document-readers';
import { TurnsCard } from './document-turns';
import { kindOf } from './made';
import { StandingPills } from './state';
import { documentsCrumb, madeCrumb } from './words';

export type Line = { at: string; act: string; who: string };
export type DocumentProps = {
	view: View;
	checkAt: string | null; // where the pages of papers are reached, if there are any
	document: StoredDocument;
	effects: readonly Effect[];
	history: readonly Line[];
	closed: number;
	checked: readonly Finding[] | null; // its Word file read over; null when there is none or it is registered
	askable: readonly Askable[]; // who may be asked to agree, while it is open
	linkable: readonly Linkable[]; // what may replace, cancel or amend it
	asked?: string | undefined; // the approval the notice is about
	values: Values;
	problems?: Problems;
	turn?: TurnName; // the form that comes back
	gone?: string; // who was taken off the sheet just now
};

const notices: Record<string, string> = {
	made: 'Документ сделан и лежит здесь черновиком',
	file: 'Файл добавлен, прежние остались',
	sheet: 'Подписи с листа записаны',
	'sheet-undone': 'Подпись снята',
	readers: 'Лист ознакомления дополнен',
	'reader-removed': 'Человек убран из листа ознакомления',
	reminded: 'Тем, кто ещё не ознакомился, отправлено напоминание',
	linked: 'Документы связаны',
	'made-later': 'Приказ сделан черновиком и связан с прежним; подействует, когда вы впишете номер',
	unlinked: 'Связь снята, всё, что сделалось само, возвращено',
	'approval-asked': 'Спросили: документ теперь ждёт ответа',
	'approval-removed': 'Согласующий убран',
	'approval-restored': 'Согласующий возвращён',
	'approval-answered': 'Ответ записан',
	'approval-undone': 'Ответ снят',
	registered: 'Номер и дата записаны',
	'registration-undone': 'Регистрация отменена, всё, что сделалось само, возвращено',
	...Object.fromEntries(Object.entries(turns).map(([name, { saved }]) => [name, saved]))
};

/** One stored document: how it stands, what is next, its files, what it has done elsewhere, its history. */
export const DocumentPage = (props: DocumentProps) => {
	const { view, document, history, closed, checked, gone, problems = {} } = props;
	const { saved = '' } = view;
	const back = Object.hasOwn(turns, saved) ? turns[saved as TurnName].back : undefined;
	return (
		<Page
			view={view}
			title={document.title}
			crumbs={[documentsCrumb, madeCrumb]}
			notice={
				notices[saved] && (
					<>
						{notices[saved]}
						<ClosedToo count={closed} />
						{saved === 'reader-removed' && gone && <ReaderBack document={document} person={gone} />}
						{back && turns[back].may(document) && (
							<ActionForm
								action={`/documents/made/${document.id}/${back}`}
								label="Отменить"
								token={crypto.randomUUID()}
								kind="quiet"
							>
								<input type="hidden" name="version" value={document.version} />
							</ActionForm>
						)}
						<ApprovalUndo {...props} />
					</>
				)
			}
		>
			<ErrorSummary problems={problems} title="Не получилось" />
			<Lede>
				<StandingPills document={document} />{' '}
				{document.datedOn && titleOfDocument(document) !== document.title && titleOfDocument(document)}
			</Lede>
			<Next {...props} />
			<About {...props} />
			{checked && <CheckedCard findings={checked} />}
			<ApprovalsCard {...props} />
			<LinksCard {...props} />
			<FilesCard {...props} />
			<ReadersCard {...props} />
			<TurnsCard {...props} />
			<History
				entries={history.map(({ at, who, act }) => ({ at, who, what: actWords(act) }))}
				timeZone={view.actor.timeZone}
				today={view.now.today}
			/>
		</Page>
	);
};

/** The one thing that is next: a number for what has none. */
const Next = ({ document }: DocumentProps) => {
	const state = stateOf(document);
	if (state === 'removed' || document.datedOn) return null;
	return (
		<NextStep
			title={state === 'signed' ? 'Впишите номер и дату' : 'Напечатайте, подпишите, впишите номер'}
			action={
				<LinkButton href={`/documents/made/${document.id}/registration`} kind="primary" icon="check">
					Записать номер и дату
				</LinkButton>
			}
		>
			{state === 'agreeing'
				? 'Документ ещё согласуют: кто и что ответил, ниже. Подписать раньше можно, назвав причину.'
				: 'Скан подписанного можно приложить до или после.'}
		</NextStep>
	);
};

const About = ({ document, effects, view, checkAt }: DocumentProps) => {
	const { today } = view.now;
	const day = (on: string | null, where = '') =>
		on && (
			<>
				<Day date={on} today={today} />
				{where && `, ${where}`}
			</>
		);
	return (
		<Card title="Что это">
			<Facts
				facts={[
					['Вид', kindOf(document.code)],
					['О ком', document.people.map(({ name }) => name).join(', ')],
					...appointedFacts(document),
					[
						'Пары',
						document.mentorships.length > 0 && (
							<a href="/mentorships">{counted(document.mentorships.length, pairForms)}</a>
						)
					],
					[
						'Планы',
						document.roadmaps.length > 0 &&
							document.roadmaps.map(({ id, title }) => <a href={`/roadmap/${id}`}>{title}</a>)
					],
					['Подписан', day(document.signedOn)],
					[
						'Зарегистрирован',
						document.datedOn &&
							`${orderTitle(document.actKind, document.number, document.datedOn)}, ${seriesNames[document.series]}`
					],
					[
						'Страница проверки',
						checkAt && document.checkCode && document.datedOn && (
							<a href={checkLink('', document.checkCode)}>{checkLink(checkAt, document.checkCode)}</a>
						)
					],
					['Опубликован', day(document.publishedOn, document.publishedWhere)],
					['В деле', day(document.archivedOn, document.archivedWhere)],
					[
						'Что сделал',
						effects.length > 0 && (
							<ul class="periods">
								{effects.map((effect) => (
									<li>
										<EffectWords {...{ effect, view }} />
									</li>
								))}
							</ul>
						)
					]
				]}
			/>
			{document.override && (
				<Note tone="warm" title="Зарегистрирован без бумаг, которых просит ст. 351.8 ТК РФ">
					<p>{document.override}</p>
				</Note>
			)}
			{document.datedOn && !mayUndoRegistration(document) && canKeepDocuments(view.actor) && (
				<p>
					<ActionForm
						action={`/documents/made/${document.id}/registration/undoing`}
						label="Отменить регистрацию"
						token={crypto.randomUUID()}
						kind="quiet"
					/>{' '}
					<Quiet>
						{effects.length > 0
							? 'Номер снимется, а с ним и то, что сделалось само: список выше.'
							: 'Номер и дата снимутся.'}
					</Quiet>
				</p>
			)}
		</Card>
	);
};
