import type { View } from '../../../core/view';
import { LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { CopyTable, Table } from '../../../ui/table';
import { dayText, Lede } from '../../../ui/text';
import { pairsCrumb } from './crumb';

type Props = { view: View; headings: readonly string[]; rows: readonly (readonly string[])[]; files: string };

/** The chosen pairs with everything an order says of them, for paper and for copying. */
export const PairsTablePage = ({ view, headings, rows, files }: Props) => (
	<Page view={view} title="Пары: таблица" crumbs={[pairsCrumb]}>
		<Lede>
			{view.actor.organisation.name}, на {dayText(view.now.today)}. То же, что в приказе о закреплении пар; в Excel
			каждое отдельно.
		</Lede>
		<CopyTable
			beside={
				<LinkButton href={files} icon="download">
					Скачать Excel
				</LinkButton>
			}
		>
			<Table
				wide
				caption="Пары"
				columns={headings.map((head, at) => ({
					...{ head, main: at === 1, numeric: at === 0 },
					...(at === headings.length - 1 && { width: 'wide' as const }),
					cell: (row: readonly string[]) => row[at]
				}))}
				rows={rows}
			/>
		</CopyTable>
	</Page>
);
