import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ActionForm, Button, Checkbox, ErrorSummary, FormToken, LinkButton, Select } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note, Pill } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { Lede, Moment, Quiet } from '../../../ui/text';
import { formatText } from '../../registry/rules/registers';
import type { Asking } from '../queries/askings';
import type { ProposalLine } from '../queries/proposals';
import type { RunLine } from '../queries/runs';
import { stages } from '../rules/proposal';
import { kindNames } from '../rules/score/terms';

type Props = {
	view: View;
	runs: readonly RunLine[];
	proposals: readonly ProposalLine[];
	/** Who could be matched today, and how many already are. */
	standing: { mentors: number; places: number; mentees: number; paired: number; ties: number };
	gone: RunLine | undefined;
	/** A large one that goes on aside. */
	going: Asking | undefined;
	values: Values;
	problems?: Problems;
};

/** How things stand, one button to reckon, and what was reckoned. */
export const MatchingPage = ({ view, runs, proposals, standing, gone, going, values, problems = {} }: Props) => {
	const { mentors, places, mentees, paired, ties } = standing;
	const given = { values, problems };
	return (
		<Page
			view={view}
			title="Подбор"
			notice={
				gone && (
					<>
						<span>Подбор убран.</span>{' '}
						<ActionForm
							action={`/matching/runs/${gone.id}/restoration`}
							label="Отменить"
							token={crypto.randomUUID()}
							kind="quiet"
						/>
					</>
				)
			}
		>
			<Lede>{ledeOf(standing)}</Lede>
			<ErrorSummary problems={problems} title="Подбор не сделан" />
			{going && (
				<Note tone="warm" title="Большой подбор уже идёт">
					<LinkButton href={`/matching/runs/${going.id}`}>Посмотреть, далеко ли до конца</LinkButton>
				</Note>
			)}
			{mentors === 0 || mentees === 0 ? (
				<Empty
					title="Подбирать пока некого"
					icon="pair"
					action={
						<LinkButton href={mentees === 0 ? '/registry/mentees' : '/registry/mentors'} kind="primary">
							{mentees === 0 ? 'К банку наставляемых' : 'К банку наставников'}
						</LinkButton>
					}
				>
					<p>Пары складываются из двух банков: кому нужна помощь и кто может помочь.</p>
				</Empty>
			) : (
				<Card title="Подобрать пары">
					<form method="post" action="/matching/runs">
						<FormToken values={values} />
						<Select
							name="kind"
							label="Вид наставничества"
							hint="От него зависит, что важнее: у молодого наставника опытного педагога опыт сравнивают наоборот"
							options={kindNames}
							{...given}
						/>
						{paired > 0 && (
							<Checkbox
								name="review"
								label="Пересмотреть и нынешние пары"
								hint="При равных баллах они останутся как есть"
								{...given}
							/>
						)}
						<div class="buttons">
							<Button icon="pair">Подобрать пары</Button>
						</div>
					</form>
				</Card>
			)}
			<Card title="Что учитывается">
				<ul class="periods">
					<li>
						<a href="/matching/people">О людях и парах</a>{' '}
						<Quiet>
							здание, время, руководитель; закрепить пару или не ставить вместе{ties > 0 && `: решений ${ties}`}
						</Quiet>
					</li>
					<li>
						<a href="/matching/terms">Что важнее и чего быть не может</a>{' '}
						<Quiet>весомость и условия вашей организации</Quiet>
					</li>
					<li>
						<a href="/surveys/preferences">Взаимный выбор</a> <Quiet>кто кого назвал после групповой встречи</Quiet>
					</li>
					<li>
						<a href="/interviews">Собеседования</a> <Quiet>чем кончился разговор с каждым</Quiet>
					</li>
				</ul>
			</Card>
			{proposals.length > 0 && (
				<>
					<h2>Предложения</h2>
					<Table
						caption="Предложения"
						columns={[
							{
								head: 'Предложение',
								main: true,
								cell: ({ id, title }: ProposalLine) => <a href={`/matching/proposals/${id}`}>{title}</a>
							},
							{ head: 'Пар', numeric: true, cell: ({ pairs }) => pairs },
							{
								head: 'Состояние',
								cell: ({ stage, withdrawn }) =>
									stage && !withdrawn ? (
										<Pill tone="good" icon="check">
											{stages[stage].name}
										</Pill>
									) : (
										<Pill>составляется</Pill>
									)
							},
							{ head: 'Кто составил', cell: ({ who }) => who }
						]}
						rows={proposals}
					/>
				</>
			)}
			{runs.length + proposals.length > 1 && (
				<p>
					<a href="/matching/comparison">Сравнить два варианта</a>
				</p>
			)}
			{runs.length > 0 && (
				<>
					<h2>Сделанные подборы</h2>
					<Table
						caption="Сделанные подборы"
						columns={[
							{
								head: 'Когда',
								main: true,
								cell: ({ id, madeAt }: RunLine) => (
									<a href={`/matching/runs/${id}`}>
										<Moment at={madeAt} timeZone={view.actor.timeZone} today={view.now.today} />
									</a>
								)
							},
							{ head: 'Вид', cell: ({ kind }) => formatText(kind) },
							{ head: 'Пар', numeric: true, cell: ({ pairs }) => pairs },
							{ head: 'Кому не хватило', numeric: true, cell: ({ alone }) => alone },
							{ head: 'Кто сделал', cell: ({ who }) => who }
						]}
						rows={runs}
					/>
				</>
			)}
			{mentors > 0 && places < mentees - paired && (
				<p class="quiet">
					Мест у наставников {places}, а наставник нужен {mentees - paired}: кому-то не хватит, подбор скажет почему.
				</p>
			)}
		</Page>
	);
};

function ledeOf({ mentors, mentees, paired }: Props['standing']) {
	if (mentors === 0 && mentees === 0)
		return 'Кто с кем: лучшие пары из возможных, почему они и почему кому-то не хватило.';
	const without = mentees - paired;
	return `Наставляемых ${mentees}: с наставником ${paired}, без наставника ${without}. Наставников ${mentors}.`;
}
