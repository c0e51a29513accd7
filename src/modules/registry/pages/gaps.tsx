import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ClosedToo, Closes } from '../../../ui/closes';
import { ActionForm, Button, DateField, ErrorSummary, FormToken, LinkButton, TextArea } from '../../../ui/form';
import { Empty, Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note, Pill, type Tone } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Day, Lede, Quiet, shortName } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import type { GapReport } from '../queries/gaps';
import { type Gap, type GapState, type Gaps, gapState, gapStates } from '../rules/gaps';

type Props = {
	view: View;
	gaps: Gaps;
	reports: readonly GapReport[];
	closable: readonly Closable[];
	closes: readonly string[] | undefined;
	values: Values;
	problems?: Problems;
};

const forms = ['направление', 'направления', 'направлений'] as const;

/** Who needs what and who can give it, before any pair is made. */
export const GapsPage = ({ view, gaps, reports, closable, closes, values, problems = {} }: Props) => {
	const given = { values, problems };
	const many = (state: GapState) => gaps.rows.filter((row) => gapState(row) === state).length;
	return (
		<Page view={view} title="Кому что нужно и кто может" crumbs={[{ href: '/registry', label: 'Банки и запросы' }]}>
			<Lede>
				{gaps.rows.length === 0
					? 'Сопоставлять пока нечего.'
					: `${counted(gaps.rows.length, forms)}: помочь некому – ${many('nobody')}, мест мало – ${many('tight')}, есть кому – ${many('covered')}, никто не просит – ${many('unasked')}.`}
			</Lede>
			{gaps.rows.length === 0 ? (
				<Empty
					title="Нет ни запросов, ни предложений"
					icon="pair"
					action={
						<LinkButton href="/registry/mentees" kind="primary">
							К банку наставляемых
						</LinkButton>
					}
				>
					<p>Запишите затруднения в запросах и компетенции в предложениях: таблица сложится сама.</p>
				</Empty>
			) : (
				<>
					<GapTable gaps={gaps} links />
					<Card title="Отчёт">
						<form method="post" action="/registry/gaps">
							<ErrorSummary problems={problems} />
							<FormToken values={values} />
							<TextArea
								name="conclusion"
								label="Вывод"
								hint="Составлен по таблице; поправьте своими словами"
								rows={6}
								maxlength={5000}
								{...given}
							/>
							<DateField name="on" label="На какой день" required {...given} />
							<Closes {...{ closable, chosen: closes, today: view.now.today }} />
							<div class="buttons">
								<Button>Принять отчёт</Button>
							</div>
						</form>
					</Card>
				</>
			)}
			{reports.length > 0 && (
				<Card title="Принятые отчёты">
					<ul class="periods">
						{reports.map(({ id, acceptedOn, who, withdrawn }) => (
							<li>
								<a href={`/gap-reports/${id}`}>
									<Day date={acceptedOn} today={view.now.today} />
								</a>{' '}
								<Quiet>{who}</Quiet> {withdrawn && <Pill>отменён</Pill>}
							</li>
						))}
					</ul>
				</Card>
			)}
		</Page>
	);
};

/** An accepted report. */
export const GapReportPage = ({ view, report, closed }: { view: View; report: GapReport; closed: number }) => {
	const { id, contents, conclusion, acceptedOn, withdrawn, who } = report;
	const undo = (
		<ActionForm
			action={`/gap-reports/${id}/${withdrawn ? 'restoration' : 'withdrawal'}`}
			label={withdrawn ? 'Вернуть отчёт' : 'Отменить отчёт'}
			token={crypto.randomUUID()}
			kind="quiet"
		/>
	);
	return (
		<Page
			view={view}
			title="Отчёт о сопоставлении"
			crumbs={[
				{ href: '/registry', label: 'Банки и запросы' },
				{ href: '/registry/gaps', label: 'Кому что нужно и кто может' }
			]}
			notice={
				view.saved === 'accepted' && (
					<>
						<span>
							Отчёт принят
							<ClosedToo count={closed} />.
						</span>{' '}
						{undo}
					</>
				)
			}
		>
			<Lede>
				На <Day date={acceptedOn} />, кто принял: {who}.
			</Lede>
			{withdrawn && (
				<Note tone="warm" title="Отчёт отменён">
					{undo}
				</Note>
			)}
			<GapTable gaps={contents} />
			<Card title="Вывод">
				{conclusion.split('\n').map((line) => (
					<p>{line}</p>
				))}
			</Card>
			<Exports files={[{ href: `/gap-reports/${id}/document.docx`, label: 'Word' }]} />
			{!withdrawn && view.saved !== 'accepted' && undo}
		</Page>
	);
};

const tones: Record<GapState, Tone> = { covered: 'good', tight: 'warm', nobody: 'lost', unasked: 'calm' };

const GapTable = ({ gaps, links = false }: { gaps: Gaps; links?: boolean }) => (
	<Table
		caption="Направления"
		columns={[
			{
				head: 'Направление',
				main: true,
				cell: ({ name, block }: Gap) => (
					<>
						{name} <Quiet>{block}</Quiet>
					</>
				)
			},
			{ head: 'Просят', numeric: true, cell: ({ needs }) => needs.length },
			{
				head: 'Кому нужно (насколько трудно)',
				cell: ({ needs }) =>
					needs.length > 0 && <Names people={needs.map((one) => ({ ...one, mark: one.level }))} links={links} />
			},
			{ head: 'Могут', numeric: true, cell: ({ can }) => can.length },
			{
				head: 'Кто может (сколько мест)',
				cell: ({ can }) =>
					can.length > 0 && <Names people={can.map((one) => ({ ...one, mark: one.places }))} links={links} />
			},
			{
				head: 'Вывод',
				cell: (row) => {
					const state = gapState(row);
					return <Pill tone={tones[state]}>{gapStates[state]}</Pill>;
				}
			}
		]}
		rows={gaps.rows}
	/>
);

const Names = ({
	people,
	links
}: {
	people: readonly { id: string; name: string; mark: number }[];
	links: boolean;
}) => (
	<>
		{people.map(({ id, name, mark }, at) => (
			<>
				{at > 0 && ', '}
				{links ? <a href={`/registry/people/${id}`}>{shortName(name)}</a> : shortName(name)} ({mark})
			</>
		))}
	</>
);
