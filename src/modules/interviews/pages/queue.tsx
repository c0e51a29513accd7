import type { View } from '../../../core/view';
import { LinkButton } from '../../../ui/form';
import { Empty, Filters, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Pill } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { Day, Lede, Quiet, shortName } from '../../../ui/text';
import { type Register, registers } from '../../registry/rules/registers';
import type { InQueue, Round } from '../queries/interviews';
import { outcomes } from '../rules/questions';
import { type QueueFilter, queueFilters } from '../rules/round';

type Props = {
	view: View;
	register: Register;
	filter: QueueFilter;
	group: string;
	people: readonly InQueue[];
	counts: Record<QueueFilter, number>;
	groups: readonly { id: string; code: string }[];
	rounds: readonly Round[];
};

const address = (register: Register, filter: QueueFilter, group: string) =>
	`/interviews?${new URLSearchParams({ register, ...(filter !== 'waiting' && { filter }), ...(group && { group }) })}`;

/** Who waits for a talk this school year, and what came of those that were held. */
export const QueuePage = ({ view, register, filter, group, people, counts, groups, rounds }: Props) => {
	const { today } = view.now;
	return (
		<Page
			view={view}
			title="Собеседования"
			crumbs={[{ href: '/registry', label: 'Банки и запросы' }]}
			actions={
				<>
					<LinkButton href={`/interviews/questions/${register}`} kind="quiet" icon="list">
						Вопросы
					</LinkButton>
					{counts.talked > 0 && (
						<LinkButton
							href={`/interviews/round/${register}`}
							icon="check"
							kind={counts.waiting === 0 ? 'primary' : 'secondary'}
						>
							Закончить круг
						</LinkButton>
					)}
				</>
			}
		>
			<Lede>
				{counts.all === 0
					? `В банке «${registers[register].name.toLocaleLowerCase('ru')}» пока никого.`
					: `В этом учебном году поговорили с ${counts.talked} из ${counts.all}, ждут ${counts.waiting}.`}
			</Lede>
			<Toolbar>
				<Filters
					label="Банк"
					filters={(Object.keys(registers) as Register[]).map((one) => ({
						href: address(one, 'waiting', ''),
						label: one === 'mentors' ? 'наставники' : 'наставляемые',
						current: one === register
					}))}
				/>
				<Filters
					filters={(Object.keys(queueFilters) as QueueFilter[]).map((one) => ({
						href: address(register, one, group),
						label: queueFilters[one],
						count: counts[one],
						current: one === filter
					}))}
				/>
			</Toolbar>
			{groups.length > 0 && (
				<Filters
					label="Группа"
					filters={[
						{ href: address(register, filter, ''), label: 'любая группа', current: !group },
						...groups.map(({ id, code }) => ({
							href: address(register, filter, id),
							label: code,
							current: id === group
						}))
					]}
				/>
			)}
			{people.length === 0 ? (
				<Empty
					title={counts.all === 0 ? 'Разговаривать пока не с кем' : 'Здесь никого нет'}
					icon="person"
					action={
						counts.all === 0 && (
							<LinkButton href={`/registry/${register}/new`} kind="primary" icon="plus">
								Внести в банк
							</LinkButton>
						)
					}
				>
					<p>{counts.all === 0 ? 'Сначала внесите людей в банк.' : 'Под этот выбор никто не подходит.'}</p>
				</Empty>
			) : (
				<Table
					caption="Собеседования"
					columns={[
						{
							head: 'Имя',
							main: true,
							cell: ({ id, name, post }) => (
								<>
									<a href={`/registry/people/${id}`}>{name}</a> <Quiet>{post}</Quiet>
								</>
							)
						},
						{
							head: 'Последняя беседа',
							cell: ({ last }) =>
								last ? (
									<>
										<a href={`/interviews/${last.id}`}>
											<Day date={last.heldOn} today={today} />
										</a>{' '}
										<Quiet>{shortName(last.who)}</Quiet>
									</>
								) : (
									<Pill icon="circle">не было</Pill>
								)
						},
						{
							head: 'Итог',
							cell: ({ last }) =>
								last && <Pill tone={last.outcome === 'recommended' ? 'good' : 'calm'}>{outcomes[last.outcome]}</Pill>
						},
						{
							head: 'Записать',
							unseen: true,
							cell: ({ id, name }) => (
								<a href={`/interviews/people/${id}?register=${register}`}>
									Записать беседу<span class="unseen">: {name}</span>
								</a>
							)
						}
					]}
					rows={people}
				/>
			)}
			{rounds.length > 0 && (
				<Table
					caption="Законченные круги"
					captioned
					columns={[
						{
							head: 'Круг',
							main: true,
							cell: ({ id, register: of, finishedOn }) => (
								<a href={`/interview-rounds/${id}`}>
									{of === 'mentors' ? 'Наставники' : 'Наставляемые'}, <Day date={finishedOn} today={today} />
								</a>
							)
						},
						{
							head: 'Поговорили',
							cell: ({ contents: { people: all } }) => `${all.filter(({ heldOn }) => heldOn).length} из ${all.length}`
						},
						{ head: 'Состояние', cell: ({ withdrawn }) => withdrawn && <Pill>отменён</Pill> }
					]}
					rows={rounds}
				/>
			)}
		</Page>
	);
};
