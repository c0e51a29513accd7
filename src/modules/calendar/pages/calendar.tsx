import { addMonths } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ActionForm, Button, DateField, ErrorSummary, Field, FormToken, LinkButton, Select } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, DayRange, Lede } from '../../../ui/text';
import type { CalendarAbout } from '../queries';
import { type Calendar, dayOffKinds, hasCalendar, schoolYearName, termOf, workingDaysIn } from '../rules/calendar';
import { canChangeCalendar } from '../rules/changes';
import { presetNames, presetsFor } from '../rules/presets';
import { Legend, Month } from './month';

type Props = { view: View; calendar: Calendar; about: CalendarAbout; values: Values; problems?: Problems };

/** The year as people see it on a wall, and the words for what is marked there. */
export const CalendarPage = ({ view, calendar, about, values, problems }: Props) => {
	const { actor, now, saved } = view;
	const may = canChangeCalendar(actor);
	const empty = calendar.terms.length === 0 && !calendar.daysOff.some(({ kind }) => kind === 'vacation');
	const notice =
		saved === 'change' && about.lastChange ? (
			<Changed change={about.lastChange} year={about.year} />
		) : saved === 'undone' ? (
			'Изменение календаря отменено'
		) : undefined;
	return (
		<Page
			view={view}
			title={`Календарь ${schoolYearName(about)}`}
			notice={notice}
			crumbs={[{ href: '/organisation', label: 'Организация' }]}
			actions={<Years year={about.year} />}
		>
			<Lede>{sentence(calendar, about, now.today)}</Lede>
			{may && empty && <Presets {...{ view, about }} />}
			<Legend />
			<div class="months">
				{Array.from({ length: 12 }, (_, index) => (
					<Month month={addMonths(about.from, index).slice(0, 7)} calendar={calendar} today={now.today} />
				))}
			</div>
			<Terms {...{ calendar, about, may }} today={now.today} />
			<OwnDays {...{ calendar, may }} today={now.today} />
			{may && <NewDays {...{ about, values, problems }} />}
			{may && !empty && (
				<Fold label="Заполнить год заново по привычному порядку">
					<Presets {...{ view, about }} again />
				</Fold>
			)}
			<StateDays {...{ calendar, about }} today={now.today} />
		</Page>
	);
};

function sentence(calendar: Calendar, about: CalendarAbout, today: string) {
	const week = calendar.workingWeek === 5 ? 'Пятидневная' : 'Шестидневная';
	const days = counted(workingDaysIn(about, calendar), ['рабочий день', 'рабочих дня', 'рабочих дней']);
	const term = termOf(today, calendar);
	return `${week} рабочая неделя, за год ${days}.${term ? ` Сейчас ${term.name}.` : ''}`;
}

type Change = { change: { id: string; what: string }; year: number };

const Changed = ({ change, year }: Change) => (
	<>
		<span>{change.what}.</span>{' '}
		<ActionForm
			action={`/calendar-changes/${change.id}/undoing`}
			label="Отменить"
			token={crypto.randomUUID()}
			kind="quiet"
		>
			<input type="hidden" name="year" value={String(year)} />
		</ActionForm>
	</>
);

const Years = ({ year }: { year: number }) => (
	<>
		{hasCalendar(year - 1) && (
			<LinkButton href={`/calendar/${year - 1}`} icon="back" kind="quiet">
				{year - 1}/{String(year).slice(2)}
			</LinkButton>
		)}
		{hasCalendar(year + 1) && (
			<LinkButton href={`/calendar/${year + 1}`} icon="arrow" kind="quiet">
				{year + 1}/{String(year + 2).slice(2)}
			</LinkButton>
		)}
	</>
);

const Presets = ({ view, about, again = false }: Pick<Props, 'view' | 'about'> & { again?: boolean }) => (
	<Card title={again ? undefined : 'Как устроен ваш год?'}>
		<p>
			Выберите порядок: границы и каникулы заполнятся примерными датами. Сверьте их со своим календарным учебным
			графиком и поправьте.
			{again && ' Нынешние четверти и каникулы этого года заменятся, карантин и другие дни останутся.'}
		</p>
		<form method="post" action={`/calendar/${about.year}/preset`}>
			<FormToken values={{ token: crypto.randomUUID() }} />
			<div class="buttons">
				{presetsFor(view.actor.organisation.kind).map((name, index) => (
					<Button kind={index === 0 && !again ? 'primary' : 'secondary'} name="preset" value={name}>
						{presetNames[name]}
					</Button>
				))}
			</div>
		</form>
	</Card>
);

