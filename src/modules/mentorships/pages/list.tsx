import type { Problems } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Checkbox, ErrorSummary, FormToken, LinkButton } from '../../../ui/form';
import { Empty, Exports, Filters, QuickFilter, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { StandingPill } from '../../../ui/pair-standing';
import { Fold } from '../../../ui/report';
import { type Column, Pager, Table } from '../../../ui/table';
import { counted, DayRange, Lede, Quiet } from '../../../ui/text';
import { formats } from '../../registry/rules/registers';
import { pairsNow, rolesTold } from '../rules/mentorship';
import { missingWords } from '../rules/missing';
import {
	type PairFilter,
	type PairLine,
	type PairSort,
	type PairsWanted,
	pairFilters,
	pairsAddress,
	pairsPage
} from '../rules/wanted';
import { canKeepMentorships, forms, pairForms } from '../rules/words';

type Props = {
	view: View;
	wanted: PairsWanted;
	lines: readonly PairLine[];
	counts: Record<PairFilter, number>;
	total: number;
	unmatched: number;
	settings: { headsForbidden: boolean; version: number };
	problems?: Problems | undefined;
};

const notices: Record<string, string> = {
	undone: 'Отменено: пары больше нет',
	'order-undone': 'Запись приказа отменена: пары снова ждут его',
	settings: 'Порядок назначения сохранён',
	proposed: 'Пары предложены: участники узнают об этом из уведомлений'
};

/** «Продлено 7, завершено 2, предложено заново 1» */
function noticeOf(saved = '') {
	const [, extended, completed, anew] = /^year\.(\d{1,4})\.(\d{1,4})\.(\d{1,4})$/.exec(saved) ?? [];
	return extended
		? `Решения записаны: продлено ${extended}, завершено ${completed}, предложено заново ${anew}`
		: notices[saved];
}

/** Every pair with what it still lacks. */
export const PairsPage = ({ view, wanted, lines, counts, total, unmatched, settings, problems }: Props) => {
	const keeps = canKeepMentorships(view.actor);
	return (
		<Page
			view={view}
			title="Пары"
			notice={noticeOf(view.saved)}
			actions={
				total > 0 && (
					<>
						<LinkButton href="/mentorships/order" kind="quiet" icon="document">
							Записать приказ
						</LinkButton>
						{view.rooms.has('/matching') && (
							<LinkButton href="/matching" kind="quiet" icon="pair">
								Подбор
							</LinkButton>
						)}
						{keeps && (
							<LinkButton href="/mentorships/new" kind="primary" icon="plus">
								Назначить наставника
							</LinkButton>
						)}
					</>
				)
			}
		>
			<ErrorSummary problems={problems} />
			<Lede>{sentence(counts, total, unmatched)}</Lede>
			{total === 0 ? (
				<Nothing keeps={keeps} />
			) : (
				<>
					<Toolbar>
						<Filters
							filters={(Object.keys(pairFilters) as PairFilter[])
								.filter((filter) => counts[filter] > 0 || filter === wanted.filter || filter === 'living')
								.map((filter) => ({
									href: pairsAddress(wanted, { filter }),
									label: pairFilters[filter],
									count: counts[filter],
									current: filter === wanted.filter
								}))}
						/>
						<QuickFilter action="/mentorships" value={wanted.q} label="Имя, должность, номер приказа" />
					</Toolbar>
					{lines.length === 0 ? (
						<p>{wanted.q ? `По запросу «${wanted.q}» ничего не нашлось.` : 'Здесь сейчас пусто.'}</p>
					) : (
						<Table
							caption="Пары"
							columns={columnsOf(view.now.today)}
							rows={lines}
							sorting={{
								by: wanted.sort,
								descending: wanted.descending,
								href: (by, descending) => pairsAddress(wanted, { sort: by as PairSort, descending })
							}}
						/>
					)}
					<Pager
						page={wanted.page}
						pages={Math.ceil(counts[wanted.filter] / pairsPage)}
						href={(page) => pairsAddress(wanted, { page })}
					/>
					{lines.length > 0 && (
						<Exports
							files={[
								{ href: pairsAddress(wanted, {}, '/export/xlsx'), label: 'Excel' },
								{ href: pairsAddress(wanted, {}, '/export/csv'), label: 'CSV' }
							]}
						/>
					)}
					<p>
						{keeps && (
							<>
								<a href="/mentorships/unmatched">Без наставника{unmatched > 0 && `: ${unmatched}`}</a> ·{' '}
							</>
						)}
						{view.rooms.has('/mentorships/meetings') && (
							<>
								<a href="/mentorships/meetings">Встречи пар</a> ·{' '}
							</>
						)}
						{view.rooms.has('/pleas') && (
							<>
								<a href="/pleas">Просьбы из пар</a> ·{' '}
							</>
						)}
						{keeps && counts.working > 0 && (
							<>
								<a href="/mentorships/next-year">Новый учебный год</a> ·{' '}
							</>
						)}
						<a href={pairsAddress(wanted, {}, '/table')}>Таблица для печати</a>
					</p>
				</>
			)}
			{keeps && <Rules settings={settings} />}
		</Page>
	);
};

/** What the school has decided about who may be a mentor. */
const Rules = ({ settings }: Pick<Props, 'settings'>) => (
	<Fold label="Порядок назначения">
		<form method="post" action="/mentorships/settings">
			<FormToken values={{ token: crypto.randomUUID() }} />
			<input type="hidden" name="version" value={settings.version} />
			<Checkbox
				name="headsForbidden"
				label="Руководители наставниками не назначаются"
				hint="Без этой отметки программа только предупреждает: в маленькой школе завуч бывает единственным наставником. То же правило действует в подборе"
				values={settings.headsForbidden ? { headsForbidden: 'on' } : {}}
			/>
			<Button kind="secondary">Сохранить порядок</Button>
		</form>
	</Fold>
);

function sentence(counts: Props['counts'], total: number, unmatched: number) {
	const alone = unmatched > 0 ? ` Без наставника в банке наставляемых: ${unmatched}.` : '';
	if (total === 0) return `Кто кого ведёт, до какого дня и чего ещё не хватает.${alone}`;
	const lacks = [
		counts.asked > 0 && `ждут ответа ${counts.asked}`,
		counts.papers > 0 && `без согласия или соглашения ${counts.papers}`,
		counts.order > 0 && `без приказа ${counts.order}`
	].filter(Boolean);
	const going = `${counted(counts.living, pairForms)} ${counts.living % 10 === 1 && counts.living % 100 !== 11 ? 'идёт или оформляется' : 'идут или оформляются'}`;
	return `${going}${lacks.length > 0 ? `: ${lacks.join(', ')}` : ', все бумаги на месте'}.${alone}`;
}

const Nothing = ({ keeps }: { keeps: boolean }) => (
	<Empty
		title="Пар пока нет"
		icon="pair"
		action={
			keeps && (
				<LinkButton href="/mentorships/new" kind="primary" icon="plus">
					Назначить наставника
				</LinkButton>
			)
		}
	>
		<p>Выберите молодого педагога, и программа предложит трёх наставников с объяснением, почему именно они.</p>
	</Empty>
);

const columnsOf = (today: string): Column<PairLine>[] => [
	{
		head: 'Пара',
		main: true,
		sort: 'name',
		width: 'wide',
		cell: ({ id, title, form, kind, ...line }) => (
			<>
				<a href={`/mentorships/${id}`}>{title}</a>
				<span class="result">{[form !== 'pair' && forms[form], formats[kind]].filter(Boolean).join(', ')}</span>
				{rolesTold(pairsNow(line, today)) && <span class="result">{rolesTold(pairsNow(line, today))}</span>}
			</>
		)
	},
	{
		head: 'Срок',
		sort: 'from',
		cell: ({ life: { term } }) => <DayRange from={term.from} to={term.to} today={today} />
	},
	{
		head: 'Как стоит',
		sort: 'standing',
		cell: ({ standing, gone }) => (
			<>
				<StandingPill standing={standing} />
				{gone.length > 0 && <Quiet> больше не работает: {gone.join(', ')}</Quiet>}
			</>
		)
	},
	{ head: 'Чего не хватает', cell: ({ needs }) => missingWords(needs).join(', ') }
];
