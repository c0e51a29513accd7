import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, NextStep } from '../../../ui/card';
import { ClosedToo, Closes } from '../../../ui/closes';
import { ActionForm, Button, Checkbox, ErrorSummary, FileField, FormToken, LinkButton } from '../../../ui/form';
import { Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { type Column, Table } from '../../../ui/table';
import { counted, Lede, momentText, PersonName, Quiet } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import type { TemplateVersion } from '../queries/templates';
import { canKeepDocuments } from '../rules/documents';
import { wantedOf } from '../rules/library/template';
import type { OwnTemplate, OwnTemplateCode } from '../rules/library/templates';
import { documentsCrumb, type FieldLine, fieldLines, kindWords, modifierLines } from './words';

/** Something wrong with an uploaded file, as the engine tells it. */
export type Found = { place: string; near: string; reason: string; suggestion?: string | undefined };

type Props = {
	view: View;
	code: OwnTemplateCode;
	template: OwnTemplate;
	versions: readonly TemplateVersion[];
	papers: number;
	found?: readonly Found[];
	closable: readonly Closable[];
	closes?: readonly string[];
	closed: number;
	values: Values;
	problems?: Problems;
};

const each = {
	mentor: 'по одному на наставника',
	mentee: 'по одному на наставляемого',
	participant: 'по одному на участника',
	minutes: 'по одному на протокол'
};

const notices: Record<string, string> = {
	uploaded: 'Ваш шаблон взят: документы теперь делаются по нему',
	returned: 'Документы снова делаются по шаблону программы'
};

/** One paper: look at it, take its template, put one's own in its place. */
export const TemplatePage = (props: Props) => {
	const { view, code, template, versions, papers, found = [], closable, closes, closed, values, problems = {} } = props;
	const own = versions[0]?.fileId ? versions[0] : undefined;
	const keeps = canKeepDocuments(view.actor);
	const address = `/documents/${code}`;
	return (
		<Page
			view={view}
			title={template.title}
			crumbs={[documentsCrumb]}
			notice={
				notices[view.saved ?? ''] && (
					<>
						{notices[view.saved ?? '']}
						<ClosedToo count={closed} />
					</>
				)
			}
			actions={<Make {...{ template, address, papers }} />}
		>
			<ErrorSummary problems={problems} />
			<Lede>
				<a href={`/documents/made?code=${code}`}>Сделанные раньше</a>.{' '}
				{own ? `Делается по вашему шаблону, редакция ${own.number}.` : 'Делается по шаблону программы.'}{' '}
				{template.about !== 'organisation' &&
					`Сейчас можно сделать ${counted(papers, ['документ', 'документа', 'документов'])}: ${each[template.about]}.`}
			</Lede>
			{papers === 0 && template.needs && (
				<NextStep
					title="Пока сделать нельзя"
					action={<LinkButton href={wantedOf(template.needs, view.actor).href}>Перейти</LinkButton>}
				>
					{wantedOf(template.needs, view.actor).advice}.
				</NextStep>
			)}
			<Exports
				files={[
					{ href: `${address}/preview.docx`, label: 'Посмотреть с вашими данными (Word)' },
					...(papers > 0
						? [
								template.about !== 'organisation'
									? { href: `${address}/papers.zip`, label: 'Все одним архивом, не сохраняя' }
									: { href: `${address}/paper.docx`, label: 'Документ, не сохраняя (Word)' }
							]
						: []),
					{ href: `${address}/template.docx`, label: 'Взять шаблон (Word)' },
					{ href: `${address}/fields.xlsx`, label: 'Список полей (Excel)' }
				]}
			/>
			{keeps && (
				<Card title="Свой шаблон">
					<p>
						Возьмите шаблон, поправьте его в Word и загрузите. Поля в фигурных скобках программа заполнит сама;
						остальное останется как у вас.
					</p>
					<form method="post" action={`${address}/versions`} enctype="multipart/form-data">
						{found.length > 0 && <Troubles found={found} />}
						<FormToken values={values} />
						<FileField
							name="file"
							label="Файл Word"
							hint=".docx, до 5 МБ, без макросов"
							accept=".docx,.dotx"
							{...{ values, problems }}
						/>
						{problems.anyway && (
							<Checkbox name="anyway" label="Всё равно взять: эти поля останутся пустыми" {...{ values, problems }} />
						)}
						<Closes
							closable={closable}
							chosen={
								closes ?? closable.filter(({ title }) => /шаблон/i.test(title)).map(({ occurrenceId }) => occurrenceId)
							}
							today={view.now.today}
						/>
						<Button kind="secondary" icon="upload">
							Загрузить шаблон
						</Button>
					</form>
					{own && (
						<form method="post" action={`${address}/return`}>
							<FormToken values={{ token: values.other }} />
							<Button kind="quiet">Вернуть шаблон программы</Button>
						</form>
					)}
				</Card>
			)}
			{versions.length > 0 && <Versions versions={versions} address={address} view={view} />}
			<Card title="Поля этого документа">
				<Fold label="Что можно написать в фигурных скобках">
					<Table caption="Поля" columns={fieldColumns} rows={fieldLines(template.fields)} />
				</Fold>
				<Fold label="Как изменить поле: падеж, дата, число">
					<ul class="periods">
						{modifierLines.map(([written, makes]) => (
							<li>
								<code>{written}</code> <Quiet>{makes}</Quiet>
							</li>
						))}
					</ul>
				</Fold>
			</Card>
		</Page>
	);
};

/** One paper, or one for each mentor. */
const Make = ({
	template: { about, asks },
	address,
	papers
}: {
	template: OwnTemplate;
	address: string;
	papers: number;
}) => {
	if (papers === 0) return null;
	if (asks.length > 0)
		return (
			<LinkButton href={`${address}/particulars`} kind="primary" icon="document">
				Сделать документ
			</LinkButton>
		);
	return (
		<ActionForm
			action={`${address}/making`}
			label={about === 'organisation' ? 'Сделать документ' : 'Сделать для всех'}
			token={crypto.randomUUID()}
			kind="primary"
			icon="document"
		/>
	);
};

const Troubles = ({ found }: { found: readonly Found[] }) => (
	<Note tone="warm" title="Что не так в файле">
		<ul>
			{found.map(({ place, near, reason, suggestion }) => (
				<li>
					{place}
					{near && (
						<>
							: <code>{near}</code>
						</>
					)}
					. {reason}
					{suggestion && ` Может быть, «${suggestion}»?`}
				</li>
			))}
		</ul>
	</Note>
);

const Versions = ({
	versions,
	address,
	view
}: {
	versions: readonly TemplateVersion[];
	address: string;
	view: View;
}) => (
	<Card title="Редакции шаблона">
		<Table
			caption="Редакции шаблона"
			columns={[
				{ head: '№', numeric: true, cell: ({ number }: TemplateVersion) => number },
				{
					head: 'Файл',
					main: true,
					cell: ({ number, fileName }: TemplateVersion) =>
						fileName ? <a href={`${address}/template.docx?version=${number}`}>{fileName}</a> : 'шаблон программы'
				},
				{
					head: 'Когда',
					cell: ({ madeAt }: TemplateVersion) => momentText(madeAt, view.actor.timeZone, view.now.today)
				},
				{ head: 'Кто', cell: ({ madeBy }: TemplateVersion) => <PersonName name={madeBy} /> }
			]}
			rows={versions}
		/>
	</Card>
);

const fieldColumns: Column<FieldLine>[] = [
	{ head: 'Поле', main: true, cell: ({ name }) => <code>{name}</code> },
	{ head: 'Что это', cell: ({ about }) => about },
	{ head: 'Вид', cell: ({ kind }) => kindWords[kind] },
	{ head: 'Пример', cell: ({ example }) => example }
];
