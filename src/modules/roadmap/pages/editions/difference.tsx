import type { Child } from 'hono/jsx';
import type { IconName } from '../../../../ui/icon';
import { Pill, type Tone } from '../../../../ui/state';
import { type Column, Table } from '../../../../ui/table';
import type { Change, HeadingField, RowField } from '../../rules/plan-difference/difference';
import { fieldText } from '../../rules/plan-difference/difference';
import type { EditionRow } from '../../rules/plan-difference/edition';
import { markWords } from '../../rules/plan-difference/words';
import { isTakeable } from '../../rules/working-changes';

const fields: Record<RowField, string> = {
	title: 'формулировка',
	lead: 'слова перед перечнем',
	deadline: 'срок',
	responsible: 'ответственные',
	results: 'ожидаемый результат'
};
const headings: Record<HeadingField, string> = { title: 'название', period: 'период', goal: 'цель и задачи' };

/** What happened, in a word. */
function kindOf(change: Change): { word: string; tone: Tone; icon: IconName } {
	switch (change.what) {
		case 'added':
		case 'stage-added':
			return { word: 'добавлено', tone: 'good', icon: 'plus' };
		case 'removed':
		case 'stage-removed':
			return { word: 'исключено', tone: 'warm', icon: 'cross' };
		case 'moved':
		case 'stage-moved':
			return { word: 'переставлено', tone: 'calm', icon: 'arrow' };
		case 'changed':
			return { word: fields[change.field], tone: 'accent', icon: 'pencil' };
		case 'stage-changed':
			return { word: change.field === 'title' ? 'название' : 'задача', tone: 'accent', icon: 'pencil' };
		case 'heading':
			return { word: headings[change.field], tone: 'accent', icon: 'pencil' };
	}
}

/** The words that went are struck through, those that came underlined: seen without colour, read aloud as what they are. */
export const Marked = ({ was, became }: { was: string; became: string }) => {
	const marks = markWords(was, became);
	if (was === '') return <ins>{became}</ins>;
	if (became === '') return <del>{was}</del>;
	return (
		<>
			{marks.map(({ kind, text }, at) => (
				<>
					{at > 0 && ' '}
					{kind === 'gone' ? <del>{text}</del> : kind === 'new' ? <ins>{text}</ins> : text}
				</>
			))}
		</>
	);
};

const rowWords = (row: EditionRow) =>
	(['deadline', 'responsible', 'results'] as const)
		.map((field) => fieldText(row, field))
		.filter(Boolean)
		.join(' · ');

function Said({ change }: { change: Change }) {
	switch (change.what) {
		case 'changed':
		case 'stage-changed':
		case 'heading':
			return <Marked was={change.was} became={change.became} />;
		case 'added':
			return (
				<>
					{change.after ? `После «${change.after}»` : change.stage ? 'Первым в этапе' : 'Первым'}
					<span class="result">{rowWords(change.row)}</span>
				</>
			);
		case 'removed':
			return <span class="quiet">{rowWords(change.row)}</span>;
		case 'moved': {
			const place = change.after ? `после «${change.after}»` : 'первым';
			if (change.from === change.to) return <>Теперь {place}</>;
			return (
				<>
					<Marked was={change.from ?? 'Вне этапов'} became={change.to ?? 'Вне этапов'} />
					<span class="result">Теперь {place}</span>
				</>
			);
		}
		case 'stage-moved':
		case 'stage-added':
			return <>{change.after ? `После этапа «${change.after}»` : 'Первым'}</>;
		case 'stage-removed':
			return null;
	}
}

/** What the change is about: the row by its words as they are now, its stage beneath. */
function Subject({ change }: { change: Change }) {
	switch (change.what) {
		case 'heading':
			return <>План в целом</>;
		case 'stage-added':
		case 'stage-removed':
		case 'stage-changed':
		case 'stage-moved':
			return <>Этап «{change.title}»</>;
		case 'moved':
			return <Titled row={change.into} stage={change.to} />;
		default:
			return <Titled row={change.row} stage={change.stage} />;
	}
}

const Titled = ({ row, stage }: { row: EditionRow; stage: string | null }) => (
	<>
		{row.title}
		{stage && <span class="result">{stage}</span>}
	</>
);

const Kind = ({ change }: { change: Change }) => {
	const { word, tone, icon } = kindOf(change);
	return (
		<Pill tone={tone} icon={icon}>
			{word}
		</Pill>
	);
};

/** A word for a whole change, for a box that chooses it. */
export const changeLabel = (change: Change) => {
	const { word } = kindOf(change);
	if (change.what === 'heading') return `План: ${word}`;
	return `${'row' in change ? change.row.title : `Этап «${change.title}»`}: ${word}`;
};

type Props = {
	caption: string;
	changes: readonly Change[];
	/** A column of the page's own: who did it, what can be done with it. */
	more?: readonly Column<Change>[];
	/** Boxes to choose changes by; all of them ticked unless said otherwise. */
	choose?: { name: string; ticked: (key: string) => boolean };
};

/** What differs between two editions, a line each. */
export const DifferenceTable = ({ caption, changes, more = [], choose }: Props) => (
	<Table<Change>
		caption={caption}
		rows={changes}
		columns={[
			{ head: 'Что', main: true, width: 'wide', cell: (change): Child => <Subject change={change} /> },
			{ head: 'Изменение', cell: (change) => <Kind change={change} /> },
			{ head: 'Было и стало', width: 'wide', cell: (change) => <Said change={change} /> },
			...more
		]}
		{...(choose && {
			choose: (change: Change) =>
				isTakeable(change)
					? { name: choose.name, value: change.key, label: changeLabel(change), checked: choose.ticked(change.key) }
					: undefined
		})}
	/>
);
