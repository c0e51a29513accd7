import { Card } from '../../../ui/card';
import { Icon } from '../../../ui/icon';
import { type Column, Table } from '../../../ui/table';
import { bytesText, Moment, PersonName, Quiet } from '../../../ui/text';
import type { DocumentFile } from '../queries/made';
import { fileKinds } from '../rules/life';
import type { DocumentProps } from './document';

/** Every version of the file, the newest first: none is ever written over. */
export const FilesCard = ({ document, view }: DocumentProps) => (
	<Card title="Файлы">
		<Table caption="Файлы документа" columns={columnsOf(view)} rows={document.files} />
	</Card>
);

const columnsOf = ({ actor, now }: DocumentProps['view']): Column<DocumentFile>[] => [
	{ head: '№', numeric: true, cell: ({ number }) => number },
	{
		head: 'Файл',
		main: true,
		cell: ({ fileId, name, size }) => (
			<>
				<Icon name="paperclip" /> <a href={`/files/${fileId}`}>{name}</a> <Quiet>{bytesText(size)}</Quiet>
			</>
		)
	},
	{
		head: 'Что это',
		cell: ({ kind, template, signs }) => (
			<>
				{fileKinds[kind]}
				{template && <Quiet> по вашему шаблону, редакция {template}</Quiet>}
				{signs && <Quiet> к файлу {signs}</Quiet>}
			</>
		)
	},
	{ head: 'Когда', cell: ({ addedAt }) => <Moment at={addedAt} timeZone={actor.timeZone} today={now.today} /> },
	{ head: 'Кто', cell: ({ addedBy }) => <PersonName name={addedBy} /> },
	{
		head: 'Контрольная сумма',
		cell: ({ sha256 }) => <code title={`SHA-256: ${sha256}`}>{sha256.slice(0, 12)}…</code>
	}
];
