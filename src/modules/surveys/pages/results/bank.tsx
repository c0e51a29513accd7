import type { Child } from 'hono/jsx';
import type { Problems, Values } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { ActionForm, ErrorSummary } from '../../../../ui/form';
import { BulkButton, BulkForm } from '../../../../ui/list';
import { Finding } from '../../../../ui/report';
import { Note } from '../../../../ui/state';
import { type Column, Table } from '../../../../ui/table';
import { counted, Lede } from '../../../../ui/text';
import { priorities } from '../../../registry/rules/registers';
import type { Taking } from '../../queries/results/takings';
import type { ResultWave } from '../../queries/results/wave';
import type { ProposedOffer, ProposedRequest } from '../../rules/bank';
import type { Unseen } from '../../rules/summary/reading';
import { NotShown, peopleForms, ResultsFrame } from './frame';

type Person = { participantId: string; personId: string; name: string; taking: Taking | undefined };
export type RequestLine = Person & { thing: ProposedRequest };
export type OfferLine = Person & { thing: ProposedOffer };

type Props = {
	view: View;
	wave: ResultWave;
	why: Unseen | null;
	requests: readonly RequestLine[];
	offers: readonly OfferLine[];
	topicName: (key: string) => string;
	act: string | undefined; // just done, to be taken back
	values: Values;
	problems?: Problems | undefined;
};

const notices: Record<string, string> = {
	taken: 'Решено. Взятое ждёт вас в банке черновиками',
	undone: 'Решение отменено'
};

/** Answers as they would stand in the bank: the curator looks, changes a word, takes or leaves each. */
export const BankPage = (props: Props) => {
	const { view, wave, why, requests, offers, act, problems } = props;
	const said = notices[view.saved ?? ''];
	const notice = said && (
		<>
			{said} {act && view.saved === 'taken' && <Undo id={act} label="Отменить" />}
		</>
	);
	const left = [...requests, ...offers].filter(({ taking }) => !taking).length;
	return (
		<ResultsFrame {...{ view, wave, notice }} tab="bank">
			<ErrorSummary problems={problems} title="Не получилось" />
			{why ? (
				<NotShown {...{ why, wave }} />
			) : requests.length + offers.length === 0 ? (
				<Note title="Брать пока нечего">
					<p>В ответах нет запросов и предложений: на эти вопросы никто не ответил или помощь не нужна.</p>
				</Note>
			) : (
				<>
					<Lede>
						{left === 0
							? 'Обо всех решено.'
							: `Ждут решения: ${left}. Взятое станет черновиком в банке, где его можно дополнить.`}
					</Lede>
					<Requests {...props} />
					<Offers {...props} />
				</>
			)}
		</ResultsFrame>
	);
};

const Undo = ({ id, label }: { id: string; label: string }) => (
	<ActionForm action={`/survey-takings/${id}/undoing`} token={crypto.randomUUID()} label={label} kind="quiet" />
);

type Kind = 'request' | 'offer';

/** A word in the bank does not make its author one of the register: that is the curator's own act. */
const enteringOf = {
	request: { href: '/registry/mentees/new', label: 'банк наставляемых' },
	offer: { href: '/registry/mentors/new?filter=teachers', label: 'банк наставников' }
} as const;

const Lines = <Row extends Person>({
	wave,
	kind,
	title,
	rows,
	columns
}: {
	wave: ResultWave;
	kind: Kind;
	title: string;
	rows: readonly Row[];
	columns: readonly Column<Row>[];
}) => {
	const [open, decided] = [rows.filter(({ taking }) => !taking), rows.filter(({ taking }) => taking)];
	return rows.length === 0 ? null : (
		<Finding title={title} sentence={`${counted(rows.length, peopleForms)}, решено: ${decided.length}.`}>
			{open.length > 0 && (
				<BulkForm
					action={`/surveys/waves/${wave.id}/bank`}
					token={crypto.randomUUID()}
					bar={
						<>
							<BulkButton value="take" icon="check">
								Взять в банк
							</BulkButton>
							<BulkButton value="leave">Оставить</BulkButton>
						</>
					}
				>
					<input type="hidden" name="kind" value={kind} />
					<Table
						caption={title}
						columns={[{ head: 'Имя', main: true, cell: ({ name }) => name }, ...columns]}
						rows={open}
						choose={({ participantId, name }) => ({ name: 'participant', value: participantId, label: name })}
					/>
				</BulkForm>
			)}
			{decided.length > 0 && (
				<Table
					caption={`${title}: решено`}
					columns={[
						{ head: 'Имя', main: true, cell: ({ name }) => name },
						{ head: 'Решение', cell: decision },
						{ head: 'Отменить', unseen: true, cell: ({ taking }) => taking && <Undo id={taking.id} label="Вернуть" /> }
					]}
					rows={decided}
				/>
			)}
			{decided.some(({ taking }) => taking?.thingId) && (
				<p>
					Кого в банке ещё нет, внесите туда: <a href={enteringOf[kind].href}>{enteringOf[kind].label}</a>.
				</p>
			)}
		</Finding>
	);
};

const decision = ({ taking, personId }: Person): Child =>
	taking?.thingId ? <a href={`/registry/people/${personId}`}>взято</a> : 'оставлено';

const Requests = ({ wave, requests, topicName, values }: Props) => (
	<Lines
		{...{ wave }}
		kind="request"
		title="Запросы наставляемых"
		rows={requests}
		columns={[
			{
				head: 'Запрос',
				width: 'wide',
				cell: ({ participantId, name, thing }) => (
					<textarea name={`words.${participantId}`} rows={3} maxlength={3000} aria-label={`Запрос: ${name}`}>
						{values[`words.${participantId}`] ?? thing.words}
					</textarea>
				)
			},
			...(requests.some(({ thing }) => thing.deficits.length > 0)
				? [
						{
							head: 'Затруднения',
							cell: ({ thing }: RequestLine) =>
								thing.deficits.map(({ topic, level }) => `${topicName(topic)} – ${level}`).join('; ')
						}
					]
				: []),
			{
				head: 'Насколько срочно',
				cell: ({ participantId, name, thing }) => (
					<select name={`priority.${participantId}`} aria-label={`Насколько срочно: ${name}`}>
						{Object.entries(priorities).map(([value, label]) => (
							<option
								value={value}
								selected={(values[`priority.${participantId}`] ?? String(thing.priority)) === value}
							>
								{label}
							</option>
						))}
					</select>
				)
			}
		]}
	/>
);

const Offers = ({ wave, offers, topicName, values }: Props) => (
	<Lines
		{...{ wave }}
		kind="offer"
		title="Предложения наставников"
		rows={offers}
		columns={[
			{
				head: 'Чем поможет',
				cell: ({ thing }) => [...thing.competences.map(topicName), thing.otherCompetences].filter(Boolean).join('; ')
			},
			{ head: 'Когда свободен', cell: ({ thing }) => thing.freeTime },
			{ head: 'Формат', cell: ({ thing }) => thing.formats.join('; ') },
			{ head: 'Пожелания', cell: ({ thing }) => thing.wishes },
			{
				head: 'Сколько возьмёт',
				cell: ({ participantId, name, thing }) => (
					<input
						class="short"
						name={`capacity.${participantId}`}
						inputmode="numeric"
						maxlength={2}
						aria-label={`Сколько возьмёт: ${name}`}
						value={values[`capacity.${participantId}`] ?? String(thing.capacity)}
					/>
				)
			}
		]}
	/>
);
