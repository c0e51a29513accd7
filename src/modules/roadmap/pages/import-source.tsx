import type { View } from '../../../core/view';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Lede } from '../../../ui/text';
import type { HeaderPart, Piece, Understanding } from '../rules/understanding';
import { importsCrumb, roadmapCrumb } from './import-steps';
import { placeText } from './place-text';

const parts: Record<HeaderPart, string> = {
	title: 'название',
	period: 'период',
	organisation: 'организация',
	document: 'реквизиты приказа',
	approval: 'гриф или подпись',
	goal: 'цель',
	tasks: 'задача',
	columns: 'заголовок таблицы',
	note: 'пояснение'
};

const pieceForms = ['отрывок текста', 'отрывка текста', 'отрывков текста'] as const;
const shownAtMost = 1000;

/** Everything of the file that became neither an activity nor a stage, and why: nothing disappears in silence. */
export const SourcePage = ({ view, id, understood }: { view: View; id: string; understood: Understanding }) => {
	const list = `/roadmap/imports/${id}`;
	const rest = understood.pieces.filter(({ use }) => use === 'ignored' || use === 'header');
	const ignored = rest.filter(({ use }) => use === 'ignored');
	return (
		<Page
			view={view}
			title="Что не вошло в план"
			crumbs={[roadmapCrumb, importsCrumb, { href: list, label: 'Что понято' }]}
		>
			<Lede>
				В «{understood.source.name}» {counted(understood.pieces.length, pieceForms)}: из них{' '}
				{rest.length - ignored.length} – шапка и реквизиты, {ignored.length} оставлено в стороне. Всё остальное стоит в
				мероприятиях и этапах.
			</Lede>
			{understood.warnings.length > 0 && (
				<Note tone="calm" title="Замечания при чтении">
					{understood.warnings.map((sentence) => (
						<p>{sentence}</p>
					))}
				</Note>
			)}
			<Table
				caption="Что не вошло в план"
				rows={[...ignored, ...rest.filter(({ use }) => use === 'header')].slice(0, shownAtMost)}
				columns={[
					{ head: 'Текст', main: true, width: 'wide', cell: ({ text }) => short(text) },
					{ head: 'Почему не в плане', cell: (piece) => why(piece) },
					{ head: 'Где в файле', cell: ({ place }) => placeText(place) }
				]}
			/>
			{rest.length > shownAtMost && <p class="quiet">Показана первая тысяча.</p>}
			<p>
				Если что-то здесь – мероприятие, <a href={`${list}/activities/new`}>добавьте его</a>.
			</p>
		</Page>
	);
};

const short = (text: string) => (text.length > 400 ? `${text.slice(0, 400)}…` : text);

const why = (piece: Piece) =>
	piece.use === 'ignored' ? piece.reason : piece.use === 'header' ? `это ${parts[piece.what]}` : '';
