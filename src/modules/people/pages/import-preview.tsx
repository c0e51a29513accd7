import type { Problems, Values } from '../../../core/forms';
import { shortName } from '../../../core/names';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { DuplicatesNote } from '../../../ui/duplicates-note';
import { ActionForm, Button, Checkbox, DateField, ErrorSummary, FormToken, LinkButton, Select } from '../../../ui/form';
import type { IconName } from '../../../ui/icon';
import { Empty, Filters } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Pill, type Tone } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Lede, Quiet } from '../../../ui/text';
import type { StaffImport } from '../queries/staff-import';
import { type Draft, headingsOf } from '../rules/staff-import/draft';
import { fieldLabels } from '../rules/staff-import/headers';
import { countFates, type Fate, type FateState, fateNames, withoutFirstDay } from '../rules/staff-import/matching';

type Props = {
	view: View;
	list: StaffImport;
	draft: Draft;
	fates: readonly Fate[];
	show: FateState | undefined;
	values: Values;
	problems?: Problems;
};

const looks: Record<FateState, { tone: Tone; icon: IconName }> = {
	new: { tone: 'good', icon: 'plus' },
	changed: { tone: 'accent', icon: 'pencil' },
	same: { tone: 'calm', icon: 'check' },
	error: { tone: 'lost', icon: 'alert' },
	ignored: { tone: 'calm', icon: 'circle' }
};

/** Every line with what will become of it; nothing is loaded yet. */
export const PreviewPage = ({ view, list, draft, fates, show, values, problems = {} }: Props) => {
	const counts = countFates(fates);
	const here = `/people/imports/${list.id}`;
	const shown = show ? fates.filter(({ state }) => state === show) : fates.filter(({ state }) => state !== 'ignored');
	return (
		<Page
			view={view}
			title="Проверьте список"
			crumbs={[
				{ href: '/people', label: 'Люди' },
				{ href: '/people/import', label: 'Загрузка списка' }
			]}
		>
			<Lede>{sentence(list.sourceName, counts)}</Lede>
			<ErrorSummary problems={problems} />
			<Accept {...{ here, fates, counts, values, problems }} />
			<Fold label="Что понято в столбцах" open={Boolean(problems.columns)}>
				<ColumnsForm {...{ here, draft, problems }} />
			</Fold>
			<Filters
				filters={[
					{ href: here, label: 'все люди', count: fates.length - counts.ignored, current: !show },
					...(Object.keys(fateNames) as FateState[])
						.filter((state) => counts[state] > 0)
						.map((state) => ({
							href: `${here}?show=${state}`,
							label: fateNames[state],
							count: counts[state],
							current: show === state
						}))
				]}
			/>
			<Lines fates={shown} />
		</Page>
	);
};

function sentence(source: string, counts: Record<FateState, number>) {
	const parts = [
		counts.new > 0 && counted(counts.new, ['новый человек', 'новых человека', 'новых человек']),
		counts.changed > 0 && `у ${counts.changed} изменятся сведения`,
		counts.same > 0 && `${counts.same} без изменений`,
		counts.error > 0 && counted(counts.error, ['строка с ошибкой', 'строки с ошибками', 'строк с ошибками'])
	].filter(Boolean);
	return `«${source}»: ${parts.join(', ') || 'людей не найдено'}. Пока ничего не загружено.`;
}

function nothing({ error, same }: Record<FateState, number>) {
	if (error === 0) return 'Всё уже загружено: изменений нет';
	return same === 0 ? 'Загружать пока нечего: все строки с ошибками' : 'Изменений нет, остались строки с ошибками';
}

type AcceptProps = Pick<Props, 'fates' | 'values'> & {
	here: string;
	counts: Record<FateState, number>;
	problems: Problems;
};

