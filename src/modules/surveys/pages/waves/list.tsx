import type { View } from '../../../../core/view';
import { ActionForm, LinkButton } from '../../../../ui/form';
import { Empty, Filters, QuickFilter, Toolbar } from '../../../../ui/list';
import { Page } from '../../../../ui/page';
import { Share } from '../../../../ui/progress';
import { type Column, Pager, Table } from '../../../../ui/table';
import { counted, DayRange, Lede } from '../../../../ui/text';
import type { Wave } from '../../queries/waves';
import { waveState } from '../../rules/wave';
import { listAddress, type WaveFilter, type WavesWanted, waveFilters, wavesPage } from '../../rules/wave-list';
import { identityWords, stageWords, WavePill } from './words';

type Props = {
	view: View;
	waves: readonly Wave[];
	counts: Record<WaveFilter, number>;
	wanted: WavesWanted;
	running: number;
	questionnaires: number; // that can be asked
	groups: boolean; // the staff is sorted into some
	removed?: { id: string; title: string } | undefined; // just now
};

const addressOf = (wanted: WavesWanted) => listAddress('/surveys', wanted, 'now');

/** What is being asked now, what is prepared, what was asked. */
export const WavesPage = ({ view, waves, counts, wanted, running, questionnaires, groups, removed }: Props) => (
	<Page
		view={view}
		title="Анкеты"
		notice={removed && <Removed {...removed} />}
		actions={
			<>
				{questionnaires > 0 && (
					<LinkButton href="/surveys/waves/new" kind="primary" icon="plus">
						Новое анкетирование
					</LinkButton>
				)}
				{groups && (
					<LinkButton href="/surveys/rounds/new" icon="list">
						По группам
					</LinkButton>
				)}
				<Library view={view} />
			</>
		}
	>
		<Lede>{sentence(counts, running)}</Lede>
		{view.rooms.has('/my-surveys') && (
			<p>
				<a href="/my-surveys">Анкеты, на которые отвечаю я</a>
			</p>
		)}
		{counts.all > 0 || wanted.q ? (
			<>
				<Toolbar>
					<Filters
						filters={(Object.keys(waveFilters) as WaveFilter[]).map((filter) => ({
							href: addressOf({ ...wanted, filter, page: 1 }),
							label: waveFilters[filter],
							count: counts[filter],
							current: filter === wanted.filter
						}))}
					/>
					<QuickFilter action="/surveys" value={wanted.q} label="Название" />
				</Toolbar>
				{waves.length === 0 ? (
					<p>{wanted.q ? `По запросу «${wanted.q}» ничего не нашлось.` : 'Здесь сейчас пусто.'}</p>
				) : (
					<Table caption="Анкетирования" columns={columnsOf(view)} rows={waves} />
				)}
				<Pager
					page={wanted.page}
					pages={Math.ceil(counts[wanted.filter] / wavesPage)}
					href={(page) => addressOf({ ...wanted, page })}
				/>
			</>
		) : (
			<First view={view} questionnaires={questionnaires} />
		)}
	</Page>
);

const sentence = (counts: Record<WaveFilter, number>, running: number) =>
	counts.all === 0
		? 'Здесь спрашивают педагогов: что нужно, чем могут помочь, как идёт работа.'
		: `${running > 0 ? `Сейчас идёт ${counted(running, ['анкетирование', 'анкетирования', 'анкетирований'])}` : 'Сейчас ничего не идёт'}, закрыто ${counts.closed}.`;

/** The rooms of questionnaires that are built. */
const Library = ({ view }: { view: View }) => (
	<>
		{view.rooms.has('/surveys/questionnaires') && (
			<LinkButton href="/surveys/questionnaires" icon="document">
				Наши анкеты
			</LinkButton>
		)}
	</>
);

const First = ({ view, questionnaires }: { view: View; questionnaires: number }) => (
	<Empty
		title="Пока никого ни о чём не спрашивали"
		icon="list"
		action={
			questionnaires > 0 ? (
				<LinkButton href="/surveys/waves/new" kind="primary" icon="plus">
					Новое анкетирование
				</LinkButton>
			) : (
				view.rooms.has('/surveys/questionnaires') && (
					<LinkButton href="/surveys/questionnaires" kind="primary" icon="book">
						Взять готовую анкету
					</LinkButton>
				)
			)
		}
	>
		<p>
			Возьмите готовую анкету, отметьте, кого спросить и до какого дня. Отвечают в программе, по личной ссылке с
			телефона или на бумаге.
		</p>
	</Empty>
);

const Removed = ({ id, title }: { id: string; title: string }) => (
	<>
		Убрано: «{title}»{' '}
		<ActionForm action={`/surveys/waves/${id}/restoration`} token={crypto.randomUUID()} label="Отменить" kind="quiet" />
	</>
);

const columnsOf = ({ now: { today } }: View): Column<Wave>[] => [
	{
		head: 'Анкетирование',
		main: true,
		width: 'wide',
		cell: ({ id, title, questionnaire, stage }) => (
			<>
				<a href={`/surveys/waves/${id}`}>{title}</a>
				<span class="result">
					{title === questionnaire ? '' : questionnaire}
					{stage && ` (${stageWords[stage]})`}
				</span>
			</>
		)
	},
	{ head: 'Как стоит', cell: (wave) => <WavePill {...{ wave, today }} /> },
	{
		head: 'Когда',
		cell: ({ opensOn, closesOn }) => <DayRange from={opensOn} to={closesOn} today={today} />
	},
	{ head: 'Как отвечают', cell: ({ identity }) => identityWords[identity] },
	{
		head: 'Ответили',
		cell: (wave) =>
			waveState(wave, today) === 'draft' ? (
				`спросим ${wave.asked}`
			) : (
				<Share value={wave.answered} max={wave.asked} label={`Ответили: ${wave.title}`} />
			)
	}
];
