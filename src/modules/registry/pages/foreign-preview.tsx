import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ActionForm, Button, Checkbox, DateField, ErrorSummary, FormToken, LinkButton, Select } from '../../../ui/form';
import type { IconName } from '../../../ui/icon';
import { Empty, Filters } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Pill, type Tone } from '../../../ui/state';
import { Pager, Table } from '../../../ui/table';
import { counted, Lede, Quiet } from '../../../ui/text';
import type { RegisterImport } from '../queries/exchange';
import { type ForeignDraft, headingsOf, takenFields } from '../rules/exchange/columns';
import { countStates, type ForeignFate, type ForeignState, foreignStates, undated } from '../rules/exchange/fates';
import { registerCrumbs } from './exchange';

export const fatesOnPage = 100;
type Props = {
	view: View;
	file: RegisterImport;
	draft: ForeignDraft;
	fates: readonly ForeignFate[];
	show: ForeignState | undefined;
	page: number;
	values: Values;
	problems?: Problems;
};

const looks: Record<ForeignState, { tone: Tone; icon: IconName }> = {
	new: { tone: 'good', icon: 'plus' },
	entered: { tone: 'good', icon: 'arrow' },
	changed: { tone: 'accent', icon: 'pencil' },
	same: { tone: 'calm', icon: 'check' },
	doubtful: { tone: 'warm', icon: 'help' },
	error: { tone: 'lost', icon: 'alert' },
	ignored: { tone: 'calm', icon: 'circle' }
};
/** What asks for a decision stands first. */
const order: readonly ForeignState[] = ['error', 'doubtful', 'new', 'entered', 'changed', 'same', 'ignored'];

/** Every row with what will become of it; nothing is loaded yet. */
export const ForeignPreviewPage = ({ view, file, draft, fates, show, page, values, problems = {} }: Props) => {
	const counts = countStates(fates);
	const here = `/register-imports/${file.id}`;
	const at = (state: ForeignState | undefined, on = 1) => {
		const query = new URLSearchParams({
			...(state && { show: state }),
			...(on > 1 && { page: String(on) })
		}).toString();
		return query ? `${here}?${query}` : here;
	};
	const wanted = fates.filter(({ state }) => (show ? state === show : state !== 'ignored'));
	const sorted = order.flatMap((state) => wanted.filter((fate) => fate.state === state));
	return (
		<Page view={view} title="Проверьте файл" crumbs={registerCrumbs(file.register)}>
			<Lede>{sentence(file.sourceName, counts)}</Lede>
			<ErrorSummary problems={problems} />
			<Accept {...{ here, fates, counts, values, problems }} />
			<Fold label="Что понято в столбцах" open={Boolean(problems.columns)}>
				<ColumnsForm {...{ here, file, draft, problems }} />
			</Fold>
			<Filters
				filters={[
					{ href: here, label: 'все люди', count: fates.length - counts.ignored, current: !show },
					...order
						.filter((state) => counts[state] > 0)
						.map((state) => ({
							href: at(state),
							label: foreignStates[state],
							count: counts[state],
							current: show === state
						}))
				]}
			/>
			<Lines fates={sorted.slice((page - 1) * fatesOnPage, page * fatesOnPage)} here={here} />
			<Pager page={page} pages={Math.ceil(sorted.length / fatesOnPage)} href={(on) => at(show, on)} />
		</Page>
	);
};

function sentence(source: string, counts: Record<ForeignState, number>) {
	const parts = [
		counts.new > 0 && counted(counts.new, ['новый человек', 'новых человека', 'новых человек']),
		counts.entered > 0 && `войдут в банк ${counts.entered} из вашего списка`,
		counts.changed > 0 && `у ${counts.changed} изменятся сведения`,
		counts.same > 0 && `${counts.same} без изменений`,
		counts.doubtful > 0 && counted(counts.doubtful, ['вопрос', 'вопроса', 'вопросов']),
		counts.error > 0 && counted(counts.error, ['строка с ошибкой', 'строки с ошибками', 'строк с ошибками'])
	].filter(Boolean);
	return `«${source}»: ${parts.join(', ') || 'людей не найдено'}. Пока ничего не загружено.`;
}

type AcceptProps = {
	here: string;
	fates: readonly ForeignFate[];
	counts: Record<ForeignState, number>;
	values: Values;
	problems: Problems;
};

