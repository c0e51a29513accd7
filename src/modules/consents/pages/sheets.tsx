import type { View } from '../../../core/view';
import { LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { counted, Lede } from '../../../ui/text';
import { type ConsentKind, type ConsentPart, consentKinds, consentParts } from '../rules/kinds';
import type { Sheet } from '../rules/sheet';

type Props = {
	view: View;
	kind: ConsentKind;
	sheets: readonly Sheet[];
	word: string; // the address of the same in Word
	published: boolean;
	blanks: readonly ConsentPart[];
};

/** Sheets to print and sign: a person each. */
export const SheetsPage = ({ view, kind, sheets, word, published, blanks }: Props) => (
	<Page
		view={view}
		title={consentKinds[kind].name}
		crumbs={[{ href: '/consents', label: 'Согласия' }]}
		actions={
			sheets.length > 0 && (
				<LinkButton href={word} kind="primary" icon="download" download>
					Скачать для Word
				</LinkButton>
			)
		}
	>
		<Lede>
			{sheets.length === 0
				? 'Печатать нечего: это согласие есть у всех, у кого его спрашивают.'
				: `${counted(sheets.length, ['лист', 'листа', 'листов'])}, каждый со своей страницы. Паспорт и адрес впишут от руки: программа их не хранит.`}
		</Lede>
		{!published && (
			<Note tone="warm" title="Это начальный текст программы">
				<p>
					Прочитайте его вместе с тем, кто отвечает за персональные данные, и{' '}
					<a href={`/consents/texts/${kind}`}>опубликуйте свою редакцию</a>.
				</p>
			</Note>
		)}
		{blanks.length > 0 && (
			<Note tone="warm" title="В тексте остались пробелы">
				<p>
					{blanks.map((part) => consentParts[part]).join('; ')}.{' '}
					<a href={`/consents/texts/${kind}`}>Заполните их один раз</a>, и они встанут во все листы.
				</p>
			</Note>
		)}
		{sheets.map((sheet) => (
			<SheetView sheet={sheet} />
		))}
	</Page>
);

/** One sheet as it will be signed. */
export const SheetView = ({ sheet }: { sheet: Sheet }) => (
	<article class="card">
		<h2>{sheet.title}</h2>
		{sheet.opening.map((text) => (
			<p>{text}</p>
		))}
		{sheet.sections.map(({ label, text }) => (
			<p>
				<strong>{label}.</strong> {text}
			</p>
		))}
		<p>{sheet.signature}</p>
	</article>
);
