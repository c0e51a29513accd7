import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { Button, Buttons, ErrorSummary, FileField, FormToken } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note, Pill } from '../../../ui/state';
import { type Column, Table } from '../../../ui/table';
import { counted, Lede, Quiet } from '../../../ui/text';
import type { Finding, FindingKind } from '../rules/checker/paper';
import { documentsCrumb } from './words';

type Props = {
	view: View;
	checked?: { name: string; findings: readonly Finding[] } | undefined;
	values: Values;
	problems?: Problems;
};

const remarks = ['замечание', 'замечания', 'замечаний'] as const;

/** «Проверить документ»: reads a Word file as a careful colleague would before it is signed. */
export const CheckPage = ({ view, checked, values, problems = {} }: Props) => (
	<Page view={view} title="Проверить документ" crumbs={[documentsCrumb]}>
		<Lede>
			{checked
				? checked.findings.length > 0
					? `«${checked.name}»: ${counted(checked.findings.length, remarks)}.`
					: `«${checked.name}»: замечаний нет.`
				: 'Перед подписью: незаполненные места, чужие названия, недействующие акты, имена, падежи и даты.'}
		</Lede>
		{checked && checked.findings.length > 0 && <Findings findings={checked.findings} />}
		{checked && checked.findings.length === 0 && (
			<Note tone="good">
				Программа сверила документ с вашей организацией, людьми, парами и библиотекой актов. Смысл за неё никто не
				прочтёт: посмотрите документ ещё раз сами.
			</Note>
		)}
		<Card title={checked ? 'Проверить другой файл' : 'Файл Word'}>
			<form method="post" action="/document-check" enctype="multipart/form-data">
				<ErrorSummary problems={problems} title="Файл не проверен" />
				<FormToken values={values} />
				<FileField
					name="file"
					label="Документ"
					hint=".docx, до 5 МБ. Файл только читается и нигде не остаётся"
					accept=".docx"
					{...{ values, problems }}
				/>
				<Buttons>
					<Button icon="check">Проверить</Button>
				</Buttons>
			</form>
		</Card>
	</Page>
);

const kinds: Record<FindingKind, string> = {
	blank: 'не заполнено',
	organisation: 'другая организация',
	kind: 'не те слова',
	act: 'акт назван неверно',
	lapsed: 'акт не действует',
	cancelled: 'документ отменён',
	left: 'не работает',
	case: 'падеж',
	sex: 'род',
	day: 'дата',
	order: 'порядок дат',
	period: 'срок пары',
	consent: 'согласие не на месте'
};

/** What is wrong, where, and what should stand there. */
export const Findings = ({ findings }: { findings: readonly Finding[] }) => (
	<Table caption="Замечания" columns={columns} rows={findings} />
);

const columns: Column<Finding>[] = [
	{
		head: 'Написано',
		main: true,
		cell: ({ written, place }) => (
			<>
				«{written}»<span class="result">{place}</span>
			</>
		)
	},
	{ head: 'О чём', cell: ({ kind }) => <Pill tone="warm">{kinds[kind]}</Pill> },
	{ head: 'Что не так', width: 'wide', cell: ({ reason }) => reason },
	{ head: 'Как исправить', cell: ({ mend }) => mend ?? <Quiet>решите сами</Quiet> }
];

/** The same of a stored document, by itself, until it is registered. */
export const CheckedCard = ({ findings }: { findings: readonly Finding[] }) => (
	<Card title="Проверка перед подписью">
		{findings.length === 0 ? (
			<p class="quiet">Замечаний нет.</p>
		) : (
			<>
				<p>{counted(findings.length, remarks)}: поправьте файл в Word и приложите его.</p>
				<Findings findings={findings} />
			</>
		)}
	</Card>
);
