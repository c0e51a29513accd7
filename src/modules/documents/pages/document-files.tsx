import { Card } from '../../../ui/card';
import { Button, FileField, FormToken, RadioGroup, Select } from '../../../ui/form';
import { Fold } from '../../../ui/report';
import { type Column, Table } from '../../../ui/table';
import { bytesText, Moment, PersonName, Quiet } from '../../../ui/text';
import type { DocumentFile } from '../queries/document';
import { fileKinds } from '../rules/life';
import type { DocumentProps } from './document';

/** Every version of the file, the newest first: none is ever written over. */
export const FilesCard = ({ document, view, values, problems = {} }: DocumentProps) => {
	const wrong = problems.file ?? problems.kind ?? problems.signs;
	const given = { values: { kind: document.signedOn ? 'scan' : 'edited', ...values }, problems };
	const texts = document.files.filter(({ kind }) => kind !== 'signature');
	return (
		<Card title="Файлы">
			<Table caption="Файлы документа" columns={columnsOf(view, document)} rows={document.files} />
			{!document.removed && (
				<Fold label="Приложить файл: правленый в Word, скан, подпись" open={wrong !== undefined}>
					<form method="post" action={`/documents/made/${document.id}/files`} enctype="multipart/form-data">
						<FormToken values={{ token: crypto.randomUUID() }} />
						<RadioGroup
							name="kind"
							label="Что за файл"
							options={{
								...(!document.signedOn && { edited: fileKinds.edited }),
								scan: fileKinds.scan,
								signature: { label: fileKinds.signature, hint: 'Отсоединённая электронная подпись, .sig' }
							}}
							{...given}
						/>
						<Select
							name="signs"
							label="К какому файлу подпись"
							options={Object.fromEntries(texts.map(({ id, number, name }) => [id, `${number}. ${name}`]))}
							empty="не подпись"
							optional
							{...given}
						/>
						<FileField name="file" label="Файл" hint="До 20 МБ. Прежние файлы останутся" {...given} />
						<Button kind="secondary" icon="upload">
							Приложить файл
						</Button>
					</form>
				</Fold>
			)}
		</Card>
	);
};

const columnsOf = (
	{ actor, now }: DocumentProps['view'],
	{ datedOn }: DocumentProps['document']
): Column<DocumentFile>[] => [
	{ head: '№', numeric: true, cell: ({ number }) => number },
	{
		head: 'Файл',
		main: true,
		cell: ({ fileId, name, size }) => (
			<>
				<a href={`/files/${fileId}`}>{name}</a> <Quiet>{bytesText(size)}</Quiet>
			</>
		)
	},
	{
		head: 'Что это',
		cell: ({ kind, template, signs, numbered }) => (
			<>
				{fileKinds[kind]}
				{numbered && <Quiet>{datedOn ? ', с номером' : ', с номером, который снят: это не текст документа'}</Quiet>}
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
