import { addDays, showDate } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ClosedToo, Closes } from '../../../ui/closes';
import { ActionForm, Button, ErrorSummary, FormToken } from '../../../ui/form';
import { Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Working } from '../../../ui/progress';
import { Fold } from '../../../ui/report';
import { type Column, Table } from '../../../ui/table';
import { counted, Lede, Quiet } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import type { DocumentLine } from '../queries/made';
import type { StoredPackage } from '../queries/packages';
import { daysKept } from '../rules/packages';
import { documentColumns } from './made';
import { Unmade } from './packages';
import { documentsCrumb, documentWords } from './words';

export const packagesCrumb = { href: '/documents/packages', label: 'Комплекты' };

type Props = {
	view: View;
	found: StoredPackage;
	drafts: readonly DocumentLine[];
	closable: readonly Closable[];
	chosen?: readonly string[];
	values: Values;
	problems?: Problems;
	closed: number;
};

/** One set: how far it is, what to print, what could not be made and why. */
export const PackagePage = ({ view, found, drafts, closable, chosen, values, problems = {}, closed }: Props) => {
	const { title, wanted, made, unmade, finished, finishedOn, removed, file, print, names } = found;
	return (
		<Page
			view={view}
			title={title}
			crumbs={[documentsCrumb, packagesCrumb]}
			refresh={finished ? undefined : 2}
			notice={noticeOf(view, found, closed)}
		>
			{finished ? (
				<Lede>
					{made > 0 ? `Сделано: ${counted(made, documentWords)}` : 'Сделать ничего не получилось'}
					{unmade.length > 0 ? `, не получилось ${unmade.length}` : ''}.
				</Lede>
			) : (
				<Working what={`Делаем документы: ${made} из ${wanted}.`} value={made} max={wanted} running here={view.path} />
			)}
			<ErrorSummary problems={problems} />
			{file && (
				<Exports
					files={[
						...(print ? [{ href: `/files/${print.id}`, label: 'Печать одним файлом (Word)' }] : []),
						{ href: `/files/${file.id}`, label: 'Всё по папкам (архив)' }
					]}
				/>
			)}
			{finishedOn && made > 0 && <Quiet>{termOf(found, finishedOn)}</Quiet>}
			{print && (
				<Quiet>
					Каждый документ начинается с новой страницы. Где подписать, отмечено треугольником. Чтобы печатать с двух
					сторон листа, берите документы по одному из архива. Документы по вашим собственным шаблонам тоже лежат там.
				</Quiet>
			)}
			<Unmade unmade={unmade} open />
			<Drafts {...{ view, drafts }} />
			<Fold label={`Что в комплекте: ${counted(names.length, documentWords)}`}>
				<ol>
					{names.map((name) => (
						<li>{name.replace(/\.docx$/, '')}</li>
					))}
				</ol>
			</Fold>
			{file && !removed && made > 0 && closable.length > 0 && (
				<Card title="Выполнено мероприятие плана?">
					<form method="post" action={`${view.path}/closing`}>
						<FormToken values={values} />
						<Closes closable={closable} {...(chosen && { chosen })} today={view.now.today} />
						<Button kind="secondary">Отметить выполненным</Button>
					</form>
				</Card>
			)}
			{!removed && <Turn path={view.path} name="removal" label="Убрать комплект" />}
		</Page>
	);
};

const termOf = ({ file }: StoredPackage, finishedOn: string) =>
	file
		? `Архив хранится до ${showDate(addDays(finishedOn, daysKept))}; комплект можно собрать заново.`
		: `Архив хранился ${daysKept} дней и удалён. Комплект можно собрать заново, его черновики остались.`;

const Turn = ({ path, name, label }: { path: string; name: 'removal' | 'restoration'; label: string }) => (
	<ActionForm action={`${path}/${name}`} label={label} token={crypto.randomUUID()} kind="quiet" />
);

const noticeOf = ({ saved, path }: View, { removed }: StoredPackage, closed: number) => {
	if (removed)
		return (
			<>
				Комплект убран из списка, его черновики остались. <Turn path={path} name="restoration" label="Отменить" />
			</>
		);
	if (saved === 'restored') return 'Комплект снова в списке';
	return (
		saved === 'closed' && (
			<>
				Комплект приложен как подтверждение. <ClosedToo count={closed} />
			</>
		)
	);
};

/** Those of the set that get a number: each is signed and registered on its own page. */
const Drafts = ({ view, drafts }: Pick<Props, 'view' | 'drafts'>) =>
	drafts.length === 0 ? null : (
		<Card title="С номером и датой">
			<p>
				Приказы и соглашения комплекта лежат в <a href="/documents/made">сделанных документах</a>. Подписали – впишите
				номер и дату: приказ встанет в пары, мероприятие плана закроется.
			</p>
			<Table caption="Документы комплекта, которым нужны номер и дата" columns={columnsOf(view)} rows={drafts} />
		</Card>
	);

const columnsOf = (view: View): Column<DocumentLine>[] => {
	const columns = documentColumns(view)
		.slice(0, 3)
		.map(({ sort: _, ...column }) => column);
	return columns.map((column) =>
		column.head === 'Номер и дата'
			? {
					...column,
					cell: (line) =>
						line.datedOn ? column.cell(line) : <a href={`/documents/made/${line.id}/registration`}>Вписать</a>
				}
			: column
	);
};