const Accept = ({ here, fates, counts, values, problems }: AcceptProps) => {
	const count = counts.new + counts.changed;
	const undated = withoutFirstDay(fates);
	const given = { values, problems };
	return (
		<Card>
			{count === 0 ? (
				<Empty title={nothing(counts)} />
			) : (
				<form method="post" action={`${here}/acceptance`}>
					<FormToken values={values} />
					<input type="hidden" name="expected" value={values.expected} />
					{undated > 0 && (
						<DateField
							name="employedOn"
							label="С какого дня работают те, у кого даты приёма нет"
							hint={`Таких ${counted(undated, ['человек', 'человека', 'человек'])}. ДД.ММ.ГГГГ; потом можно исправить на карточке`}
							{...given}
						/>
					)}
					{counts.error > 0 && (
						<Checkbox
							name="withoutErrors"
							label={`Загрузить без строк с ошибками (${counts.error})`}
							hint="Их можно исправить в файле и загрузить его ещё раз: повторов не будет"
							{...given}
						/>
					)}
					<Button>Загрузить {counted(count, ['человека', 'человек', 'человек'])}</Button>
				</form>
			)}
			<div class="buttons">
				{counts.error > 0 && (
					<LinkButton href={`${here}/errors`} icon="download" kind="quiet">
						Скачать строки с ошибками
					</LinkButton>
				)}
				<ActionForm action={`${here}/discarding`} label="Не загружать" token={crypto.randomUUID()} kind="quiet" />
			</div>
		</Card>
	);
};

const ColumnsForm = ({ here, draft, problems }: { here: string; draft: Draft; problems: Problems }) => (
	<form method="post" action={`${here}/columns`} id="columns">
		<FormToken values={{ token: crypto.randomUUID() }} />
		{problems.columns && <p class="problem">{problems.columns}</p>}
		<div class="column-choices">
			{headingsOf(draft).map((heading, index) => (
				<Select
					name={`column-${index}`}
					label={heading || `Столбец ${index + 1} без заголовка`}
					empty="не загружать"
					options={fieldLabels}
					values={{ [`column-${index}`]: draft.columns[index] ?? '' }}
				/>
			))}
		</div>
		<Button kind="secondary">Понять столбцы так</Button>
	</form>
);

const Lines = ({ fates }: { fates: readonly Fate[] }) => (
	<Table
		caption="Строки списка"
		columns={[
			{ head: 'Строка', numeric: true, width: 'narrow', cell: ({ number }) => number },
			{ head: 'Имя', main: true, cell: nameOf },
			{
				head: 'Должность',
				cell: (fate) => ('told' in fate ? fate.told.post : fate.state === 'error' ? fate.post : '')
			},
			{
				head: 'Что будет',
				cell: ({ state }) => (
					<Pill tone={looks[state].tone} icon={looks[state].icon}>
						{fateNames[state]}
					</Pill>
				)
			},
			{ head: 'Подробнее', cell: Details }
		]}
		rows={fates}
	/>
);

const nameOf = (fate: Fate) => {
	if ('told' in fate) {
		const { familyName, givenName, patronymic } = fate.told;
		return <span title={shortName(fate.told)}>{[familyName, givenName, patronymic].filter(Boolean).join(' ')}</span>;
	}
	return fate.state === 'error' ? fate.name || 'без имени' : fate.text || 'пусто';
};

const Details = (fate: Fate) => {
	if (fate.state === 'error') {
		return (
			<ul class="plain">
				{fate.problems.map((problem) => (
					<li>{problem}</li>
				))}
			</ul>
		);
	}
	if (fate.state === 'ignored') return <Quiet>{fate.why}</Quiet>;
	if (fate.state !== 'changed') return null;
	return (
		<ul class="plain">
			{fate.differences.map(({ label, from, to }) => (
				<li>
					{label}: <Quiet>{from}</Quiet> → {to}
				</li>
			))}
		</ul>
	);
};

/** After a list was loaded or left. */
export const ImportDonePage = ({ view, list, duplicates }: { view: View; list: StaffImport; duplicates: number }) => {
	const { outcome } = list;
	return (
		<Page
			view={view}
			title={outcome ? 'Список загружен' : 'Загрузка отменена'}
			crumbs={[{ href: '/people', label: 'Люди' }]}
		>
			<Lede>
				{outcome
					? `Добавлено: ${outcome.added}, изменено: ${outcome.changed}, без изменений: ${outcome.same}${outcome.skipped > 0 ? `, пропущено с ошибками: ${outcome.skipped}` : ''}.`
					: `«${list.sourceName}»: ничего не загружено, прочитанное забыто.`}
			</Lede>
			<DuplicatesNote count={duplicates} />
			<div class="buttons">
				<LinkButton href="/people" kind="primary" icon="person">
					К списку людей
				</LinkButton>
				<LinkButton href="/people/import" icon="upload">
					Загрузить ещё один файл
				</LinkButton>
			</div>
		</Page>
	);
};
