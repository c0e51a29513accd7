import type { Problems, Values } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { ClosedToo, Closes } from '../../../../ui/closes';
import { Button, Buttons, ErrorSummary, FormToken, TextArea } from '../../../../ui/form';
import { Exports } from '../../../../ui/list';
import { Page } from '../../../../ui/page';
import { Share } from '../../../../ui/progress';
import { Pill, StatePill } from '../../../../ui/state';
import { Table } from '../../../../ui/table';
import { counted, Lede } from '../../../../ui/text';
import type { Closable } from '../../../roadmap/rules/closable';
import { type OfRound, roundStanding } from '../../rules/rounds';

type Props = {
	view: View;
	id: string;
	waves: readonly OfRound[];
	closable: readonly Closable[];
	chosen?: readonly string[] | undefined;
	closed: number; // activities, by the act just done
	values: Values;
	problems?: Problems | undefined;
};

/** How the groups answer, and the report over all of them. */
export const RoundPage = ({ view, id, waves, closable, chosen, closed, values, problems }: Props) => {
	const { asked, answered, groups, closed: over } = roundStanding(waves);
	const open = over < groups;
	const notice =
		view.saved === 'sent' ? (
			'Анкеты открыты: каждая группа видит свою'
		) : view.saved === 'filed' ? (
			<>
				Отчёт готов
				<ClosedToo count={closed} />.
			</>
		) : undefined;
	return (
		<Page view={view} title="Анкетирование по группам" crumbs={[{ href: '/surveys', label: 'Анкеты' }]} notice={notice}>
			<Lede>
				{`Ответили ${answered} из ${asked}, ${counted(groups, ['группа', 'группы', 'групп'])}.`}
				{open ? '' : ' Все анкеты закрыты.'}
			</Lede>
			<Table
				caption="По группам"
				columns={[
					{
						head: 'Группа',
						main: true,
						cell: ({ id: wave, group }: OfRound) => <a href={`/surveys/waves/${wave}`}>{group}</a>
					},
					{
						head: 'Ответили',
						cell: ({ group, asked: all, answered: given }) => (
							<Share value={given} max={all} label={`Ответили: ${group}`} />
						)
					},
					{
						head: 'Как стоит',
						cell: ({ openedAt, closedAt }) =>
							closedAt ? (
								<StatePill state="done" label="закрыто" />
							) : openedAt ? (
								<StatePill state="this-week" label="открыто" />
							) : (
								<Pill icon="pencil">готовится</Pill>
							)
					},
					{
						head: 'Ответы',
						cell: ({ id: wave, answered: given, group }) =>
							given > 0 && (
								<a href={`/surveys/waves/${wave}/results`}>
									результаты<span class="unseen">: {group}</span>
								</a>
							)
					}
				]}
				rows={waves}
			/>
			{answered === 0 ? (
				<p>Вывод и отчёт появятся здесь, когда кто-нибудь ответит.</p>
			) : (
				<section>
					<h2>Вывод и отчёт</h2>
					<form method="post" action={`/surveys/rounds/${id}/report`}>
						<ErrorSummary problems={problems} />
						<FormToken values={values} />
						<TextArea
							name="conclusion"
							label="Вывод"
							rows={8}
							maxlength={20_000}
							hint="Войдёт в отчёт. Черновик составлен из чисел: допишите, чего хотят и что предлагают группы."
							{...{ values, problems }}
						/>
						<Closes {...{ closable, chosen, today: view.now.today }} />
						{open && <p class="quiet">Анкеты, которые ещё открыты, закроются вместе с отчётом.</p>}
						<Buttons>
							<Button>{open ? 'Закрыть анкеты с этим выводом' : 'Готово: отметить выполненным'}</Button>
						</Buttons>
					</form>
					<Exports files={[{ href: `/surveys/rounds/${id}/word`, label: 'Отчёт по группам, Word' }]} />
				</section>
			)}
		</Page>
	);
};
