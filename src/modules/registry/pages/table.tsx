import type { View } from '../../../core/view';
import { LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { CopyTable, Table } from '../../../ui/table';
import { dayText, Lede, Quiet } from '../../../ui/text';
import type { PlainTable } from '../rules/columns';
import { type Register, registers } from '../rules/registers';

type Props = { view: View; register: Register; table: PlainTable; files: string };

/** The register with all its official columns, for paper and for copying. */
export const TablePage = ({ view, register, table, files }: Props) => (
	<Page
		view={view}
		title={`${registers[register].name}: все столбцы`}
		crumbs={[
			{ href: '/registry', label: 'Банки и запросы' },
			{ href: `/registry/${register}`, label: registers[register].name }
		]}
	>
		<Lede>
			{view.actor.organisation.name}, на {dayText(view.now.today)}. Год рождения не печатается: он здесь не нужен.
			Столбцов много: таблицу можно прокрутить вбок.
		</Lede>
		<CopyTable
			beside={
				<LinkButton href={files} icon="download">
					Скачать Excel
				</LinkButton>
			}
		>
			<WideTable table={table} caption={registers[register].name} />
		</CopyTable>
	</Page>
);

/** The same words to be read on a screen: whoever it is, and whatever is known of them in one cell. */
export const ReadTable = ({ table: { headings, rows }, caption }: { table: PlainTable; caption: string }) => (
	<Table
		caption={caption}
		columns={[
			{ head: headings[1] ?? '', main: true, cell: (row: readonly string[]) => row[1] },
			{
				head: 'Сведения',
				cell: (row) => headings.map((head, at) => at > 1 && row[at] && [<Quiet>{head}:</Quiet>, ' ', row[at], <br />])
			}
		]}
		rows={rows}
	/>
);

export const WideTable = ({ table, caption }: { table: PlainTable; caption: string }) => (
	<Table
		wide
		caption={caption}
		columns={table.headings.map((head, at) => ({
			head,
			main: at === 1,
			numeric: at === 0,
			cell: (row: readonly string[]) => row[at]
		}))}
		rows={table.rows}
	/>
);
