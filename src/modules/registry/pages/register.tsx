import { showDate } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { ActionForm, DateField, ErrorSummary, Field, LinkButton, Select } from '../../../ui/form';
import { BulkButton, BulkForm, Empty, Exports, Filters, QuickFilter, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Pager, Table } from '../../../ui/table';
import { counted, Lede } from '../../../ui/text';
import type { ConsentKind } from '../../consents/rules/kinds';
import type { RegisterLine } from '../rules/line';
import { leavingReasons, type Register, registers } from '../rules/registers';
import type { TopicNames } from '../rules/topics';
import {
	addressOf,
	filterLabel,
	pageSize,
	type RegisterFilter,
	type RegisterSort,
	type RegisterWanted,
	registerFilters
} from '../rules/wanted';
import { columnsOf } from './columns';

type Props = {
	view: View;
	register: Register;
	lines: readonly RegisterLine[];
	counts: Record<RegisterFilter, number>;
	/** To choose from: groups and subjects of everybody in the register. */
	groups: readonly { id: string; code: string }[];
	subjects: readonly string[];
	wanted: RegisterWanted;
	asked: readonly ConsentKind[];
	strict: boolean;
	names: TopicNames;
	/** An act just done, to be undone: its address. */
	undo?: string | undefined;
	values: Values;
	chosen?: readonly string[];
	problems?: Problems;
};

const notices: Record<string, string> = {
	entered: 'Внесены в банк.',
	left: 'Выбытие записано.',
	undone: 'Отменено',
	decided: 'Решение записано.',
	accepted: 'Таблица принята.'
};

/** One register: who is in it, what they ask or offer, what is missing. */
export const RegisterPage = (props: Props) => {
	const { view, register, lines, counts, wanted, undo, asked, strict, names } = props;
	const { name } = registers[register];
	const { today } = view.now;
	const nobody = counts.here + counts.former === 0 && !wanted.q && !wanted.group && !wanted.subject;
	const said = notices[view.saved ?? ''];
	return (
		<Page
			view={view}
			title={name}
			crumbs={[
				{ href: '/people', label: 'Люди' },
				{ href: '/registry', label: 'Банки и запросы' }
			]}
			notice={
				said && (
					<>
						<span>{said}</span>{' '}
						{undo && <ActionForm action={undo} label="Отменить" token={crypto.randomUUID()} kind="quiet" />}
					</>
				)
			}
			actions={
				!nobody && (
					<>
						<LinkButton href={`/registry/${register}/editions`} kind="quiet" icon="check">
							Утверждение
						</LinkButton>
						<LinkButton href={`/registry/${register}/new`} kind="primary" icon="plus">
							Внести в банк
						</LinkButton>
					</>
				)
			}
		>
			{nobody ? <Nobody register={register} /> : <Lede>{sentence(register, counts, strict)}</Lede>}
			{!nobody && <Tools {...props} />}
			{!nobody && lines.length === 0 && (
				<Empty title="Здесь никого нет" icon="person">
					<p>{wanted.q ? `По запросу «${wanted.q}» никого не нашлось.` : 'Под этот выбор никто не подходит.'}</p>
				</Empty>
			)}
			{lines.length > 0 && (
				<>
					<ErrorSummary problems={props.problems ?? {}} />
					<BulkForm action={`/registry/${register}/leaving`} token={props.values.token ?? ''} bar={<Bar {...props} />}>
						<Table
							caption={name}
							choose={({ personId, name: who, entry }) =>
								entry.leftReason
									? undefined
									: {
											name: 'person',
											value: personId,
											label: `Выбрать: ${who}`,
											checked: props.chosen?.includes(personId) ?? false
										}
							}
							columns={columnsOf({ register, asked, names, today, former: wanted.filter === 'former' })}
							rows={lines}
							sorting={{
								by: wanted.sort,
								descending: wanted.descending,
								href: (by, descending) => addressOf(register, wanted, { sort: by as RegisterSort, descending })
							}}
						/>
					</BulkForm>
				</>
			)}
			<Pager
				page={wanted.page}
				pages={Math.ceil((counts[wanted.filter] ?? 0) / pageSize)}
				href={(page) => addressOf(register, wanted, { page })}
			/>
			{lines.length > 0 && (
				<Exports
					files={[
						{ href: addressOf(register, wanted, {}, '/export/xlsx'), label: 'Excel' },
						{ href: addressOf(register, wanted, {}, '/export/csv'), label: 'CSV' }
					]}
				/>
			)}
		</Page>
	);
};

