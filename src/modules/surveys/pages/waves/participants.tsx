import type { Problems, Values } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { AudienceFields, type GroupOfStaff } from '../../../../ui/audience';
import { Button, FormToken, Select } from '../../../../ui/form';
import { BulkForm, Filters, QuickFilter, Toolbar } from '../../../../ui/list';
import { Fold } from '../../../../ui/report';
import { StatePill } from '../../../../ui/state';
import { type Column, Pager, Table } from '../../../../ui/table';
import { Day, Quiet } from '../../../../ui/text';
import type { Participant } from '../../queries/participants';
import type { Wave } from '../../queries/waves';
import { eyes as eyesWords } from '../../rules/assessment/eyes';
import { type Audience, type Candidate, nobody } from '../../rules/audience';
import {
	listAddress,
	type ParticipantFilter,
	type ParticipantsWanted,
	participantFilters,
	participantsPage
} from '../../rules/wave-list';

export type ListProps = {
	people: readonly Participant[];
	counts: Record<ParticipantFilter, number>;
	wanted: ParticipantsWanted;
	staff: readonly Candidate[]; // to add from
	groups: readonly GroupOfStaff[];
	adding?: { chosen: Audience; values: Values; problems: Problems } | undefined;
};

/** Whom a wave asks and who has answered; people may be added and taken off while it is not closed. */
export const ParticipantList = ({
	view,
	wave,
	people,
	counts,
	wanted,
	...adding
}: ListProps & { view: View; wave: Wave }) => {
	const path = `/surveys/waves/${wave.id}`;
	const address = (change: Partial<ParticipantsWanted>) => listAddress(path, { ...wanted, page: 1, ...change }, 'all');
	const table = (
		<Table
			caption="Кого спрашивают"
			columns={columnsOf(view, wave)}
			rows={people}
			{...(!wave.closedAt && {
				choose: ({ id, name, answered }: Participant) =>
					answered ? undefined : { name: 'participant', value: id, label: `Выбрать: ${name}` }
			})}
		/>
	);
	return (
		<section id="people">
			<h2>Кого спрашивают</h2>
			{(wave.asked > 0 || wanted.q) && (
				<Toolbar>
					<Filters
						filters={(Object.keys(participantFilters) as ParticipantFilter[]).map((filter) => ({
							href: address({ filter }),
							label: participantFilters[filter],
							count: counts[filter],
							current: filter === wanted.filter
						}))}
					/>
					<QuickFilter action={path} value={wanted.q} label="Имя" />
				</Toolbar>
			)}
			{wanted.filter === 'personally' && (
				<p class="quiet">Они не входят в программу, и письма им не приходят: скажите сами, дайте ссылку или листок.</p>
			)}
			{people.length === 0 ? (
				<p>{wanted.q ? `По запросу «${wanted.q}» никого не нашлось.` : 'Здесь никого нет.'}</p>
			) : wave.closedAt ? (
				table
			) : (
				<BulkForm action={`${path}/taken-off`} token={crypto.randomUUID()} bar={<Bar {...{ wave, path }} />}>
					{table}
				</BulkForm>
			)}
			<Pager
				page={wanted.page}
				pages={Math.ceil(counts[wanted.filter] / participantsPage)}
				href={(page) => address({ page })}
			/>
			{!wave.closedAt && (
				<>
					<AddPeople wave={wave} {...adding} />
					{wave.identity === 'named' && (
						<p>
							Если анкета о людях, составьте список иначе: <a href={`${path}/assessed`}>кто кого оценивает</a>.
						</p>
					)}
				</>
			)}
		</section>
	);
};

const Bar = ({ wave, path }: { wave: Wave; path: string }) => (
	<>
		<Button kind="secondary" icon="cross">
			Убрать из списка
		</Button>
		{wave.openedAt && (
			<Button kind="secondary" icon="link" formaction={`${path}/links`}>
				Сделать ссылки
			</Button>
		)}
	</>
);

const AddPeople = ({
	wave,
	staff,
	groups,
	adding
}: Pick<ListProps, 'staff' | 'groups' | 'adding'> & { wave: Wave }) => {
	const { chosen, values, problems } = adding ?? {
		chosen: nobody,
		values: { token: crypto.randomUUID() },
		problems: {}
	};
	return (
		<Fold label="Добавить людей" open={adding !== undefined || wave.asked === 0}>
			<form method="post" action={`/surveys/waves/${wave.id}/people`}>
				<FormToken values={values} />
				<AudienceFields {...{ staff, groups, chosen, problems }} />
				<Select
					name="about"
					label="О ком они отвечают"
					hint="Если анкета о другом человеке: о своём наставнике, о своём наставляемом"
					empty="о себе или ни о ком"
					options={Object.fromEntries(staff.map(({ id, name }) => [id, name]))}
					{...{ values, problems }}
				/>
				<Button kind="secondary">Добавить в список</Button>
			</form>
		</Fold>
	);
};

const columnsOf = ({ now: { today } }: View, wave: Wave): Column<Participant>[] => [
	{
		head: 'Имя',
		main: true,
		cell: ({ personId, name, about, eyes }) => (
			<>
				<a href={`/people/${personId}`}>{name}</a>
				{(about || eyes) && (
					<span class="result">{about ? `о ком: ${about}${eyes ? ` (${eyesWords[eyes]})` : ''}` : 'сам о себе'}</span>
				)}
			</>
		)
	},
	{ head: 'Должность', cell: ({ post }) => post },
	...(wave.openedAt
		? [
				{
					head: 'Ответ',
					cell: ({ answered, answeredOn, entered }: Participant) =>
						answered ? (
							<>
								<StatePill state="done" label="есть" />{' '}
								{answeredOn && (
									<Quiet>
										<Day date={answeredOn} today={today} />
										{entered && ', введён за него'}
									</Quiet>
								)}
							</>
						) : (
							<StatePill state="waiting" />
						)
				},
				{
					head: 'Как дойдёт',
					cell: ({ answered, links, signsIn, id }: Participant) =>
						!answered && (
							<>
								{[signsIn && 'в программе', links > 0 && 'по ссылке'].filter(Boolean).join(', ') ||
									'на бумаге или со слов'}
								{links > 0 && !wave.closedAt && (
									<>
										{' '}
										<a href={`/survey-participants/${id}/links`}>ссылка потеряна</a>
									</>
								)}
							</>
						)
				}
			]
		: [])
];
