import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ActionForm, Button, Buttons, ErrorSummary, FormToken, TextArea } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Pill } from '../../../ui/state';
import { counted, Day, dayText, Lede, shortName } from '../../../ui/text';
import type { Plea } from '../queries/pleas';
import { type Change, changes } from '../rules/changes';
import { lifeCycle } from '../rules/life';
import { type PleaStanding, type PleaStep, pleaStanding, wishWords } from '../rules/pleas';
import { canReadMentorships } from '../rules/words';
import { pairsCrumb } from './crumb';

/** A plea with what may be done with its pair by whoever reads it. */
export type PleaLine = Plea & { possible: readonly Change[] };
type Props = {
	view: View;
	pleas: readonly PleaLine[];
	/** Which one was answered a moment ago. */
	of: string;
	/** Whose form came back. */
	asked?: string;
	values: Values;
	problems?: Problems;
};

const notices: Record<string, string> = { answered: 'Ответ отправлен', settled: 'Просьба закрыта', undone: 'Отменено' };
const forms = ['просьба ждёт', 'просьбы ждут', 'просьб ждут'] as const;

/** «Просьбы из пар»: what mentors and mentees have asked of one's role. Nobody else sees this list. */
export const PleasPage = (props: Props) => {
	const { view, pleas, of, problems = {} } = props;
	const open = pleas.filter(({ steps }) => pleaStanding(steps) !== 'over');
	const over = pleas.filter(({ steps }) => pleaStanding(steps) === 'over');
	const waiting = open.filter(({ steps }) => pleaStanding(steps) === 'waits').length;
	return (
		<Page
			view={view}
			title="Просьбы из пар"
			crumbs={canReadMentorships(view.actor) ? [pairsCrumb] : [{ href: '/support', label: 'Поддержка' }]}
			notice={
				notices[view.saved ?? ''] && (
					<>
						<span>{notices[view.saved ?? '']}.</span>{' '}
						{of && view.saved !== 'undone' && (
							<ActionForm action={`/pleas/${of}/undoing`} label="Отменить" token={crypto.randomUUID()} kind="quiet" />
						)}
					</>
				)
			}
		>
			{pleas.length === 0 ? (
				<Empty title="Никто ни о чём не просит" icon="help">
					<p>Здесь появится то, о чём наставник или наставляемый попросит вас из «Моей пары». Другие этого не видят.</p>
				</Empty>
			) : (
				<Lede>
					{waiting > 0 ? `${counted(waiting, forms)} вашего ответа.` : 'На все просьбы есть ответ.'} Написанное читает
					только тот, к кому обратились; второй человек в паре ничего не знает.
				</Lede>
			)}
			<ErrorSummary problems={problems} />
			{open.map((plea) => (
				<PleaCard {...props} plea={plea} />
			))}
			{over.length > 0 && (
				<Fold label={`Закрыто: ${over.length}`}>
					{over.map((plea) => (
						<PleaCard {...props} plea={plea} />
					))}
				</Fold>
			)}
		</Page>
	);
};

/** Several may hold one role: whose answer it was is said. */
const said = ({ what, own, who }: PleaStep) => {
	if (what === 'taken-back') return 'Просьбу забрали';
	if (own) return what === 'answered' ? 'Вы ответили' : 'Вы закрыли';
	return `${what === 'answered' ? 'Ответ' : 'Закрыто'} (${shortName(who)})`;
};
const pills: Record<PleaStanding, ['good' | 'warm' | 'calm', string]> = {
	waits: ['warm', 'ждёт ответа'],
	answered: ['calm', 'есть ответ'],
	over: ['good', 'закрыта']
};

const PleaCard = ({ view, plea, asked, values, problems = {} }: Props & { plea: PleaLine }) => {
	const { id, mentorshipId, name, wish, mentoring, title, words, askedOn, steps, since, possible } = plea;
	const { today } = view.now;
	const standing = pleaStanding(steps);
	const [tone, pill] = pills[standing];
	const own = asked === id;
	return (
		<Card
			title={`${name}: ${wishWords(wish, mentoring).toLocaleLowerCase('ru')}`}
			state={<Pill tone={tone}>{pill}</Pill>}
		>
			<p>
				{words || 'Без объяснений.'}{' '}
				<span class="quiet">
					Пара {title}, <Day date={askedOn} today={today} />.
				</span>
			</p>
			<ul class="periods">
				{steps.map((step) => (
					<li>
						{said(step)}, {dayText(step.on, today)}
						{step.words && `: ${step.words}`}
					</li>
				))}
				{since.map(({ what, on }) => (
					<li>
						С парой с тех пор: {lifeCycle[what].says.toLocaleLowerCase('ru')}, {dayText(on, today)}
					</li>
				))}
			</ul>
			{standing !== 'over' && (
				<>
					{possible.length > 0 && (
						<p>
							<a href={`/mentorships/${mentorshipId}`}>Открыть пару</a>
							{possible.map((change) => (
								<>
									{' '}
									· <a href={`/mentorships/${mentorshipId}/forms/${change}`}>{changes[change].label}</a>
								</>
							))}
						</p>
					)}
					<form method="post" action={`/pleas/${id}/steps`}>
						<FormToken values={own ? values : { token: crypto.randomUUID() }} />
						<TextArea
							name={`words-${id}`}
							label={`Ответ (прочтёт ${name})`}
							hint="Когда поговорите, что предлагаете"
							rows={2}
							maxlength={1000}
							{...(own && { values, problems })}
						/>
						<Buttons>
							<Button name="what" value="answered" kind={standing === 'waits' ? 'primary' : 'secondary'}>
								Ответить
							</Button>
							<Button name="what" value="settled" kind="quiet">
								Всё решилось
							</Button>
						</Buttons>
					</form>
				</>
			)}
		</Card>
	);
};