const Terms = ({ calendar, about, may, today }: Pick<Props, 'calendar' | 'about'> & { may: boolean; today: string }) =>
	calendar.terms.length === 0 && !may ? null : (
		<Card
			title="Четверти, триместры, полугодия"
			actions={
				may && (
					<LinkButton href={`/calendar/${about.year}/terms`} icon="pencil">
						Изменить даты
					</LinkButton>
				)
			}
		>
			{calendar.terms.length === 0 ? (
				<p class="quiet">Год не разделён на периоды.</p>
			) : (
				<Table
					caption="Учебные периоды"
					columns={[
						{ head: 'Период', main: true, cell: ({ name }) => name },
						{ head: 'Дни', cell: ({ from, to }) => <DayRange {...{ from, to, today }} /> },
						{ head: 'Рабочих дней', numeric: true, cell: (term) => workingDaysIn(term, calendar) }
					]}
					rows={calendar.terms}
				/>
			)}
		</Card>
	);

const OwnDays = ({ calendar, may, today }: Pick<Props, 'calendar'> & { may: boolean; today: string }) =>
	calendar.daysOff.length === 0 ? null : (
		<Card title="Каникулы и свои дни">
			<Table
				caption="Каникулы, карантин, нерабочие и рабочие дни организации"
				columns={[
					{ head: 'Что', main: true, cell: ({ name }) => name },
					{ head: 'Вид', cell: ({ kind }) => dayOffKinds[kind] },
					{ head: 'Дни', cell: ({ from, to }) => <DayRange {...{ from, to, today }} /> },
					...(may
						? [
								{
									head: 'Убрать',
									unseen: true,
									cell: ({ id, name }: { id: string; name: string }) => (
										<ActionForm
											action={`/days-off/${id}/removal`}
											label={
												<>
													Убрать<span class="unseen"> {name}</span>
												</>
											}
											token={crypto.randomUUID()}
											kind="quiet"
										/>
									)
								}
							]
						: [])
				]}
				rows={calendar.daysOff}
			/>
		</Card>
	);

const NewDays = ({ about, values, problems }: Pick<Props, 'about' | 'values' | 'problems'>) => (
	<Card title="Добавить дни" id="add">
		<form method="post" action={`/calendar/${about.year}/days-off`}>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<Select
				name="kind"
				label="Что это за дни"
				options={{
					quarantine: 'Карантин',
					vacation: 'Каникулы, летний период',
					'day-off': 'Нерабочий день (региональный праздник, отключение воды)',
					'working-day': 'Рабочий день (перенос, отработка)'
				}}
				{...{ values, problems }}
			/>
			<Field
				name="name"
				label="Название"
				optional
				maxlength={100}
				hint="Например, «Карантин по гриппу»"
				{...{ values, problems }}
			/>
			<DateField name="from" label="Первый день" required {...{ values, problems }} />
			<DateField
				name="to"
				label="Последний день"
				optional
				hint="ДД.ММ.ГГГГ; если день один, оставьте пустым"
				{...{ values, problems }}
			/>
			<Button>Добавить в календарь</Button>
		</form>
	</Card>
);

const StateDays = ({ calendar, about, today }: Pick<Props, 'calendar' | 'about'> & { today: string }) => {
	const known = about.sources.map(({ year }) => year);
	const missing = [about.year, about.year + 1].filter((year) => !known.includes(year));
	const doubtful = about.sources.filter(({ confirmed }) => !confirmed);
	return (
		<>
			{(doubtful.length > 0 || missing.length > 0) && (
				<Note tone="warm" title="Переносы выходных известны не полностью">
					{doubtful.map(({ year }) => (
						<p>
							{year} год: праздники и автоматические переносы по ст. 112 ТК РФ внесены, решение Правительства о
							переносах – нет. Когда оно выйдет, добавьте эти дни выше как нерабочие или рабочие.
						</p>
					))}
					{missing.map((year) => (
						<p>{year} год: праздников в программе ещё нет. Добавьте нужные дни выше.</p>
					))}
				</Note>
			)}
			<Fold label={`Праздники и переносы по закону (${calendar.holidays.size})`}>
				<Table
					caption="Праздники и переносы по закону"
					columns={[
						{ head: 'День', main: true, cell: ({ on }) => <DayRange from={on} to={on} today={today} /> },
						{ head: 'Что', cell: ({ name }) => name },
						{
							head: 'Для кого',
							cell: ({ fiveDayOnly, working }) =>
								fiveDayOnly ? 'только пятидневная неделя' : working ? 'рабочий день' : 'все'
						}
					]}
					rows={[...calendar.holidays.values()]}
				/>
				{about.sources.map(({ year, source }) => (
					<p class="quiet">
						{year}: {source}.
					</p>
				))}
			</Fold>
		</>
	);
};
