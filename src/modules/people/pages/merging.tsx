import { type Role, roleName } from '../../../core/actor';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { ActionForm, Button, Buttons, ErrorSummary, FormToken, LinkButton, RadioGroup } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, dayRangeText, dayText, Lede, Moment, Quiet } from '../../../ui/text';
import { type Register, registers } from '../../registry/rules/registers';
import type { Merge, MergeSide } from '../queries/duplicates';
import type { Likeness } from '../rules/likeness';
import {
	allMergedFields,
	belongingsIn,
	closedIn,
	differingFields,
	fieldText,
	type MergedField,
	mergedFields,
	movedIn
} from '../rules/merging';

type Props = {
	view: View;
	kept: MergeSide;
	gone: MergeSide;
	like: Likeness | undefined;
	/** Why they cannot be one person. */
	contradiction: string | undefined;
	joined: readonly string[];
	values: Values;
	problems?: Problems;
};

/** Two entries side by side: what differs is chosen, what goes over is seen before it is agreed to. */
export const MergingPage = ({ view, kept, gone, like, contradiction, joined, values, problems = {} }: Props) => {
	const here = `/people/${kept.id}/merging/${gone.id}`;
	const given = { values, problems };
	const goes = belongingsIn(gone.belongings);
	return (
		<Page
			view={view}
			title="Это один человек?"
			crumbs={[
				{ href: '/people', label: 'Люди' },
				{ href: '/people/duplicates', label: 'Возможные повторы' }
			]}
		>
			<Lede>
				{like
					? `Почему спрашиваем: ${like.reasons.join(', ')}.`
					: 'Программа сама не сочла бы эти записи похожими: проверьте внимательно.'}
			</Lede>
			<ErrorSummary problems={problems} title="Не объединено" />
			<Sides {...{ view, kept, gone }} />
			<Buttons>
				<ActionForm
					action={`/people/${kept.id}/distinction/${gone.id}`}
					label="Это разные люди"
					token={crypto.randomUUID()}
				/>
			</Buttons>
			{contradiction ? (
				<Note tone="warm" title="Объединить нельзя">
					<p>{contradiction}</p>
				</Note>
			) : (
				<form method="post" action={here}>
					<FormToken values={values} />
					<input type="hidden" name="expected" value={values.expected} />
					<Card title="Если это один человек">
						{differingFields(kept.card, gone.card).map((field) => (
							<RadioGroup
								name={field}
								label={`${mergedFields[field]}: что остаётся`}
								options={optionsOf(field, kept, gone)}
								{...given}
							/>
						))}
						{kept.hasAccount && gone.hasAccount && (
							<RadioGroup
								name="account"
								label="Вход в программу есть у обеих записей: какой логин остаётся"
								options={{
									kept: { label: kept.login ?? '', hint: 'второй логин больше не откроет эту организацию' },
									gone: { label: gone.login ?? '', hint: 'войти нужно будет заново' }
								}}
								{...given}
							/>
						)}
						<p>
							Запись «{gone.name}» исчезнет из списков, всё её перейдёт к записи «{kept.name}»:{' '}
							{goes.length === 0
								? 'кроме имени, у неё ничего нет'
								: goes.map(({ words, count }) => counted(count, words)).join(', ')}
							.
						</p>
						{joined.length > 0 && (
							<ul>
								{joined.map((sentence) => (
									<li>{sentence}</li>
								))}
							</ul>
						)}
						<p class="quiet">
							Ответы анкет без имени никому не принадлежат и не переходят. Всё записывается, объединение можно отменить.
						</p>
						<Button>Объединить записи</Button>
					</Card>
				</form>
			)}
		</Page>
	);
};

const optionsOf = (field: MergedField, kept: MergeSide, gone: MergeSide) => ({
	kept: fieldText(kept.card, field),
	gone: fieldText(gone.card, field),
	...(field === 'note' && { both: 'обе заметки' })
});

