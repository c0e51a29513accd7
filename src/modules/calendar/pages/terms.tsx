import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, ErrorSummary, FormToken, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Lede } from '../../../ui/text';
import type { CalendarAbout } from '../queries';
import { schoolYearName } from '../rules/calendar';

type Props = {
	view: View;
	about: CalendarAbout;
	rows: number;
	values: Values;
	problems?: Problems;
	theirs?: Values | undefined;
};

/** All the terms of a year on one screen, a line each. */
export const TermsPage = ({ view, about, rows, values, problems = {}, theirs }: Props) => (
	<Page
		view={view}
		title={`Четверти и периоды ${schoolYearName(about)}`}
		crumbs={[
			{ href: '/organisation', label: 'Организация' },
			{ href: `/calendar/${about.year}`, label: `Календарь ${schoolYearName(about)}` }
		]}
	>
		<Lede>Даты – из вашего календарного учебного графика. Лишнюю строку оставьте пустой.</Lede>
		{theirs && <Theirs {...{ theirs, rows }} />}
		<form method="post" action={`/calendar/${about.year}/terms`}>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<input type="hidden" name="version" value={theirs?.version ?? values.version} />
			<div class="term-rows">
				{Array.from({ length: rows }, (_, row) => (
					<fieldset class="term-row">
						<legend class="unseen">Период {row + 1}</legend>
						<Cell name={`name-${row}`} label="Название" {...{ values, problems }} />
						<Cell name={`from-${row}`} label="С" date {...{ values, problems }} />
						<Cell name={`to-${row}`} label="По" date {...{ values, problems }} />
					</fieldset>
				))}
			</div>
			<div class="buttons">
				<Button>Сохранить периоды</Button>
				<LinkButton href={`/calendar/${about.year}`} kind="quiet">
					Вернуться к календарю
				</LinkButton>
			</div>
		</form>
	</Page>
);

type CellProps = { name: string; label: string; date?: boolean; values: Values; problems: Problems };

const Cell = ({ name, label, date = false, values, problems }: CellProps) => (
	<div class={problems[name] ? 'field wrong' : 'field'}>
		<label for={name}>{label}</label>
		{problems[name] && (
			<p class="problem" id={`${name}-problem`}>
				{problems[name]}
			</p>
		)}
		<input
			id={name}
			name={name}
			value={values[name]}
			maxlength={date ? 10 : 60}
			{...(date && {
				inputmode: 'numeric',
				autocomplete: 'off',
				class: 'short',
				placeholder: 'ДД.ММ.ГГГГ',
				'data-date': true
			})}
			{...(problems[name] && { 'aria-invalid': 'true' as const, 'aria-describedby': `${name}-problem` })}
		/>
	</div>
);

/** What was saved meanwhile, beside what was typed: nothing is lost on either side. */
const Theirs = ({ theirs, rows }: { theirs: Values; rows: number }) => (
	<Note tone="warm" title="Пока вы правили, периоды изменил кто-то другой">
		<p>Сейчас сохранено так:</p>
		<ul>
			{Array.from({ length: rows }, (_, row) => row)
				.filter((row) => theirs[`name-${row}`])
				.map((row) => (
					<li>
						{theirs[`name-${row}`]}: {theirs[`from-${row}`]} – {theirs[`to-${row}`]}
					</li>
				))}
		</ul>
		<p>Ниже – то, что ввели вы. Сохраните ещё раз, и останется ваше.</p>
	</Note>
);
