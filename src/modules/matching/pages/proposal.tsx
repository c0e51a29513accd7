import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ClosedToo, Closes } from '../../../ui/closes';
import {
	ActionForm,
	Button,
	DateField,
	ErrorSummary,
	Field,
	FormToken,
	LinkButton,
	RadioGroup,
	Select,
	TextArea
} from '../../../ui/form';
import { Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note, Pill } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { Day, Lede, Quiet } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import type { Proposal, ProposalPair } from '../queries/proposals';
import { type ProposalContents, stages, unitsText } from '../rules/proposal';
import { Asking } from './asking';
import { crumb } from './words';

export type Choice = { id: string; name: string };
type Props = {
	view: View;
	proposal: Proposal;
	contents: ProposalContents;
	mentees: readonly Choice[];
	mentors: readonly Choice[];
	closable: readonly Closable[];
	closes: readonly string[] | undefined;
	closed: number;
	gone: ProposalPair | undefined;
	values: Values;
	problems?: Problems;
};

/** A proposal: its pairs, what is still to be found, and its acceptance. */
export const ProposalPage = (props: Props) => {
	const { view, proposal, contents, closed, gone } = props;
	const at = `/matching/proposals/${proposal.id}`;
	const isAccepted = proposal.stage !== null && !proposal.withdrawn;
	const undo = (path: string, label: string) => (
		<ActionForm action={path} label={label} token={crypto.randomUUID()} kind="quiet" />
	);
	return (
		<Page
			view={view}
			title={proposal.title}
			crumbs={[crumb, { href: `/matching/runs/${proposal.runId}`, label: 'Кто с кем' }]}
			actions={
				<>
					<LinkButton href={`${at}/board`} icon="table">
						Доска
					</LinkButton>
					<LinkButton href={`${at}/round`} icon="repeat">
						После бесед и встречи
					</LinkButton>
				</>
			}
			notice={
				gone ? (
					<>
						<span>Пара убрана из предложения.</span> {undo(`/matching/pairs/${gone.id}/restoration`, 'Отменить')}
					</>
				) : view.saved === 'accepted' ? (
					<>
						<span>
							Предложение принято
							<ClosedToo count={closed} />.
						</span>{' '}
						{isAccepted && undo(`${at}/withdrawal`, 'Отменить')}
					</>
				) : view.saved === 'asked' ? (
					<>
						<span>Пары предложены участникам: каждый узнает об этом из уведомления.</span>{' '}
						{proposal.askedAt && undo(`${at}/asking/undoing`, 'Отменить')}
					</>
				) : (
					view.saved === 'made' && <span>Предложение составлено. Поправьте его и примите.</span>
				)
			}
		>
			<Lede>
				{`Подобрано: ${unitsText(contents.pairs)}.`}
				{contents.alone.length > 0 && ` Без наставника пока ${contents.alone.length}.`}
			</Lede>
			<ErrorSummary problems={props.problems} />
			{isAccepted && proposal.stage && (
				<Note tone="good" title={stages[proposal.stage].name}>
					<p>
						Принято <Day date={proposal.acceptedOn ?? ''} today={view.now.today} />, {proposal.acceptedBy}.
					</p>
				</Note>
			)}
			{proposal.withdrawn && (
				<Note tone="warm" title="Принятие отменено">
					{undo(`${at}/acceptance/restoration`, 'Вернуть принятие')}
				</Note>
			)}
			{proposal.removed && (
				<Note tone="warm" title="Предложение убрано">
					{undo(`${at}/restoration`, 'Вернуть предложение')}
				</Note>
			)}
			{isAccepted && proposal.stage === 'final' && <Asking {...props} at={at} />}
			{isAccepted ? <Frozen {...{ contents, at, conclusion: proposal.conclusion }} /> : <Draft {...props} at={at} />}
			{isAccepted
				? view.saved !== 'accepted' && !proposal.askedAt && undo(`${at}/withdrawal`, 'Отменить принятие')
				: !proposal.removed && undo(`${at}/removal`, 'Убрать предложение')}
		</Page>
	);
};