const Sides = ({ view, kept, gone }: Pick<Props, 'view' | 'kept' | 'gone'>) => {
	const { today } = view.now;
	const periods = (all: readonly { from: string; to: string | null }[]) =>
		all.map(({ from, to }) => (to ? dayRangeText(from, to, today) : `с ${dayText(from, today)}`));
	const rows: (readonly [string, string, string])[] = [
		...allMergedFields.map(
			(field) => [mergedFields[field], fieldText(kept.card, field), fieldText(gone.card, field)] as const
		),
		both('Должности', kept, gone, ({ posts }) => posts.map(({ title }, at) => `${title} (${periods(posts)[at]})`)),
		both('Предметы', kept, gone, ({ subjects }) => subjects),
		both('Работает', kept, gone, ({ employments }) => periods(employments)),
		both('Роли', kept, gone, ({ roles }) =>
			roles.map(({ role }, at) => `${roleName(role as Role, view.actor.organisation.kind)} (${periods(roles)[at]})`)
		),
		both('Банки', kept, gone, (side) =>
			side.registers.map(
				({ register }, at) => `${registers[register as Register].name} (${periods(side.registers)[at]})`
			)
		),
		both('Логин', kept, gone, ({ login }) => (login ? [login] : []))
	];
	return (
		<Table
			caption="Две записи рядом"
			columns={[
				{ head: 'Сведения', main: true, cell: ([label]: readonly [string, string, string]) => label },
				{ head: 'Остаётся', width: 'wide', cell: ([, one]) => one || <Quiet>нет</Quiet> },
				{ head: 'Присоединяется', width: 'wide', cell: ([, , other]) => other || <Quiet>нет</Quiet> }
			]}
			rows={rows.filter(([, one, other]) => one || other)}
		/>
	);
};

const both = (label: string, kept: MergeSide, gone: MergeSide, of: (side: MergeSide) => readonly string[]) =>
	[label, of(kept).join('; '), of(gone).join('; ')] as const;

/** What was done when two entries became one; the way back. */
export const MergePage = ({ view, merge, problems = {} }: { view: View; merge: Merge; problems?: Problems }) => {
	const { id, keptId, goneId, kept, keptNow, mergedAt, who, undoneAt, record } = merge;
	const people = (record.before ?? []).filter(({ table }) => table === 'people').map(({ row }) => row);
	const moved = movedIn(record);
	const closed = closedIn(record, goneId);
	return (
		<Page
			view={view}
			title={undoneAt ? `Разъединены: ${kept}` : `Объединены: ${kept}`}
			crumbs={[
				{ href: '/people', label: 'Люди' },
				{ href: '/people/duplicates', label: 'Возможные повторы' }
			]}
			notice={view.saved === 'merged' && 'Записи объединены.'}
			actions={
				keptNow && (
					<LinkButton href={`/people/${keptId}`} kind="primary" icon="person">
						Открыть карточку
					</LinkButton>
				)
			}
		>
			<Lede>
				{who}, <Moment at={mergedAt} timeZone={view.actor.timeZone} today={view.now.today} />.
			</Lede>
			<ErrorSummary problems={problems} title="Не разъединено" />
			{people.length === 0 ? (
				<Note title="Сведения удалены">
					<p>Данные этого человека удалены, и запись об объединении больше ничего не помнит.</p>
				</Note>
			) : (
				<Card title="Что было и что сделано">
					<Facts
						facts={[
							...people.map(
								(row) =>
									[
										row.id === keptId ? 'Осталась запись' : 'Присоединена запись',
										[row.family_name, row.given_name, row.patronymic].filter(Boolean).join(' ')
									] as const
							),
							['Перешло', moved.map(({ words, count }) => counted(count, words)).join(', ')],
							['Соединено или закрыто', closed.map(({ words, count }) => counted(count, words)).join(', ')]
						]}
					/>
					{!undoneAt && (
						<>
							<p class="quiet">
								Отмена вернёт каждой записи то, что было её. Записанное после объединения останется у «{kept}».
							</p>
							<ActionForm
								action={`/person-merges/${id}/undoing`}
								label="Разъединить записи"
								token={crypto.randomUUID()}
								kind="danger"
							/>
						</>
					)}
				</Card>
			)}
		</Page>
	);
};