const Tools = ({ register, counts, groups, subjects, wanted }: Props) => (
	<>
		<Toolbar>
			<Filters
				filters={(Object.keys(registerFilters) as RegisterFilter[])
					.filter((filter) => filter !== 'drafts' || counts.drafts > 0 || wanted.filter === 'drafts')
					.map((filter) => ({
						href: addressOf(register, wanted, { filter }),
						label: filterLabel(filter, register),
						count: counts[filter],
						current: filter === wanted.filter
					}))}
			/>
			<QuickFilter action={`/registry/${register}`} value={wanted.q} label="Имя, должность, предмет, запрос" />
		</Toolbar>
		{groups.length + subjects.length > 0 && (
			<Fold label="Группа и предмет" open={wanted.group !== '' || wanted.subject !== ''}>
				{groups.length > 0 && (
					<Filters
						label="Группа"
						filters={[
							{ href: addressOf(register, wanted, { group: '' }), label: 'любая группа', current: !wanted.group },
							...groups.map(({ id, code }) => ({
								href: addressOf(register, wanted, { group: id }),
								label: code,
								current: wanted.group === id
							}))
						]}
					/>
				)}
				{subjects.length > 0 && (
					<Filters
						label="Предмет"
						filters={[
							{ href: addressOf(register, wanted, { subject: '' }), label: 'любой предмет', current: !wanted.subject },
							...subjects.map((subject) => ({
								href: addressOf(register, wanted, { subject }),
								label: subject,
								current: wanted.subject === subject
							}))
						]}
					/>
				)}
			</Fold>
		)}
		<p class="quiet">
			<a href={addressOf(register, wanted, {}, '/table')}>Таблица для печати со всеми столбцами</a>
			{' · '}
			<a href={`/registry/${register}/exchange`}>Обмен файлами: РЦ, АИС, АСУ РСО</a>
		</p>
	</>
);

const Bar = ({ view, values, problems = {}, wanted }: Props) =>
	wanted.filter === 'former' ? null : (
		<>
			<DateField
				name="on"
				label="Последний день в банке"
				problems={problems}
				values={{ on: showDate(view.now.today), ...values }}
			/>
			<Select name="reason" label="Причина" options={leavingReasons} {...{ values, problems }} />
			<Field name="note" label="Пояснение" maxlength={500} optional {...{ values, problems }} />
			<BulkButton value="leave" icon="exit">
				Записать выбытие
			</BulkButton>
		</>
	);

const Nobody = ({ register }: { register: Register }) => (
	<Empty
		title={register === 'mentors' ? 'В банке наставников пока никого' : 'В банке наставляемых пока никого'}
		icon="person"
		action={
			<LinkButton href={`/registry/${register}/new`} kind="primary" icon="plus">
				Внести из списка сотрудников
			</LinkButton>
		}
	>
		<p>
			{register === 'mentors'
				? 'Внесите тех, кто готов помогать коллегам: программа подскажет по группам, кто может быть наставником.'
				: 'Внесите тех, кому нужна помощь: программа подскажет по группам, кому нужен наставник.'}{' '}
			Есть готовая таблица? <a href={`/registry/${register}/import`}>Загрузите файл</a>.
		</p>
	</Empty>
);

function sentence(register: Register, counts: Record<RegisterFilter, number>, strict: boolean) {
	const here = counted(counts.here, registers[register].forms);
	const word = register === 'mentees' ? 'без запроса' : 'без предложения';
	const lacks = [
		counts['no-word'] > 0 && `${word} ${counts['no-word']}`,
		counts['no-consent'] > 0 && `нет согласия у ${counts['no-consent']}`
	].filter(Boolean);
	const rest = lacks.length > 0 ? `: ${lacks.join(', ')}` : '';
	return `Сейчас в банке ${here}, в программе ${counts.working}${rest}.${strict ? ' Порядок строгий: без согласий в банк не вносят.' : ''}`;
}
