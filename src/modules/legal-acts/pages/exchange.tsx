import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { Button, Buttons, ErrorSummary, FileField, FormToken, LinkButton } from '../../../ui/form';
import { Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Pill } from '../../../ui/state';
import { type Column, Table } from '../../../ui/table';
import { counted, dayText, Lede, Quiet } from '../../../ui/text';
import { actFieldNames } from '../rules/act';
import { hasConflict, type LibraryFile, type Proposal } from '../rules/exchange';
import { actName } from '../rules/library';
import { libraryCrumb } from './words';

type Props = { view: View; values: Values; problems?: Problems };

/** «Обмен файлом»: a district keeps the acts, its schools take them. */
export const ExchangePage = ({ view, values, problems = {} }: Props) => (
	<Page view={view} title="Обмен файлом" crumbs={[libraryCrumb]}>
		<Lede>
			Один ведёт библиотеку за всех, остальные берут её файлом. Ваши локальные акты в файл не попадают и из файла не
			меняются.
		</Lede>
		<Card title="Отдать">
			<p>Все федеральные, региональные и муниципальные акты вашей библиотеки.</p>
			<Exports files={[{ href: '/legal-acts/library.json', label: 'Библиотека актов.json' }]} />
		</Card>
		<Card title="Взять">
			<form method="post" action="/legal-acts/comparison" enctype="multipart/form-data">
				<ErrorSummary problems={problems} title="Файл не прочитан" />
				<FormToken values={values} />
				<FileField
					name="file"
					label="Файл библиотеки"
					hint="Сначала программа покажет, что изменится; ничего не берётся без вас"
					accept=".json"
					{...{ values, problems }}
				/>
				<Buttons>
					<Button icon="upload">Сравнить с моей</Button>
				</Buttons>
			</form>
		</Card>
	</Page>
);

type Compared = Props & { file: LibraryFile; text: string; proposals: readonly Proposal[]; take: readonly string[] };

/** What a file brings, act by act, to be taken or left. */
export const ComparisonPage = ({ view, values, problems = {}, file, text, proposals, take }: Compared) => (
	<Page
		view={view}
		title="Что изменится"
		crumbs={[libraryCrumb, { href: '/legal-acts/exchange', label: 'Обмен файлом' }]}
	>
		<Lede>
			Файл от {dayText(file.madeOn, view.now.today)}, {file.organisation}:{' '}
			{proposals.length === 0
				? 'всё это у вас уже есть.'
				: `${counted(proposals.length, ['отличие', 'отличия', 'отличий'])} от вашей библиотеки.`}
		</Lede>
		{proposals.length === 0 ? (
			<LinkButton href="/legal-acts" kind="primary">
				Вернуться в библиотеку
			</LinkButton>
		) : (
			<form method="post" action="/legal-acts/taking" enctype="multipart/form-data">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<textarea name="file" hidden>
					{text}
				</textarea>
				<Table
					caption="Отличия"
					columns={columns}
					rows={proposals}
					choose={({ key, merged }) => ({
						name: 'take',
						value: key,
						label: `Взять: ${actName(merged)}`,
						checked: take.includes(key)
					})}
				/>
				<Buttons>
					<Button icon="check">Взять отмеченное</Button>
					<LinkButton href="/legal-acts" kind="quiet">
						Ничего не брать
					</LinkButton>
				</Buttons>
			</form>
		)}
	</Page>
);

const columns: Column<Proposal>[] = [
	{ head: 'Акт', main: true, width: 'wide', cell: ({ merged }) => actName(merged) },
	{
		head: 'Что это',
		cell: (one) =>
			one.what === 'new' ? (
				<Pill tone="accent">новый</Pill>
			) : hasConflict(one) ? (
				<Pill tone="warm" icon="alert">
					изменили и вы
				</Pill>
			) : (
				<Pill>изменён</Pill>
			)
	},
	{
		head: 'Было → станет',
		width: 'wide',
		cell: ({ changes, what }) => (
			<ul class="periods">
				{changes.map(({ field, mine, theirs }) => (
					<li>
						{actFieldNames[field]}: {what === 'changed' && <Quiet>{mine} → </Quiet>}
						{theirs}
					</li>
				))}
			</ul>
		)
	}
];
