import type { View } from '../../../core/view';
import { Card, NextStep } from '../../../ui/card';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Pill } from '../../../ui/state';
import { type Column, Table } from '../../../ui/table';
import { counted, dayText, Lede, Quiet } from '../../../ui/text';
import { canKeepDocuments } from '../rules/documents';
import { type AboutWhom, type Feed, type Section, sections, wantedOf } from '../rules/library/template';
import type { OwnTemplateCode } from '../rules/library/templates';
import { documentWords } from './words';

export type TemplateLine = {
	code: OwnTemplateCode;
	title: string;
	section: Section;
	about: AboutWhom;
	needs: Feed | null;
	/** Something is asked when it is made. */
	asks: boolean;
	/** How many papers can be made now. */
	papers: number;
	version: { number: number; on: string } | null; // the school's own
};

type Props = { view: View; templates: readonly TemplateLine[]; missing: readonly string[] };

/** Papers that can be made here, and what they still lack. */
export const DocumentsPage = ({ view, templates, missing }: Props) => {
	const keeps = canKeepDocuments(view.actor);
	const own = templates.filter(({ version }) => version).length;
	return (
		<Page
			view={view}
			title="Документы"
			notice={view.saved === 'settings' && 'Реквизиты и вид документов сохранены'}
			actions={
				<>
					<LinkButton href="/documents/packages" kind="primary" icon="document">
						Комплекты
					</LinkButton>
					<LinkButton href="/documents/made" icon="list">
						Сделанные документы
					</LinkButton>
					<LinkButton href="/legal-acts" kind="quiet" icon="book">
						Библиотека актов
					</LinkButton>
					<LinkButton href="/document-check" kind="quiet" icon="check">
						Проверить документ
					</LinkButton>
					{keeps && (
						<LinkButton href="/documents/settings" kind="quiet" icon="pencil">
							Реквизиты и вид
						</LinkButton>
					)}
				</>
			}
		>
			<Lede>
				{counted(templates.length, ['шаблон', 'шаблона', 'шаблонов'])}
				{own > 0 ? `, ${counted(own, ['загружен вами', 'загружены вами', 'загружено вами'])}` : ''}.
			</Lede>
			{missing.length > 0 && keeps && (
				<NextStep
					title="Впишите реквизиты"
					action={
						<LinkButton href="/documents/settings" kind="primary">
							Вписать реквизиты
						</LinkButton>
					}
				>
					Пока на их месте в документах пропуски: {missing.join(', ')}.
				</NextStep>
			)}
			{(Object.keys(sections) as Section[]).map((section) => {
				const rows = templates.filter((one) => one.section === section);
				if (rows.length === 0) return null;
				return (
					<Card title={sections[section]}>
						<Table caption={sections[section]} columns={columnsOf(view)} rows={rows} />
					</Card>
				);
			})}
		</Page>
	);
};

const columnsOf = ({ actor, now }: View): Column<TemplateLine>[] => [
	{
		head: 'Документ',
		main: true,
		width: 'wide',
		cell: ({ code, title }) => <a href={`/documents/${code}`}>{title}</a>
	},
	{
		head: 'Шаблон',
		cell: ({ version }) =>
			version ? (
				<Pill icon="upload">
					свой, редакция {version.number} от {dayText(version.on, now.today)}
				</Pill>
			) : (
				<Quiet>программы</Quiet>
			)
	},
	{
		head: 'Можно сделать',
		cell: ({ code, about, papers, needs, asks }) => {
			if (papers === 0 && about === 'minutes') return <Quiet>нет протоколов</Quiet>;
			if (papers === 0) return <Quiet>{needs ? wantedOf(needs, actor).none : 'не о ком'}</Quiet>;
			if (asks) return <a href={`/documents/${code}/particulars`}>Сделать документ</a>;
			return (
				<ActionForm
					action={`/documents/${code}/making`}
					token={crypto.randomUUID()}
					kind="quiet"
					label={about === 'organisation' ? 'Сделать документ' : `Сделать ${counted(papers, documentWords)}`}
				/>
			);
		}
	}
];
