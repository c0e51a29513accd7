import type { Child } from 'hono/jsx';
import type { View } from '../../../../core/view';
import { Card, History, type HistoryEntry, NextStep } from '../../../../ui/card';
import { ActionForm, LinkButton } from '../../../../ui/form';
import { Page } from '../../../../ui/page';
import { Fold } from '../../../../ui/report';
import { Note } from '../../../../ui/state';
import { counted, Lede, Moment } from '../../../../ui/text';
import type { Edition, FoundQuestionnaire } from '../../queries/questionnaires';
import { differenceOf } from '../../rules/editing/difference';
import { wordingOf } from '../../rules/editing/draft';
import { questionsOf } from '../../rules/questionnaire';
import { crumbs } from './new';
import { Preview } from './preview';

type Props = {
	view: View;
	questionnaire: FoundQuestionnaire;
	editions: readonly Edition[];
	source?: string | undefined; // of what of the library it began with
	history: readonly HistoryEntry[];
	mayChange: boolean;
	waves: boolean; // the room of waves is there to lead to
};

const act = (id: string, noun: string) => `/surveys/questionnaires/${id}/${noun}`;

/** A questionnaire: its editions with what they differ in, who was asked, and what can be done with it. */
export const QuestionnairePage = (props: Props) => {
	const { view, questionnaire, editions, source, history, mayChange } = props;
	const { id, draft, removedAt } = questionnaire;
	const [last] = editions;
	const changes = last ? differenceOf(last.content, wordingOf(draft)) : [];
	const token = crypto.randomUUID();
	return (
		<Page
			view={view}
			title={draft.title || 'Без названия'}
			crumbs={crumbs}
			notice={noticeOf(view.saved, last, id)}
			actions={
				<>
					<LinkButton href={act(id, 'print')} icon="document">
						Напечатать
					</LinkButton>
					<ActionForm action={act(id, 'copies')} token={crypto.randomUUID()} label="Сделать копию" kind="quiet" />
					{mayChange && !removedAt && (
						<ActionForm action={act(id, 'removal')} token={token} label="В архив" kind="quiet" />
					)}
				</>
			}
		>
			<Lede>
				{counted(questionsOf(draft).length, ['вопрос', 'вопроса', 'вопросов'])}.{' '}
				{last ? `Опубликована редакция ${last.number}.` : 'Это черновик: спрашивать по нему пока нельзя.'}
			</Lede>
			{removedAt ? (
				<Note title="Анкета в архиве">
					<p>Прежние ответы целы. Чтобы спросить снова, верните её.</p>
					{mayChange && (
						<ActionForm action={act(id, 'restoration')} token={token} label="Вернуть из архива" kind="secondary" />
					)}
				</Note>
			) : (
				<Next {...props} changes={changes} last={last} />
			)}
			{editions.map((edition, at) => (
				<EditionCard {...{ view, edition }} before={editions[at + 1]} />
			))}
			<Preview questionnaire={last?.content ?? wordingOf(draft)} />
			{source && <p class="quiet">{source}</p>}
			<History entries={history} timeZone={view.actor.timeZone} today={view.now.today} />
		</Page>
	);
};

function noticeOf(saved: string | undefined, last: Edition | undefined, id: string): Child {
	if (saved === 'published' && last) return `Редакция ${last.number} опубликована`;
	if (saved === 'restored') return 'Анкета возвращена из архива';
	if (saved !== 'removed') return undefined;
	return (
		<>
			Анкета убрана в архив.{' '}
			<ActionForm action={act(id, 'restoration')} token={crypto.randomUUID()} label="Отменить" kind="quiet" />
		</>
	);
}

const Next = ({
	questionnaire: { id },
	mayChange,
	waves,
	changes,
	last
}: Props & { changes: readonly string[]; last: Edition | undefined }) => {
	const edit = (
		<LinkButton href={act(id, 'draft')} kind={last && changes.length === 0 ? 'secondary' : 'primary'} icon="pencil">
			{mayChange ? 'Править' : 'Посмотреть черновик'}
		</LinkButton>
	);
	if (!last)
		return (
			<NextStep action={edit}>
				<p>Прочитайте вопросы, поправьте под себя и опубликуйте.</p>
			</NextStep>
		);
	if (changes.length > 0)
		return (
			<NextStep title="Есть неопубликованные правки" action={edit}>
				<ul>
					{changes.slice(0, 8).map((text) => (
						<li>{text}</li>
					))}
				</ul>
				{changes.length > 8 && <p>И ещё {changes.length - 8}.</p>}
			</NextStep>
		);
	return (
		<NextStep
			action={
				<>
					{waves && (
						<LinkButton href={`/surveys/waves/new?edition=${last.id}`} kind="primary">
							Провести анкетирование
						</LinkButton>
					)}
					{edit}
				</>
			}
		>
			<p>Анкета готова: её можно спросить.</p>
		</NextStep>
	);
};

const EditionCard = ({
	view,
	edition: { number, publishedAt, who, waves, content },
	before
}: {
	view: View;
	edition: Edition;
	before: Edition | undefined;
}) => (
	<Card title={`Редакция ${number}`}>
		<p>
			<Moment at={publishedAt} timeZone={view.actor.timeZone} today={view.now.today} />, {who}
		</p>
		{waves.length === 0 ? (
			<p class="quiet">По этой редакции ещё не спрашивали.</p>
		) : (
			<>
				<p>Спрашивали:</p>
				<ul>
					{waves.map(({ id, title }) => (
						<li>
							<a href={`/surveys/waves/${id}`}>{title}</a>
						</li>
					))}
				</ul>
			</>
		)}
		{before && (
			<Fold label={`Чем отличается от редакции ${before.number}`}>
				<ul>
					{differenceOf(before.content, content).map((text) => (
						<li>{text}</li>
					))}
				</ul>
			</Fold>
		)}
	</Card>
);