const Accept = ({ here, fates, counts, values, problems }: AcceptProps) => {
	const count = counts.new + counts.entered + counts.changed;
	const rest = counts.error + counts.doubtful;
	const given = { values, problems };
	return (
		<Card>
			{count === 0 ? (
				<Empty title={rest > 0 ? 'Сначала ответьте на вопросы по строкам' : 'Всё уже в банке: изменений нет'} />
			) : (
				<form method="post" action={`${here}/acceptance`}>
					<FormToken values={values} />
					<input type="hidden" name="expected" value={values.expected} />
					{undated(fates) > 0 ? (
						<DateField
							name="since"
							label="С какого дня в банке те, у кого день не указан"
							hint={`Таких ${counted(undated(fates), ['человек', 'человека', 'человек'])}. ДД.ММ.ГГГГ`}
							{...given}
						/>
					) : (
						<input type="hidden" name="since" value={values.since} />
					)}
					{counts.new > 0 && (
						<DateField
							name="employedOn"
							label="С какого дня у вас работают новые люди"
							hint="ДД.ММ.ГГГГ; потом можно исправить на карточке"
							{...given}
						/>
					)}
					{rest > 0 && (
						<Checkbox
							name="withoutRest"
							label={`Загрузить без строк с ошибками и вопросами (${rest})`}
							hint="Их можно загрузить потом этим же файлом: повторов не будет"
							{...given}
						/>
					)}
					<Button>Загрузить {counted(count, ['человека', 'человек', 'человек'])}</Button>
				</form>
			)}
			<div class="buttons">
				{rest > 0 && (
					<LinkButton href={`${here}/errors`} icon="download" kind="quiet">
						Скачать эти строки
					</LinkButton>
				)}
				<ActionForm action={`${here}/discarding`} label="Не загружать" token={crypto.randomUUID()} kind="quiet" />
			</div>
		</Card>
	);
};

type ColumnsProps = { here: string; file: RegisterImport; draft: ForeignDraft; problems: Problems };

const ColumnsForm = ({ here, file, draft, problems }: ColumnsProps) => (
	<form method="post" action={`${here}/columns`} id="columns">
		<FormToken values={{ token: crypto.randomUUID() }} />
		{problems.columns && <p class="problem">{problems.columns}</p>}
		<div class="column-choices">
			{headingsOf(draft).map((heading, at) => (
				<Select
					name={`column-${at}`}
					label={heading || `Столбец ${at + 1} без заголовка`}
					empty="не загружать"
					options={takenFields(file.register)}
					values={{ [`column-${at}`]: draft.columns[at] ?? '' }}
				/>
			))}
		</div>
		<Button kind="secondary">Понять столбцы так</Button>
	</form>
);

const Lines = ({ fates, here }: { fates: readonly ForeignFate[]; here: string }) => (
	<Table
		caption="Строки файла"
		columns={[
			{ head: 'Строка', numeric: true, width: 'narrow', cell: ({ number }: ForeignFate) => number },
			{ head: 'Имя', main: true, cell: ({ name }) => name || 'без имени' },
			{
				head: 'Что будет',
				cell: ({ state }) => (
					<Pill tone={looks[state].tone} icon={looks[state].icon}>
						{foreignStates[state]}
					</Pill>
				)
			},
			{ head: 'Подробнее', width: 'wide', cell: (fate) => <Details fate={fate} /> },
			{
				head: 'Исправить',
				unseen: true,
				cell: ({ number, state }) => (
					<a href={`${here}/rows/${number}`}>{state === 'doubtful' ? 'Решить' : 'Исправить'}</a>
				)
			}
		]}
		rows={fates}
	/>
);

const Details = ({ fate }: { fate: ForeignFate }) => {
	if (fate.state === 'error')
		return (
			<ul class="plain">
				{fate.problems.map((problem) => (
					<li>{problem}</li>
				))}
			</ul>
		);
	if (fate.state === 'ignored') return <Quiet>{fate.why}</Quiet>;
	if (fate.state === 'doubtful')
		return (
			<>
				{fate.why}{' '}
				{fate.candidates.slice(0, 3).map(({ person, because }) => (
					<Quiet>
						<br />
						{person.familyName} {person.givenName} {person.patronymic}: {because}
					</Quiet>
				))}
			</>
		);
	return (
		<ul class="plain">
			<li>
				<Quiet>{fate.because}</Quiet>
			</li>
			{[...fate.differences, ...fate.changes].map(({ label, from, to }) => (
				<li>
					{label}: {from && <Quiet>{from} → </Quiet>}
					{to.length > 300 ? `${to.slice(0, 297)}…` : to}
				</li>
			))}
			{fate.remarks.map((remark) => (
				<li>
					<Quiet>{remark}</Quiet>
				</li>
			))}
		</ul>
	);
};
