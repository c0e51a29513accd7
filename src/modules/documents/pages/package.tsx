import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ClosedToo, Closes } from '../../../ui/closes';
import { Button, ErrorSummary, FormToken } from '../../../ui/form';
import { Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Working } from '../../../ui/progress';
import { Fold } from '../../../ui/report';
import { counted, Lede, Quiet } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import type { StoredPackage } from '../queries/packages';
import { Unmade } from './packages';
import { documentsCrumb, documentWords } from './words';

export const packagesCrumb = { href: '/documents/packages', label: 'Комплекты' };

type Props = {
	view: View;
	found: StoredPackage;
	closable: readonly Closable[];
	chosen?: readonly string[];
	values: Values;
	problems?: Problems;
	closed: number;
};

/** One set: how far it is, what to print, what could not be made and why. */
export const PackagePage = ({ view, found, closable, chosen, values, problems = {}, closed }: Props) => {
	const { title, wanted, made, unmade, finished, file, print, names } = found;
	return (
		<Page
			view={view}
			title={title}
			crumbs={[documentsCrumb, packagesCrumb]}
			refresh={finished ? undefined : 2}
			notice={
				view.saved === 'closed' && (
					<>
						Комплект приложен как подтверждение. <ClosedToo count={closed} />
					</>
				)
			}
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
			{print && (
				<Quiet>
					Каждый документ начинается с лицевой стороны листа. Где подписать, отмечено треугольником. Документы по вашим
					собственным шаблонам лежат в архиве отдельно.
				</Quiet>
			)}
			<Unmade unmade={unmade} open />
			<Fold label={`Что в комплекте: ${counted(names.length, documentWords)}`}>
				<ol>
					{names.map((name) => (
						<li>{name.replace(/\.docx$/, '')}</li>
					))}
				</ol>
			</Fold>
			{finished && made > 0 && closable.length > 0 && (
				<Card title="Выполнено мероприятие плана?">
					<form method="post" action={`${view.path}/closing`}>
						<FormToken values={values} />
						<Closes closable={closable} {...(chosen && { chosen })} today={view.now.today} />
						<Button kind="secondary">Отметить выполненным</Button>
					</form>
				</Card>
			)}
		</Page>
	);
};
