import { Icon } from '../../../ui/icon';
import { type Draft, type DraftStage, kept } from '../rules/draft';
import { rowAddress } from '../rules/row-order';
import { partOf, type SourceBlock, type SourceCell } from '../rules/source-view';
import type { ActivityField } from '../rules/understanding';
import { headerParts } from './place-text';

/** What the tags of the cells speak of: the page of the rows, the place of each row in the plan, its stages. */
export type Told = { list: string; places: ReadonlyMap<string, number>; stages: readonly DraftStage[] };

/** Which row of the plan each key is, counted from 1; removed ones have no place. */
export const placesOf = (draft: Draft): Told['places'] =>
	new Map(kept(draft).map(({ key }, index) => [key, index + 1]));

const fieldWords: Record<ActivityField, string> = {
	number: 'номер',
	title: 'мероприятие',
	deadline: 'срок',
	responsible: 'ответственные',
	results: 'результат',
	stage: 'этап'
};

type Table = Extract<SourceBlock, { kind: 'table' }>;

/** A table of the file. A lone cell of a row spans it, as headings of stages do; reasons said once are not repeated along the row. */
export const SourceTable = ({ block: { sheet, columns, rows }, told }: { block: Table; told: Told }) => (
	<div class="table-box">
		<table>
			{sheet && <caption>Лист «{sheet}»</caption>}
			<tbody>
				{rows.map((cells) => {
					const filled = cells.filter((cell) => cell !== undefined);
					const lone = filled.length === 1 && filled[0]?.piece.use !== 'activity';
					return (
						<tr>
							{lone ? (
								<Cell cell={filled[0]} told={told} span={columns} />
							) : (
								Array.from({ length: columns }, (_, at) => (
									<Cell cell={cells[at]} told={told} same={sameTag(cells[at], cells[at - 1])} />
								))
							)}
						</tr>
					);
				})}
			</tbody>
		</table>
	</div>
);

const Cell = ({
	cell,
	told,
	span,
	same = false
}: {
	cell: SourceCell | undefined;
	told: Told;
	span?: number;
	same?: boolean;
}) =>
	cell ? (
		<td id={`p${cell.index}`} colspan={span}>
			{cell.piece.text}
			{!same && <Tag {...{ cell, told }} />}
		</td>
	) : (
		<td />
	);

const tagOf = ({ piece }: SourceCell) =>
	piece.use === 'ignored' ? piece.reason : piece.use === 'header' ? piece.what : undefined;

const sameTag = (cell: SourceCell | undefined, before: SourceCell | undefined) =>
	cell !== undefined && before !== undefined && tagOf(cell) !== undefined && tagOf(cell) === tagOf(before);

/** A word and an icon: into which row the piece went, or why into none. */
export const Tag = ({ cell: { piece, rows }, told: { list, places, stages } }: { cell: SourceCell; told: Told }) => {
	if (piece.use === 'activity') {
		const there = rows.filter((key) => places.has(key));
		if (there.length === 0)
			return (
				<span class="became">
					<Icon name="cross" /> убрано из плана
				</span>
			);
		return (
			<a class="became" href={rowAddress(list, there[0] ?? '')}>
				<Icon name="check" /> {places.get(there[0] ?? '')}
				{there.length > 1 && ` и ещё ${there.length - 1}`} · {fieldWords[piece.field]}
			</a>
		);
	}
	if (piece.use === 'stage') {
		const key = stages.find(({ key }) => key === `s${piece.stage + 1}`)?.key;
		const words = (
			<>
				<Icon name="list" /> этап
			</>
		);
		return key ? (
			<a class="became" href={rowAddress(list, key)}>
				{words}
			</a>
		) : (
			<span class="became">{words}</span>
		);
	}
	return (
		<span class="became">
			<Icon name={piece.use === 'header' ? 'document' : 'cross'} />{' '}
			{piece.use === 'header' ? headerParts[piece.what] : `не вошло: ${piece.reason.toLocaleLowerCase('ru')}`}
		</span>
	);
};

/** The address of a piece in the file. */
export const sourcePlace = (list: string, index: number) =>
	`${list}/source${partOf(index) > 1 ? `?part=${partOf(index)}` : ''}#p${index}`;
