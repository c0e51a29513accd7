import type { Problems } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { Card } from '../../../../ui/card';
import { ActionForm, ErrorSummary, LinkButton } from '../../../../ui/form';
import { Empty, Filters, QuickFilter, Toolbar } from '../../../../ui/list';
import { Page } from '../../../../ui/page';
import { Pill } from '../../../../ui/state';
import { Table } from '../../../../ui/table';
import { counted, Lede, Quiet } from '../../../../ui/text';
import type { QuestionnaireLine } from '../../queries/questionnaires';
import type { LibraryQuestionnaire } from '../../rules/library/shape';

export type Shelf = { title: string; questionnaires: readonly Omit<LibraryQuestionnaire, 'contents'>[] };

type Props = {
	view: View;
	own: readonly QuestionnaireLine[];
	shelves: readonly Shelf[];
	q: string;
	removed: boolean;
	problems?: Problems;
};

const notices: Record<string, string> = { removed: 'Анкета убрана в архив' };

/** The organisation's own questionnaires, and the library to take from. */
export const QuestionnairesPage = ({ view, own, shelves, q, removed, problems }: Props) => (
	<Page
		view={view}
		title="Наши анкеты"
		crumbs={[{ href: '/surveys', label: 'Анкеты' }]}
		notice={notices[view.saved ?? '']}
		actions={
			<LinkButton href="/surveys/questionnaires/new" kind="primary" icon="plus">
				Своя анкета
			</LinkButton>
		}
	>
		<Lede>
			{own.length === 0
				? removed
					? 'В архиве пусто.'
					: 'Своих анкет пока нет. Возьмите готовую из библиотеки ниже и поправьте под себя.'
				: `${removed ? 'В архиве ' : ''}${counted(own.length, ['анкета', 'анкеты', 'анкет'])}${removed ? '' : '. Опубликованная редакция не меняется: ответы остаются при своих вопросах'}.`}
		</Lede>
		<ErrorSummary problems={problems} />
		<Toolbar>
			<Filters
				filters={[
					{ href: '/surveys/questionnaires', label: 'В работе', current: !removed },
					{ href: '/surveys/questionnaires?removed=on', label: 'Архив', current: removed }
				]}
			/>
			<QuickFilter action="/surveys/questionnaires" value={q} label="Найти анкету" />
		</Toolbar>
		{own.length > 0 ? <OwnTable own={own} /> : q && <NothingFound />}
		{!removed && <h2>Библиотека: готовые анкеты</h2>}
		{!removed &&
			shelves
				.filter(({ questionnaires }) => questionnaires.length > 0)
				.map((shelf) => (
					<Card title={shelf.title}>
						<ShelfTable shelf={shelf} />
					</Card>
				))}
	</Page>
);

const NothingFound = () => (
	<Empty title="Среди своих анкет такой нет" icon="search">
		<p>Посмотрите в библиотеке ниже или измените слова поиска.</p>
	</Empty>
);

const OwnTable = ({ own }: Pick<Props, 'own'>) => (
	<Table<QuestionnaireLine>
		caption="Свои анкеты"
		columns={[
			{
				head: 'Анкета',
				main: true,
				cell: ({ id, title }) => <a href={`/surveys/questionnaires/${id}`}>{title || 'Без названия'}</a>
			},
			{ head: 'Вопросов', numeric: true, cell: ({ questions }) => questions },
			{
				head: 'Редакция',
				cell: ({ number, changed }) =>
					number === null ? (
						<Pill icon="pencil">черновик</Pill>
					) : (
						<>
							{number}
							{changed && <Quiet> и правки</Quiet>}
						</>
					)
			},
			{ head: 'Анкетирований', numeric: true, cell: ({ waves }) => waves },
			{ head: 'Кто добавил', cell: ({ who }) => who }
		]}
		rows={own}
	/>
);

const ShelfTable = ({ shelf }: { shelf: Shelf }) => (
	<Table<Shelf['questionnaires'][number]>
		caption={shelf.title}
		columns={[
			{
				head: 'Анкета',
				main: true,
				cell: ({ code, name }) => <a href={`/surveys/questionnaires/library/${code}`}>{name}</a>
			},
			{ head: 'Кому', cell: ({ whom }) => whom },
			{ head: 'Когда', cell: ({ when }) => when },
			{ head: 'Минут', numeric: true, cell: ({ minutes }) => minutes },
			{
				head: 'Взять',
				unseen: true,
				cell: ({ code, name }) => (
					<ActionForm action="/surveys/questionnaires" token={crypto.randomUUID()} label="Взять">
						<input type="hidden" name="library" value={code} />
						<span class="unseen"> анкету «{name}»</span>
					</ActionForm>
				)
			}
		]}
		rows={shelf.questionnaires}
	/>
);
