import type { Problems } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { Button, ErrorSummary, FormToken, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { type Column, Pager, Table } from '../../../ui/table';
import { counted, Lede, Moment, PersonName, Quiet } from '../../../ui/text';
import type { PackageLine } from '../queries/packages';
import { type PackageKind, packageOf, packagesPage } from '../rules/packages';
import { documentsCrumb, documentWords } from './words';

/** What could be made now: how many papers, and those that cannot be, with the reason. */
export type Ready = {
	kind: PackageKind;
	papers: number;
	drafts: number;
	unmade: readonly { name: string; reason: string }[];
};

type Props = {
	view: View;
	ready: readonly Ready[];
	packages: readonly PackageLine[];
	page: number;
	of: number;
	problems?: Problems;
};

/** Sets of papers made by one button, and those made before. */
export const PackagesPage = ({ view, ready, packages, page, of, problems = {} }: Props) => (
	<Page
		view={view}
		title="Комплекты"
		crumbs={[documentsCrumb]}
		actions={
			<LinkButton href="/documents/materials" icon="document">
				Памятки и сценарии
			</LinkButton>
		}
	>
		<Lede>Всё, что нужно к одному случаю, – одной кнопкой: архив с папками и файл, который печатают целиком.</Lede>
		<ErrorSummary problems={problems} />
		{ready.map((one) => (
			<PackageCard {...one} />
		))}
		{packages.length > 0 && (
			<Card title="Сделанные комплекты">
				<Table caption="Сделанные комплекты" columns={columnsOf(view)} rows={packages} />
				<Pager page={page} pages={Math.ceil(of / packagesPage)} href={(to) => `/documents/packages?page=${to}`} />
			</Card>
		)}
	</Page>
);

const PackageCard = ({ kind, papers, drafts, unmade }: Ready) => {
	const { title, about } = packageOf(kind);
	return (
		<Card title={title}>
			<p>{about}.</p>
			{papers === 0 ? (
				<Quiet>
					{unmade.length > 0 ? 'Сделать пока нечего: смотрите, чего не хватает.' : 'Пар для этого пока нет.'}
				</Quiet>
			) : (
				<form method="post" action="/documents/packages">
					<FormToken values={{ token: crypto.randomUUID() }} />
					<input type="hidden" name="kind" value={kind} />
					{drafts > 0 && (
						<div class="choice">
							<input type="checkbox" id={`drafts-${kind}`} name="drafts" value="on" checked />
							<label for={`drafts-${kind}`}>
								Положить в «Сделанные документы» то, чему нужны номер и дата: {counted(drafts, documentWords)}
							</label>
						</div>
					)}
					<Button kind="secondary" icon="document">
						Сделать {counted(papers, documentWords)}: {title.charAt(0).toLocaleLowerCase('ru') + title.slice(1)}
					</Button>
				</form>
			)}
			<Unmade unmade={unmade} />
		</Card>
	);
};

/** What cannot be made, and why. */
export const Unmade = ({ unmade, open = false }: { unmade: Ready['unmade']; open?: boolean }) =>
	unmade.length === 0 ? null : (
		<Fold label={`Не получится: ${counted(unmade.length, documentWords)}`} open={open}>
			<ul>
				{unmade.map(({ name, reason }) => (
					<li>
						{name}: {reason}
					</li>
				))}
			</ul>
		</Fold>
	);

const columnsOf = ({ actor, now }: View): Column<PackageLine>[] => [
	{
		head: 'Комплект',
		main: true,
		width: 'wide',
		cell: ({ id, title }) => <a href={`/documents/packages/${id}`}>{title}</a>
	},
	{
		head: 'Документов',
		cell: ({ finished, made, wanted }) => (finished ? made : `${made} из ${wanted}, делается`)
	},
	{ head: 'Когда', cell: ({ askedAt }) => <Moment at={askedAt} timeZone={actor.timeZone} today={now.today} /> },
	{ head: 'Кто', cell: ({ who }) => <PersonName name={who} /> }
];
