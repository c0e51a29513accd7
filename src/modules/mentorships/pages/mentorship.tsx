import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts, Missing, NextStep } from '../../../ui/card';
import { ClosedToo } from '../../../ui/closes';
import { ActionForm, ErrorSummary, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { StandingPill } from '../../../ui/pair-standing';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { DayRange, Lede, Quiet } from '../../../ui/text';
import { formats } from '../../registry/rules/registers';
import { changes, changesFor } from '../rules/changes';
import { isOver, lifeCycle, may, standings } from '../rules/life';
import { type Mentorship, type membersOf, menteesOf, mentorsOf, pairsNow, roleOf, titleOf } from '../rules/mentorship';
import type { Need } from '../rules/missing';
import type { PairLine } from '../rules/wanted';
import { canKeepMentorships, forms } from '../rules/words';
import { pairsCrumb } from './crumb';
import { PairHistory } from './history';
import { PapersForm } from './papers';

export type CardProps = {
	view: View;
	mentorship: PairLine;
	/** What was told in confidence, by step: only for those who read it. */
	confidences: ReadonlyMap<string, string>;
	closed: number;
	values: Values;
	gathered?: readonly string[];
	problems?: Problems;
};

const notices: Record<string, string> = {
	assigned: 'Наставник назначен',
	accepted: 'Ответ записан: согласие',
	declined: 'Ответ записан: отказ',
	papers: 'Собранное записано',
	ordered: 'Приказ записан',
	suspension: 'Пара приостановлена',
	resumption: 'Пара продолжает работу',
	replacement: 'Смена наставника записана',
	extension: 'Пара продлена',
	joining: 'Участник добавлен',
	leaving: 'Записано, что участник вышел',
	completion: 'Программа завершена',
	ending: 'Прекращение записано',
	allowance: 'Пара работает без приказа',
	dropped: 'Предложение снято',
	undone: 'Последнее действие отменено'
};

/** One mentorship: how it stands, what it lacks, the next step, its history. */
export const MentorshipPage = (props: CardProps) => {
	const { view, mentorship, closed, problems = {} } = props;
	const { actor, now, saved } = view;
	const keeps = canKeepMentorships(actor);
	const { life, standing, needs, gone } = mentorship;
	const said = notices[saved ?? ''];
	const undoes = said && saved !== 'undone' && keeps;
	return (
		<Page
			view={view}
			title={mentorship.title}
			crumbs={[pairsCrumb]}
			notice={
				said && (
					<>
						<span>
							{said}
							<ClosedToo count={closed} />.
						</span>{' '}
						{undoes && <Undo mentorship={mentorship} />}
					</>
				)
			}
		>
			<Lede>
				<StandingPill standing={standing} /> {forms[mentorship.form]}, {formats[mentorship.kind]}:{' '}
				<DayRange from={life.term.from} to={life.term.to} today={now.today} />.
			</Lede>
			<ErrorSummary problems={problems} />
			{gone.length > 0 && (
				<Note tone="warm" title={`Больше не работает: ${gone.join(', ')}`}>
					<p>Смените наставника или прекратите пару: в бумагах она ещё идёт.</p>
				</Note>
			)}
			{standing === 'before-order' && (
				<Note>
					<p>Работа уже началась, приказа ещё нет: так бывает в сентябре. Встречи до приказа так и будут отмечены.</p>
				</Note>
			)}
			{life.state === 'suspended' && <Suspended {...props} keeps={keeps} />}
			<Next {...{ mentorship, keeps }} />
			<Lacks {...props} needs={needs} keeps={keeps} />
			<People {...{ mentorship, today: now.today }} />
			{keeps && <Acts mentorship={mentorship} />}
			<PairHistory {...props} />
		</Page>
	);
};

const Undo = ({ mentorship }: { mentorship: Mentorship }) => (
	<ActionForm
		action={`/mentorships/${mentorship.id}/undoing`}
		label="Отменить"
		token={crypto.randomUUID()}
		kind="quiet"
	>
		<input type="hidden" name="act" value={mentorship.life.lastAct} />
	</ActionForm>
);

/** The one thing to do now. */
const Next = ({ mentorship, keeps }: { mentorship: PairLine; keeps: boolean }) => {
	const { id, life, needs, standing } = mentorship;
	const lacks = needs.filter(({ done }) => !done);
	if (life.state === 'agreed' || lacks.some(({ code }) => code === 'change-order'))
		return (
			<NextStep
				action={
					<LinkButton href={`/mentorships/order?mentorship=${id}`} kind="primary" icon="document">
						Записать приказ
					</LinkButton>
				}
			>
				<p>
					{life.state === 'agreed'
						? 'Все согласны. Когда приказ подписан, запишите его номер и день: с него пара действует.'
						: 'Изменение ждёт приказа: без него в кадрах всё по-прежнему.'}
				</p>
			</NextStep>
		);
	if (standing === 'over-term' && keeps)
		return (
			<NextStep
				action={
					<>
						<LinkButton href={`/mentorships/${id}/forms/completion`} kind="primary" icon="check">
							Завершить программу
						</LinkButton>
						<LinkButton href={`/mentorships/${id}/forms/extension`}>Продлить</LinkButton>
					</>
				}
			>
				<p>Срок вышел. Завершите программу или продлите её.</p>
			</NextStep>
		);
	return null;
};

const Suspended = ({ mentorship, keeps }: CardProps & { keeps: boolean }) => {
	const pause = mentorship.steps.findLast(({ what }) => what === 'suspended');
	const own = `/mentorships/${mentorship.id}/forms`;
	return (
		<Note tone="warm" title={`Приостановлена${pause?.words ? `, ${pause.words}` : ''}`}>
			<p>Встреч не ждём, напоминаний нет. Что изменить в кадрах, пока идёт пауза:</p>
			<ul>
				<li>приказ о приостановлении;</li>
				<li>доплату наставнику на это время, если она помесячная;</li>
				<li>срок в дополнительном соглашении, когда работа продолжится.</li>
			</ul>
			{keeps && (
				<p>
					<a href={`${own}/replacement?temporary=1`}>Назначить временного наставника</a> ·{' '}
					<a href={`${own}/resumption`}>Продолжить работу</a>
				</p>
			)}
		</Note>
	);
};

const Lacks = ({ needs, keeps, ...props }: CardProps & { needs: readonly Need[]; keeps: boolean }) => {
	const { mentorship } = props;
	if (needs.length === 0) return null;
	const mentees = menteesOf(mentorship.pairs).filter(({ id }) => !mentorship.inRegister.includes(id));
	const mayRecord = needs.some(({ done, person }) => !done && person);
	return (
		<Card title="Чего не хватает">
			<Missing
				items={[
					...needs.map(({ label, done }) => ({ label, done })),
					...(keeps
						? mentees.map(({ id, name }) => ({
								label: `В банке наставляемых: ${name}`,
								href: `/registry/people/${id}`,
								note: 'чтобы «вошёл в программу» записалось само'
							}))
						: [])
				]}
			/>
			{mayRecord && !isOver(mentorship.life.state) && <PapersForm {...props} needs={needs} />}
		</Card>
	);
};

const People = ({ mentorship, today }: { mentorship: PairLine; today: string }) => {
	const pairs = pairsNow(mentorship, today);
	const link = (people: ReturnType<typeof membersOf>) =>
		people.map(({ id, name, post }, at) => (
			<>
				{at > 0 && <br />}
				<a href={`/people/${id}`}>{name}</a>
				{roleOf(pairs, id) && `, ${roleOf(pairs, id)}`} <Quiet>{post}</Quiet>
			</>
		));
	const [mentors, mentees] = [mentorsOf(pairs), menteesOf(pairs)];
	const standIns = mentorship.pairs.filter(({ temporary, left }) => temporary && !left);
	return (
		<Card title="Кто участвует">
			<Facts
				facts={[
					[mentors.length > 1 ? 'Наставники' : 'Наставник', link(mentors)],
					[mentees.length > 1 ? 'Наставляемые' : 'Наставляемый', link(mentees)],
					...standIns.map(
						({ mentor, from, to }) =>
							[
								'Временный наставник',
								<>
									{mentor.name}, <DayRange from={from} to={to} today={today} />
								</>
							] as const
					),
					['Что делает наставник', mentorship.content],
					['В трудовой функции', mentorship.inJobFunction && 'соглашение не требуется, доплата уже в окладе'],
					['Ст. 351.8 ТК', mentorship.notEmployee && 'не применяется: наставляемый не работник'],
					[
						'Было раньше',
						titleOf({ ...mentorship, pairs: mentorship.pairs.filter(({ left }) => left) }).replace(
							'Пара без участников',
							''
						)
					]
				]}
			/>
		</Card>
	);
};

const Acts = ({ mentorship }: { mentorship: PairLine }) => {
	const { id, life, form, pairs, last } = { ...mentorship, last: mentorship.life.last };
	const possible = changesFor(life.state, form, pairs.filter(({ left }) => !left).length);
	return (
		<Fold label="Изменить: приостановить, продлить, сменить наставника, завершить" class="acts">
			<ul class="periods">
				{possible.map((change) => (
					<li>
						<a href={`/mentorships/${id}/forms/${change}`}>{changes[change].label}</a>
					</li>
				))}
			</ul>
			{may('dropped', life.state) && (
				<ActionForm
					action={`/mentorships/${id}/dropping`}
					label="Снять предложение"
					token={crypto.randomUUID()}
					kind="quiet"
				/>
			)}
			<p>
				<Quiet>
					Последнее: {lifeCycle[last].says.toLocaleLowerCase('ru')}. Сейчас {standings[mentorship.standing]}.
				</Quiet>
			</p>
			<ActionForm
				action={`/mentorships/${id}/undoing`}
				label="Отменить последнее действие"
				token={crypto.randomUUID()}
				kind="quiet"
			>
				<input type="hidden" name="act" value={life.lastAct} />
			</ActionForm>
		</Fold>
	);
};
