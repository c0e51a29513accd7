import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, DateField, ErrorSummary, FormToken, LinkButton } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { StandingPill } from '../../../ui/pair-standing';
import { Table } from '../../../ui/table';
import { counted, DayRange, Lede } from '../../../ui/text';
import { fates } from '../rules/next-year';
import type { PairLine } from '../rules/wanted';
import { pairForms } from '../rules/words';
import { pairsCrumb } from './crumb';

type Line = PairLine & { remarks: readonly string[] };
type Props = { view: View; lines: readonly Line[]; values: Values; problems?: Problems };

/** Pair by pair: go on, end, propose anew. Nothing is decided for whoever is left «решить позже». */
export const NextYearPage = ({ view, lines, values, problems = {} }: Props) => (
	<Page view={view} title="Пары на новый учебный год" crumbs={[pairsCrumb]}>
		{lines.length === 0 ? (
			<Empty title="Решать не о ком" icon="calendar">
				<p>Здесь появятся пары, которые действуют: их продлевают, завершают или предлагают заново.</p>
			</Empty>
		) : (
			<>
				<Lede>
					Действуют {counted(lines.length, pairForms)}. Выберите для каждой; продление и новые пары потом закрепляют
					приказом.
				</Lede>
				<form method="post" action="/mentorships/next-year">
					<ErrorSummary problems={problems} />
					<FormToken values={values} />
					<Table
						caption="Пары, о которых решают"
						columns={[
							{
								...{ head: 'Пара', main: true },
								cell: ({ id, title, remarks }: Line) => (
									<>
										<a href={`/mentorships/${id}`}>{title}</a>
										{remarks.length > 0 && <span class="result">{remarks.join('; ')}</span>}
									</>
								)
							},
							{
								head: 'Срок',
								cell: ({ life: { term } }: Line) => <DayRange from={term.from} to={term.to} today={view.now.today} />
							},
							{ head: 'Как стоит', cell: ({ standing }: Line) => <StandingPill standing={standing} /> },
							{
								head: 'Что с ней',
								cell: ({ id, title }: Line) => (
									<select name={`fate-${id}`} aria-label={`Что с парой ${title}`}>
										{Object.entries(fates).map(([fate, label]) => (
											<option value={fate} selected={(values[`fate-${id}`] ?? 'later') === fate}>
												{label}
											</option>
										))}
									</select>
								)
							}
						]}
						rows={lines}
					/>
					<DateField name="endOn" label="Последний день тех, что завершаются" {...{ values, problems }} />
					<DateField name="from" label="Новый срок: с какого дня" {...{ values, problems }} />
					<DateField name="to" label="Новый срок: по какой день" {...{ values, problems }} />
					<div class="buttons">
						<Button>Записать решения</Button>
						<LinkButton href="/mentorships" kind="quiet">
							Не сейчас
						</LinkButton>
					</div>
				</form>
			</>
		)}
	</Page>
);
