import type { View } from '../../../core/view';
import { Filters } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Pager, Table } from '../../../ui/table';
import { counted, Lede } from '../../../ui/text';
import type { SourcePart } from '../queries/import-source';
import type { Draft } from '../rules/draft';
import { partOf, piecesInPart, type SourceBlock, sourceBlocks } from '../rules/source-view';
import type { Understanding } from '../rules/understanding';
import { placesOf, SourceTable, sourcePlace, Tag, type Told } from './import-source-cell';
import { importsCrumb, roadmapCrumb } from './import-steps';
import { headerParts, placeText } from './place-text';

type Props = { view: View; id: string; draft: Draft; source: SourcePart; part: number };

const pieceForms = ['отрывок текста', 'отрывка текста', 'отрывков текста'] as const;

/** The file in its own shape: every cell and paragraph where it stood, with what became of it. */
export const SourcePage = ({ view, id, draft, source, part }: Props) => {
	const list = `/roadmap/imports/${id}`;
	const here = `${list}/source`;
	const told: Told = { list, places: placesOf(draft), stages: draft.stages };
	return (
		<Page view={view} title="Что в файле" crumbs={crumbs(list)}>
			<Lede>
				«{source.name}», {counted(source.all, pieceForms)}: возле каждого сказано, куда он вошёл.
			</Lede>
			<Filters filters={filters(here, source.leftOut)} />
			{part === 1 && <Warnings sentences={source.warnings} />}
			<div id="source" class="source">
				{sourceBlocks(source.pieces, draft, (part - 1) * piecesInPart).map((block) => (
					<Block {...{ block, told }} />
				))}
				<Pager page={part} pages={partOf(Math.max(0, source.all - 1))} href={(page) => `${here}?part=${page}`} />
			</div>
		</Page>
	);
};

const crumbs = (list: string) => [roadmapCrumb, importsCrumb, { href: list, label: 'Что понято' }];

const filters = (here: string, leftOut: number, only = false) => [
	{ href: here, label: 'весь файл', current: !only },
	{ href: `${here}?only=left-out`, label: 'не вошло в план', count: leftOut, current: only }
];

const Warnings = ({ sentences }: { sentences: readonly string[] }) =>
	sentences.length === 0 ? null : (
		<Note tone="calm" title="Замечания при чтении">
			{sentences.map((sentence) => (
				<p>{sentence}</p>
			))}
		</Note>
	);

const Block = ({ block, told }: { block: SourceBlock; told: Told }) =>
	block.kind === 'table' ? (
		<SourceTable {...{ block, told }} />
	) : (
		<p id={`p${block.cell.index}`}>
			{block.cell.piece.text} <Tag cell={block.cell} told={told} />
		</p>
	);

const shownAtMost = 1000;

/** Everything of the file that became neither an activity nor a stage, and why: nothing disappears in silence. */
export const LeftOutPage = ({ view, id, understood }: { view: View; id: string; understood: Understanding }) => {
	const list = `/roadmap/imports/${id}`;
	const pieces = understood.pieces.map((piece, index) => ({ piece, index }));
	const ignored = pieces.filter(({ piece }) => piece.use === 'ignored');
	const header = pieces.filter(({ piece }) => piece.use === 'header');
	return (
		<Page view={view} title="Что не вошло в план" crumbs={crumbs(list)}>
			<Lede>
				В «{understood.source.name}» {counted(pieces.length, pieceForms)}: из них {header.length} – шапка и реквизиты,{' '}
				{ignored.length} оставлено в стороне. Всё остальное стоит в мероприятиях и этапах.
			</Lede>
			<Filters filters={filters(`${list}/source`, ignored.length, true)} />
			<Table
				caption="Что не вошло в план"
				rows={[...ignored, ...header].slice(0, shownAtMost)}
				columns={[
					{ head: 'Текст', main: true, width: 'wide', cell: ({ piece }) => short(piece.text) },
					{
						head: 'Почему не в плане',
						cell: ({ piece }) =>
							piece.use === 'ignored' ? piece.reason : piece.use === 'header' && `это ${headerParts[piece.what]}`
					},
					{
						head: 'Где в файле',
						cell: ({ piece, index }) => <a href={sourcePlace(list, index)}>{placeText(piece.place) || 'показать'}</a>
					}
				]}
			/>
			{ignored.length + header.length > shownAtMost && <p class="quiet">Показана первая тысяча.</p>}
			<p>
				Если что-то здесь – мероприятие, <a href={`${list}/activities/new`}>добавьте его</a>.
			</p>
		</Page>
	);
};

const short = (text: string) => (text.length > 400 ? `${text.slice(0, 400)}…` : text);
