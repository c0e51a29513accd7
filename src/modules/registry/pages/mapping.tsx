import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { ClosedToo, Closes } from '../../../ui/closes';
import {
	ActionForm,
	Button,
	Buttons,
	Checkbox,
	ErrorSummary,
	Field,
	FormToken,
	LinkButton,
	RadioGroup,
	Select
} from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Lede, Quiet } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import type { SavedMapping } from '../queries/exchange';
import type { PlainTable } from '../rules/columns';
import { fieldsOf } from '../rules/columns';
import { dayForms, delimiters, encodings, withoutConsent, yesForms } from '../rules/exchange/mapping';
import type { Register } from '../rules/registers';
import { registerCrumbs } from './exchange';
import { WideTable } from './table';

type CardProps = {
	view: View;
	mapping: SavedMapping;
	table: PlainTable; // of the first few
	count: number; // who goes into the file
	without: readonly string[]; // names of those who did not agree
	leftOut: boolean;
	strict: boolean;
	closable: readonly Closable[];
	closed: number;
	chosen?: readonly string[] | undefined;
	values: Values;
	problems: Problems;
};

const people = ['человек', 'человека', 'человек'] as const;

/** What the file will hold and who stays out of it, before it is carried away. */
export const MappingPage = ({ view, mapping, table, count, without, leftOut, strict, ...marking }: CardProps) => {
	const { id, name, register, form } = mapping;
	const { closable, closed, chosen, values, problems } = marking;
	return (
		<Page
			view={view}
			title={name}
			crumbs={registerCrumbs(register)}
			notice={
				view.saved === 'mapping' ? (
					'Порядок столбцов сохранён.'
				) : view.saved === 'closed' ? (
					<span>
						Файл приложен
						<ClosedToo count={closed} />.
					</span>
				) : undefined
			}
			actions={
				<>
					<LinkButton href={`/exchange-mappings/${id}/edit`} icon="pencil">
						Изменить столбцы
					</LinkButton>
					{count > 0 && (
						<LinkButton href={`/exchange-mappings/${id}/export/xlsx`} kind="primary" icon="download" download>
							Скачать Excel
						</LinkButton>
					)}
				</>
			}
		>
			<Lede>
				{count === 0
					? 'В файл пока некого включить.'
					: `В файл войдёт ${counted(count, people)} из тех, кто сегодня в банке.`}
			</Lede>
			{without.length > 0 && (
				<Note
					tone="warm"
					title={
						leftOut
							? `Останутся вне файла ${counted(without.length, people)}: нет согласия на передачу сведений`
							: `У ${counted(without.length, ['человека', 'человек', 'человек'])} в файле нет согласия на передачу сведений`
					}
				>
					<p>{without.join(', ')}.</p>
					<p>
						{leftOut && strict
							? 'В школе строгий порядок согласий: без согласия сведения не передают. '
							: leftOut
								? 'Так выбрано в этом порядке столбцов. '
								: 'Отправляйте такой файл, только если он не уходит за пределы организации. '}
						<a href="/consents/sheets/transfer">Напечатать листы согласий</a>
					</p>
				</Note>
			)}
			{count > 0 && (
				<>
					<h2>Первые строки файла</h2>
					<WideTable table={table} caption={`Первые строки: ${name}`} />
					<p class="exports">
						<span>Скачать:</span>
						<a href={`/exchange-mappings/${id}/export/xlsx`} download>
							Excel
						</a>
						<a href={`/exchange-mappings/${id}/export/csv`} download>
							CSV, {encodings[form.encoding].split(' ')[0]}, {delimiters[form.delimiter]}
						</a>
					</p>
				</>
			)}
			{closable.length > 0 && count > 0 && (
				<form method="post" action={`/exchange-mappings/${id}/closing`}>
					<ErrorSummary problems={problems} />
					<FormToken values={values} />
					<Closes {...{ closable, chosen }} today={view.now.today} />
					<Button kind="secondary" icon="check">
						Файл передан: отметить в дорожной карте
					</Button>
				</form>
			)}
			<Card title="Как устроен файл">
				<Facts
					facts={[
						['Даты', dayForms[form.days]],
						['Да и нет', yesForms[form.yes].join(' и ')],
						['CSV', `${encodings[form.encoding]}, ${delimiters[form.delimiter]}`],
						['Нет согласия на передачу', strict ? withoutConsent['left-out'] : withoutConsent[form.consent]]
					]}
				/>
				<p class="quiet">Кто унёс файл с контактами, отмечается в журнале чтений каждого человека.</p>
				<ActionForm
					action={`/exchange-mappings/${id}/removal`}
					label="Убрать этот порядок столбцов"
					token={crypto.randomUUID()}
					kind="quiet"
				/>
			</Card>
		</Page>
	);
};

