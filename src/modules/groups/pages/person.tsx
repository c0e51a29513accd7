import { showDate } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { ActionForm, Button, DateField, ErrorSummary, Field, FormToken, RadioGroup, Select } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Pill } from '../../../ui/state';
import { Day, DayRange, Lede, Quiet } from '../../../ui/text';
import type { HistoryLine, Sorted } from '../queries/staff';
import type { GroupSet } from '../rules/groups';
import { judge } from '../rules/rule';
import { groupOf } from './sorting';

type Form = { values: Values; problems: Problems };
type Props = {
	view: View;
	set: GroupSet;
	person: Sorted;
	history: readonly HistoryLine[];
	observation: Form;
	decision: Form;
};

const notices: Record<string, string> = {
	observed: 'Наблюдение записано',
	decided: 'Решение записано',
	withdrawn: 'Ошибочное решение убрано',
	same: 'Всё уже было так: записывать нечего'
};

/** One teacher: the three views side by side, the decision, and everything that was said before. */
export const SortedPersonPage = ({ view, set, person, history, observation, decision }: Props) => {
	const { today } = view.now;
	const words = (groupId: string | null | undefined) => {
		const group = groupOf(set, groupId ?? null);
		return group ? `${group.code} – ${group.name}` : 'ни одна';
	};
	return (
		<Page
			view={view}
			title={person.name}
			crumbs={[
				{ href: '/groups', label: 'Группы' },
				{ href: `/group-sets/${set.id}`, label: set.name }
			]}
			notice={notices[view.saved ?? '']}
		>
			<Lede>
				{person.member.length === 0
					? 'Решения ещё нет.'
					: `Решение: ${person.member.map(({ groupId }) => words(groupId)).join('; ')}.`}
			</Lede>
			<Card title="Что говорит за группу">
				<Facts
					facts={[
						['Самооценка', person.self && `${words(person.self.groupId)}. ${person.self.note}`],
						['Наблюдение', person.observer && `${words(person.observer.groupId)}. ${person.observer.note}`],
						...set.groups.map(({ code, rule }): [string, string] => {
							const verdict = judge(rule, person.periods, today);
							return [
								`Правило «${code}»`,
								verdict ? `${verdict.fits ? 'подходит' : 'не подходит'}: ${verdict.because}` : ''
							];
						})
					]}
				/>
			</Card>
			<Card title="Решение">
				<form method="post" action={`/group-sets/${set.id}/decisions`}>
					<ErrorSummary problems={decision.problems} />
					<FormToken values={decision.values} />
					<input type="hidden" name="person" value={person.id} />
					<input type="hidden" name="back" value="person" />
					<Select
						name="group"
						label="Группа"
						options={Object.fromEntries(set.groups.map(({ id, code, name }) => [id, `${code} – ${name}`]))}
						{...decision}
					/>
					<DateField
						name="from"
						label="С какого дня"
						required
						problems={decision.problems}
						values={{ from: showDate(today), ...decision.values }}
					/>
					<Field name="basis" label="Основание" maxlength={500} optional {...decision} />
					<div class="buttons">
						<Button>Записать решение</Button>
					</div>
				</form>
			</Card>
			<Fold label="Записать наблюдение" open={Object.keys(observation.problems).length > 0}>
				<form method="post" action={`/group-sets/${set.id}/people/${person.id}/observation`}>
					<ErrorSummary problems={observation.problems} />
					<FormToken values={observation.values} />
					<OpinionFields set={set} name="seen" {...observation} />
					<div class="buttons">
						<Button kind="secondary">Записать наблюдение</Button>
					</div>
				</form>
			</Fold>
			{history.length > 0 && (
				<Card title="Как было">
					<ul class="periods">
						{history.map((line) => (
							<li>
								<Line {...{ line, today, person }} />
							</li>
						))}
					</ul>
				</Card>
			)}
		</Page>
	);
};

const kinds = { self: 'Самооценка', observer: 'Наблюдение', decision: 'Решение' } as const;

const Line = ({ line, today, person }: { line: HistoryLine; today: string; person: Sorted }) => {
	const open = person.member.find(({ id }) => id === line.membershipId);
	return (
		<>
			<strong>
				{kinds[line.kind]}: {line.group ?? 'ни одна'}
			</strong>{' '}
			{line.withdrawn && <Pill>убрано как ошибочное</Pill>}{' '}
			<Quiet>
				{line.kind === 'decision' ? (
					<DayRange from={line.from} to={line.to} today={today} />
				) : (
					<Day date={line.from} today={today} />
				)}
				{line.note && `; ${line.note}`}
				{`; ${line.who}`}
			</Quiet>{' '}
			{open && !line.withdrawn && (
				<ActionForm
					action={`/group-memberships/${open.id}/withdrawal`}
					label="Убрать ошибочное решение"
					token={crypto.randomUUID()}
					kind="quiet"
				/>
			)}
		</>
	);
};

/** Which group, and why: one form for oneself and for others. */
export const OpinionFields = ({
	set,
	name,
	values,
	problems
}: {
	set: GroupSet;
	name: string;
	values: Values;
	problems: Problems;
}) => (
	<>
		<RadioGroup
			name={name}
			label="К какой группе ближе"
			options={{
				...Object.fromEntries(
					set.groups.map(({ id, code, name: title, about }) => [id, { label: `${code} – ${title}`, hint: about }])
				),
				none: 'ни к одной'
			}}
			{...{ values, problems }}
		/>
		<Field name={`${name}-note`} label="Почему" maxlength={1000} optional {...{ values, problems }} />
	</>
);