const PaperTable = ({ contents }: { contents: ProposalContents }) => (
	<Table
		caption="Пары"
		columns={[
			{
				head: 'Наставляемый',
				main: true,
				cell: ({ mentee, menteePost }: ProposalContents['pairs'][number]) => (
					<>
						{mentee} <Quiet>{menteePost}</Quiet>
					</>
				)
			},
			{
				head: 'Наставник',
				cell: ({ mentor, mentorPost }) => (
					<>
						{mentor} <Quiet>{mentorPost}</Quiet>
					</>
				)
			},
			{ head: 'Почему', width: 'wide', cell: ({ why }) => why }
		]}
		rows={contents.pairs}
	/>
);

const Frozen = ({ contents, at, conclusion }: { contents: ProposalContents; at: string; conclusion: string }) => (
	<>
		<PaperTable contents={contents} />
		<Alone contents={contents} />
		<Card title="Вывод">
			{conclusion.split('\n').map((line) => (
				<p>{line}</p>
			))}
		</Card>
		<Exports files={[{ href: `${at}/document.docx`, label: 'Word' }]} />
	</>
);

const Alone = ({ contents: { alone } }: { contents: ProposalContents }) =>
	alone.length === 0 ? null : (
		<Card title="Наставник пока не найден">
			<ul class="periods">
				{alone.map(({ name, reason }) => (
					<li>
						{name} <Quiet>{reason}</Quiet>
					</li>
				))}
			</ul>
		</Card>
	);

const Draft = ({
	view,
	proposal,
	contents,
	mentees,
	mentors,
	closable,
	closes,
	values,
	problems = {},
	at
}: Props & { at: string }) => {
	const given = { values, problems };
	const options = (list: readonly Choice[]) => Object.fromEntries(list.map(({ id, name }) => [id, name]));
	const why = new Map(contents.pairs.map((pair) => [`${pair.menteeId} ${pair.mentorId}`, pair.why]));
	return (
		<>
			<Table
				caption="Пары"
				columns={[
					{
						head: 'Наставляемый',
						main: true,
						cell: ({ menteeName, menteePost }: ProposalPair) => (
							<>
								{menteeName} <Quiet>{menteePost}</Quiet>
							</>
						)
					},
					{
						head: 'Наставник',
						cell: ({ mentorName, mentorPost, byHand }) => (
							<>
								{mentorName} <Quiet>{mentorPost}</Quiet> {byHand && <Pill>ваше решение</Pill>}
							</>
						)
					},
					{ head: 'Почему', width: 'wide', cell: ({ mentee, mentor }) => why.get(`${mentee} ${mentor}`) },
					{
						head: 'Убрать',
						unseen: true,
						cell: ({ id }) => (
							<ActionForm
								action={`/matching/pairs/${id}/removal`}
								label="Убрать"
								token={crypto.randomUUID()}
								kind="quiet"
							/>
						)
					}
				]}
				rows={proposal.pairs.filter(({ removed }) => !removed)}
			/>
			<Alone contents={contents} />
			<Card title="Добавить пару">
				<form method="post" action={`${at}/pairs`}>
					<FormToken values={{ token: crypto.randomUUID() }} />
					<Select name="mentee" label="Наставляемый" empty="выберите" options={options(mentees)} {...given} />
					<Select name="mentor" label="Наставник" empty="выберите" options={options(mentors)} {...given} />
					<Field name="reason" label="Почему" hint="Войдёт в документ" maxlength={500} optional {...given} />
					<div class="buttons">
						<Button kind="secondary">Добавить пару</Button>
					</div>
				</form>
			</Card>
			<Card title="Принять предложение">
				<form method="post" action={`${at}/acceptance`}>
					<FormToken values={values} />
					<input type="hidden" name="version" value={values.version} />
					<RadioGroup
						name="stage"
						label="Что это за пары"
						options={Object.fromEntries(
							Object.entries(stages).map(([key, { name, hint }]) => [key, { label: name, hint }])
						)}
						{...given}
					/>
					<DateField name="on" label="На какой день" required {...given} />
					<TextArea
						name="conclusion"
						label="Вывод"
						hint="Составлен по таблице; поправьте своими словами"
						rows={5}
						maxlength={5000}
						{...given}
					/>
					<Closes {...{ closable, chosen: closes, today: view.now.today }} />
					<div class="buttons">
						<Button>Принять предложение</Button>
					</div>
				</form>
			</Card>
		</>
	);
};
