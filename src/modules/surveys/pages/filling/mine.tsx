import type { View } from '../../../../core/view';
import { LinkButton } from '../../../../ui/form';
import { Empty } from '../../../../ui/list';
import { Page } from '../../../../ui/page';
import { Pill, StatePill } from '../../../../ui/state';
import { type Column, Table } from '../../../../ui/table';
import { counted, dayText, Lede } from '../../../../ui/text';
import type { Asking } from '../../queries/filling';
import { standingOf } from '../../rules/filling';
import { identityWords } from '../waves/words';

type Props = {
	view: View;
	asking: readonly Asking[];
	shown: readonly { id: string; title: string; closesOn: string }[]; // how they were assessed
};

/** What asks somebody now, and what they were asked before. */
export const MySurveysPage = ({ view, asking, shown }: Props) => {
	const { today } = view.now;
	const standing = (one: Asking) => standingOf({ ...one, removed: false }, today);
	const waiting = asking.filter((one) => standing(one) === 'open');
	const before = asking.filter((one) => standing(one) !== 'open');
	return (
		<Page view={view} title="Мои анкеты">
			<Lede>
				{waiting.length === 0
					? 'Сейчас вас ни о чём не спрашивают.'
					: `${waiting.length === 1 ? 'Ждёт' : 'Ждут'} ответа ${counted(waiting.length, ['анкета', 'анкеты', 'анкет'])}.`}
			</Lede>
			{asking.length === 0 && (
				<Empty title="Анкет пока нет" icon="list">
					<p>Когда вас о чём-нибудь спросят, анкета появится здесь и в «Сегодня». Отвечать – две минуты.</p>
				</Empty>
			)}
			{waiting.length > 0 && <Table caption="Ждут ответа" columns={columnsOf(today, true)} rows={waiting} />}
			{shown.length > 0 && (
				<section>
					<h2>Как вас оценили</h2>
					<ul>
						{shown.map(({ id, title, closesOn }) => (
							<li>
								<a href={`/my-assessments/${id}`}>{title}</a> <span class="quiet">до {dayText(closesOn, today)}</span>
							</li>
						))}
					</ul>
				</section>
			)}
			{before.length > 0 && (
				<section>
					<h2>Раньше</h2>
					<Table caption="Раньше" columns={columnsOf(today, false)} rows={before} />
				</section>
			)}
		</Page>
	);
};

const columnsOf = (today: string, waiting: boolean): Column<Asking>[] => [
	{
		head: 'Анкета',
		main: true,
		width: 'wide',
		cell: ({ id, title, about }) => (
			<>
				<a href={`/my-surveys/${id}`}>{title}</a>
				{about && <span class="result">о ком: {about}</span>}
			</>
		)
	},
	{ head: 'Вопросов', numeric: true, cell: (one) => one.questions },
	{ head: 'Как отвечают', cell: ({ identity }) => identityWords[identity] },
	{
		head: waiting ? 'Когда' : 'Как стоит',
		cell: ({ closesOn, answered }) =>
			waiting ? (
				<StatePill state="this-week" label={`до ${dayText(closesOn, today)}`} />
			) : answered ? (
				<StatePill state="done" label="ответили" />
			) : (
				<Pill icon="clock">закончилась {dayText(closesOn, today)}</Pill>
			)
	},
	{
		head: 'Действие',
		unseen: true,
		cell: ({ id, title, begun }) =>
			waiting && (
				<LinkButton href={`/my-surveys/${id}`} icon="arrow">
					{begun ? 'Продолжить' : 'Ответить'}
					<span class="unseen">: {title}</span>
				</LinkButton>
			)
	}
];
