import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { Button, ErrorSummary, FormToken, RadioGroup, TextArea } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { NextOfPair } from '../../../ui/next-meeting';
import { Page } from '../../../ui/page';
import { StandingPill } from '../../../ui/pair-standing';
import { Fold } from '../../../ui/report';
import { DayRange, Lede } from '../../../ui/text';
import type { PairWork } from '../../meetings/queries/meetings';
import { closedTo } from '../../meetings/rules/record';
import { formats } from '../../registry/rules/registers';
import type { Plea } from '../queries/pleas';
import { isOver } from '../rules/life';
import { awaits, goesOn, menteesOf, mentorsOf, roleOf, rolesTold } from '../rules/mentorship';
import { orderOf } from '../rules/table';
import type { PairLine } from '../rules/wanted';
import { declineReasons, forms } from '../rules/words';
import { OwnPleas } from './own-pleas';

type Props = {
	view: View;
	lines: readonly PairLine[];
	pleas: readonly Plea[]; // one's own
	works: readonly PairWork[]; // their meetings
	values: Values;
	problems?: Problems;
};

const notices: Record<string, string> = {
	accepted: 'Спасибо, ваше согласие записано',
	declined: 'Ваш отказ записан: больше ничего делать не нужно',
	asked: 'Отправлено. Ответ появится здесь',
	'taken-back': 'Вы забрали просьбу: больше ничего делать не нужно'
};

/** One's own mentorships: what is asked of one, who the other is, until when. */
export const MyPairPage = ({ view, lines, pleas, works, values, problems = {} }: Props) => {
	const stands = (line: PairLine) => !isOver(line.life.state) && goingOf(line, view).length > 0;
	const living = lines.filter(stands);
	const over = lines.filter((line) => !stands(line));
	const asked = living.filter((line) => awaits(line, view.actor.personId, view.now.today));
	return (
		<Page view={view} title="Моя пара" notice={notices[view.saved ?? '']}>
			{lines.length === 0 ? (
				<Empty title="Пары пока нет" icon="pair">
					<p>Когда вам предложат наставника или попросят им стать, это появится здесь и в «Сегодня».</p>
				</Empty>
			) : (
				<Lede>
					{asked.length > 0
						? 'От вас ждут ответа.'
						: living.length > 0
							? 'Кто с вами в паре и до какого дня.'
							: 'Сейчас вы ни с кем не в паре.'}
				</Lede>
			)}
			<ErrorSummary problems={problems} />
			{living.map((line) => (
				<OwnCard {...{ view, line, pleas, works, values, problems }} />
			))}
			{over.length > 0 && (
				<Fold label={`Раньше: ${over.length}`}>
					{over.map((line) => (
						<OwnCard {...{ view, line, pleas, works, values, problems }} />
					))}
				</Fold>
			)}
		</Page>
	);
};

/** The pairs in which somebody still is: who has left sees nothing of what came after. */
const goingOf = ({ pairs }: Pick<PairLine, 'pairs'>, { actor: { personId }, now }: View) =>
	pairs.filter((pair) => goesOn(pair, now.today) && [pair.mentor.id, pair.mentee.id].includes(personId));

const titles = {
	mentor: { is: 'Вы наставник', was: 'Вы были наставником' },
	mentee: { is: 'Ваш наставник', was: 'Был вашим наставником' }
} as const;

type Own = Required<Pick<Props, 'view' | 'pleas' | 'works' | 'values' | 'problems'>> & { line: PairLine };

const OwnCard = ({ view, line, pleas, works, values, problems }: Own) => {
	const { actor, now } = view;
	const going = goingOf(line, view);
	const own = line.pairs.filter(({ mentor, mentee }) => mentor.id === actor.personId || mentee.id === actor.personId);
	const pairs = going.length > 0 ? going : own;
	const former = going.length === 0;
	const mentoring = pairs.some(({ mentor }) => mentor.id === actor.personId);
	const others = (mentoring ? menteesOf(pairs) : mentorsOf(pairs)).filter(({ id }) => id !== actor.personId);
	const { life } = line;
	const asked = awaits(line, actor.personId, now.today);
	const work = closedTo(line) ? undefined : works.find(({ mentorship }) => mentorship.id === line.id);
	return (
		<Card
			title={`${titles[mentoring ? 'mentor' : 'mentee'][former ? 'was' : 'is']}: ${others.map(({ name }) => name).join(', ')}`}
			state={!former && <StandingPill standing={line.standing} />}
		>
			<Facts
				facts={[
					[
						'Срок',
						<DayRange from={pairs[0]?.from ?? life.term.from} to={pairs[0]?.to ?? life.term.to} today={now.today} />
					],
					['Форма и вид', `${forms[line.form]}, ${formats[line.kind]}`],
					mentoring ? ['Ваша роль', roleOf(pairs, actor.personId)] : ['Роли наставников', rolesTold(pairs)],
					['Что делает наставник', line.content],
					['Приказ', !former && orderOf(line)]
				]}
			/>
			{work && <NextOfPair mentorshipId={line.id} meetings={work.meetings} today={now.today} former={former} />}
			{asked && (
				<form method="post" action={`/my-pair/${line.id}/answer`}>
					<FormToken values={{ token: crypto.randomUUID() }} />
					<input type="hidden" name="person" value={actor.personId} />
					<p>
						{mentoring
							? 'Наставником работают только с вашего согласия. Отказ ни на что не влияет.'
							: 'Участвовать – ваше право. Если наставник вам не подходит, скажите об этом.'}
					</p>
					<Button name="answer" value="accepted" icon="check">
						Согласиться
					</Button>
					{life.state === 'proposed' ? (
						<Fold label="Отказаться" open={!!(problems.reason || problems.confidence)}>
							<RadioGroup
								name="reason"
								label="Как записать"
								options={declineReasons}
								values={values}
								problems={problems}
							/>
							<TextArea
								name="confidence"
								label="Что хотите сказать куратору"
								hint="Прочтёт только куратор"
								rows={2}
								maxlength={2000}
								optional
								{...{ values, problems }}
							/>
							<Button name="answer" value="declined" kind="secondary">
								Отказаться
							</Button>
						</Fold>
					) : (
						<p>Если не согласны, скажите куратору. Объяснять причину не обязательно.</p>
					)}
				</form>
			)}
			<OwnPleas
				{...{ view, line, mentoring, former }}
				pleas={pleas.filter(({ mentorshipId }) => mentorshipId === line.id)}
			/>
		</Card>
	);
};