type FormProps = {
	view: View;
	register: Register;
	mapping?: SavedMapping | undefined;
	values: Values;
	strict: boolean;
	problems?: Problems;
};

/** Which columns, in which order, under which headings; how values are written. Numbers make the order, so that it works anywhere. */
export const MappingFormPage = ({ view, register, mapping, values, strict, problems = {} }: FormProps) => {
	const given = { values, problems };
	const fields = Object.entries(fieldsOf[register]).sort(([a], [b]) => place(values, a) - place(values, b));
	const chosen = fields.filter(([field]) => place(values, field) < unplaced);
	const rest = fields.filter(([field]) => place(values, field) === unplaced);
	return (
		<Page view={view} title={mapping ? `Столбцы: ${mapping.name}` : 'Столбцы файла'} crumbs={registerCrumbs(register)}>
			<Lede>Номер говорит, которым по счёту стоит столбец; пустой номер – столбца в файле нет.</Lede>
			<form method="post" action={mapping ? `/exchange-mappings/${mapping.id}` : `/registry/${register}/mappings`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={values.version} />
				<Field
					name="name"
					label="Для кого файл"
					hint="Например: АСУ РСО; РЦ, ноябрь; для себя"
					maxlength={80}
					{...given}
				/>
				<div id="columns">
					<Columns rows={chosen} caption="Столбцы файла" {...given} />
					<Fold label={`Чего в файле нет (${rest.length})`} open={problems.columns !== undefined}>
						<Columns rows={rest} caption="Остальные столбцы" {...given} />
					</Fold>
				</div>
				<Fold label="Как писать значения: даты, да и нет, кодировка" open={hasWrong(problems)}>
					<Select name="days" label="Даты" options={dayForms} {...given} />
					<Select
						name="yes"
						label="Да и нет"
						options={Object.fromEntries(Object.entries(yesForms).map(([key, words]) => [key, words.join(' / ')]))}
						{...given}
					/>
					<Select name="encoding" label="Кодировка CSV" options={encodings} {...given} />
					<Select name="delimiter" label="Разделитель CSV" options={delimiters} {...given} />
					<Checkbox name="numbered" label="Первый столбец – номер по порядку" {...given} />
				</Fold>
				{strict ? (
					<>
						<input type="hidden" name="consent" value="left-out" />
						<p class="quiet">В школе строгий порядок: кто не дал согласия на передачу сведений, в файл не попадает.</p>
					</>
				) : (
					<RadioGroup
						name="consent"
						label="У кого нет согласия на передачу сведений"
						options={{
							'left-out': { label: withoutConsent['left-out'], hint: 'если файл уходит в РЦ, управление, АИС' },
							warned: { label: withoutConsent.warned, hint: 'если файл остаётся в школе' }
						}}
						{...given}
					/>
				)}
				<Buttons>
					<Button>Сохранить порядок столбцов</Button>
					<LinkButton href={`/registry/${register}/exchange`} kind="quiet">
						Не сохранять
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};

const unplaced = 1000;
const place = (values: Values, field: string) => Number(values[`place-${field}`]) || unplaced;
const hasWrong = ({ days, yes, encoding, delimiter }: Problems) => Boolean(days || yes || encoding || delimiter);

const Columns = ({
	rows,
	caption,
	values,
	problems
}: {
	rows: readonly (readonly [string, { heading: string }])[];
	caption: string;
	values: Values;
	problems: Problems;
}) => (
	<Table
		caption={caption}
		columns={[
			{
				head: '№',
				cell: ([field, { heading }]: readonly [string, { heading: string }]) => (
					<input
						name={`place-${field}`}
						id={`place-${field}`}
						value={values[`place-${field}`]}
						class="short"
						inputmode="numeric"
						maxlength={2}
						size={3}
						aria-label={`Номер столбца: ${heading}`}
						aria-invalid={problems[`place-${field}`] ? 'true' : undefined}
					/>
				)
			},
			{ head: 'Что в столбце', main: true, cell: ([, { heading }]) => <Quiet>{heading}</Quiet> },
			{
				head: 'Заголовок в файле',
				width: 'wide',
				cell: ([field, { heading }]) => (
					<input
						name={`heading-${field}`}
						value={values[`heading-${field}`] ?? heading}
						maxlength={150}
						aria-label={`Заголовок в файле: ${heading}`}
					/>
				)
			}
		]}
		rows={rows}
	/>
);
