import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { ClosedToo } from '../../../ui/closes';
import { ActionForm, Button, ErrorSummary, FormToken, LinkButton, Select } from '../../../ui/form';
import { Empty, Filters, QuickFilter, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Pager, Table } from '../../../ui/table';
import { counted, dayText, Lede } from '../../../ui/text';
import type { CadenceSet } from '../queries/settings';
import { cadences, cadenceWords } from '../rules/cadence';
import type { NudgeAbout } from '../rules/nudges';
import {
	chosenWork,
	type WorkFilter,
	type WorkLine,
	type WorkWanted,
	workAddress,
	workFilters,
	workPage
} from '../rules/overview';
import { dayForms } from '../rules/words';

type Props = {
	view: View;
	lines: readonly WorkLine[];
	wanted: WorkWanted;
	cadence: CadenceSet;
	closed: number;
	values: Values;
	problems?: Problems | undefined;
};

const notices: Record<string, string> = {
	nudged: 'Напоминание отправлено',
	cadence: 'Частота встреч записана',
	proof: 'Список встреч сохранён подтверждением',
	'group-final': 'Общая итоговая встреча записана'
};

/** «Встречи пар»: who is silent, who lacks what; each with one tap. Seen by those who lead pairs, and by nobody as a rating. */
export const AllMeetingsPage = ({ view, lines, wanted, cadence, closed, values, problems = {} }: Props) => {
	const { today } = view.now;
	const { counts, chosen, page } = chosenWork(lines, wanted);
	const saved = notices[view.saved ?? ''];
	return (
		<Page
			view={view}
			title="Встречи пар"
			crumbs={[{ href: '/mentorships', label: 'Пары' }]}
			notice={
				saved && (
					<span>
						{saved}
						<ClosedToo count={closed} />.
					</span>
				)
			}
			actions={
				<>
					<LinkButton href="/mentorships/meetings/proof" icon="check">
						Подтвердить мероприятие плана
					</LinkButton>
					<LinkButton href="/mentorships/meetings/group-final" kind="quiet">
						Общая итоговая встреча
					</LinkButton>
				</>
			}
		>
			{lines.length === 0 ? (
				<Empty
					title="Пар пока нет"
					icon="pair"
					action={<LinkButton href="/mentorships/new">Назначить наставника</LinkButton>}
				>
					<p>Когда пары начнут работать, здесь будет видно, кто встречается и кому помочь.</p>
				</Empty>
			) : (
				<>
					<Lede>
						{counts.quiet > 0
							? `${counted(counts.quiet, ['пара', 'пары', 'пар'])} без встречи дольше, чем ${cadenceWords(cadence.cadence)}.`
							: 'Все идущие пары встречаются вовремя.'}{' '}
						Каникулы и паузы не считаются.
					</Lede>
					<ErrorSummary problems={problems} title="Не отправлено" />
					<Toolbar>
						<Filters
							filters={(Object.keys(workFilters) as WorkFilter[]).map((filter) => ({
								...{ href: workAddress(wanted, { filter }), label: workFilters[filter] },
								...{ count: counts[filter], current: filter === wanted.filter }
							}))}
						/>
						<QuickFilter action="/mentorships/meetings" value={wanted.q} label="Найти пару" />
					</Toolbar>
					<Table
						caption="Пары и их встречи"
						columns={[
							{
								...{ head: 'Пара', main: true, sort: 'name' },
								cell: ({ id, title }) => <a href={`/mentorships/${id}/meetings`}>{title}</a>
							},
							{ head: 'Встреч', sort: 'held', numeric: true, cell: ({ road }) => road.heldCount },
							{
								...{ head: 'После последней', sort: 'days' },
								cell: (line) => lastWords(line, today)
							},
							{
								head: 'Чего не хватает',
								cell: (line) =>
									lacks(line)
										.map(({ words }) => words)
										.join('; ')
							},
							{ head: 'Напомнить', unseen: true, cell: (line) => <Nudge line={line} /> }
						]}
						rows={page}
						sorting={{
							...{ by: wanted.sort, descending: wanted.descending },
							href: (by, descending) => workAddress(wanted, { sort: by as WorkWanted['sort'], descending })
						}}
					/>
					{chosen.length === 0 && <p class="quiet">Таких пар нет.</p>}
					<Pager
						page={wanted.page}
						pages={Math.ceil(chosen.length / workPage)}
						href={(at) => workAddress(wanted, { page: at })}
					/>
				</>
			)}
			<Often {...{ cadence, values, problems }} />
		</Page>
	);
};

const lastWords = ({ rhythm, road, over }: WorkLine, today: string) =>
	over
		? road.final
			? `итоговая ${dayText(road.final.heldOn ?? '', today)}`
			: 'завершена'
		: road.heldCount === 0
			? 'ещё не встречались'
			: `${counted(rhythm.days, dayForms)}, ${dayText(rhythm.since, today)}`;

/** What is missing, in the order in which it presses, and of what may be reminded. */
function lacks({ rhythm, road, silent, over }: WorkLine): { words: string; about?: NudgeAbout }[] {
	if (over) return road.final ? [] : [{ words: 'итоговой встречи' }];
	return [
		...(rhythm.quiet ? [{ words: 'встречи', about: 'quiet' as const }] : []),
		...(road.first && !road.ready ? [{ words: 'слова о готовности', about: 'readiness' as const }] : []),
		...(silent > 0 ? [{ words: `откликов (${silent})`, about: 'feedback' as const }] : []),
		...(road.heldCount > 0 && road.planned === 0 ? [{ words: 'плана встреч', about: 'plan' as const }] : [])
	];
}

/** One tap: of what presses most. */
const Nudge = ({ line }: { line: WorkLine }) => {
	const about = lacks(line).find((one) => one.about)?.about;
	return about ? (
		<ActionForm action={`/mentorships/${line.id}/nudges`} label="Напомнить" token={crypto.randomUUID()} kind="quiet">
			<input type="hidden" name="about" value={about} />
		</ActionForm>
	) : null;
};

const Often = ({ cadence, values, problems = {} }: Pick<Props, 'cadence' | 'values' | 'problems'>) => (
	<Fold label={`Как часто встречаются: ${cadenceWords(cadence.cadence)}`} open={!!problems.cadence}>
		{cadence.planned && cadence.planned !== cadence.cadence && (
			<p>В дорожной карте сказано: {cadenceWords(cadence.planned)}.</p>
		)}
		<form method="post" action="/mentorships/meetings/cadence">
			<FormToken values={{ token: crypto.randomUUID() }} />
			<input type="hidden" name="version" value={String(cadence.version)} />
			<Select
				name="cadence"
				label="Не реже, чем"
				hint="Как в вашем Положении или дорожной карте"
				options={cadences}
				values={{ cadence: values.cadence ?? String(cadence.planned ?? cadence.cadence) }}
				problems={problems}
			/>
			<Button kind="secondary">Записать частоту</Button>
		</form>
	</Fold>
);
