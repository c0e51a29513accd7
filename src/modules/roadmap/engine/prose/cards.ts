import { type Role, roleOfHead } from '../columns';
import { type Grid, makeTable, type Paragraph, plainLine, type Row, tidy } from '../grid';
import { splitMarker } from '../lists';
import { namesStage } from '../stages';
import { cellOf, headOf } from './list';

const fewestCards = 3;
const labelled = /^([А-ЯЁ№][^:–—]{2,40}?)\s*:\s*(.*)$/;

type Said = { role: Role; label: string; value: string };

/**
 * A plan whose every activity is a card of labelled lines («Мероприятие: …», «Срок: …», «Ответственный: …») laid out as a
 * table. Undefined when there are no such cards.
 */
export function cardsAsTable(grid: Grid): Grid | undefined {
	const paragraphs = grid.blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
	if (paragraphs.length !== grid.blocks.length) return undefined;
	const said = paragraphs.map(saidIn);
	const isDeed = (one: Said | undefined) => one?.role === 'activity' || one?.role === 'content';
	const deeds = said.filter(isDeed);
	const dated = said.filter((one) => one?.role === 'deadline' || one?.role === 'responsible');
	if (deeds.length < fewestCards || dated.length < fewestCards) return undefined;
	const labels = new Map<Role, string>();
	for (const one of said) if (one && !labels.has(one.role)) labels.set(one.role, one.label);
	const roles = [...labels.keys()];
	const opening = said.find((one) => one !== undefined)?.role;
	const first = said.findIndex((one) => one?.role === opening);
	const rows: Row[] = [];
	let open: Role | undefined;
	paragraphs.slice(first).forEach(({ line, place }, index) => {
		const one = said[first + index];
		if (!one && namesStage(line.text)) {
			rows.push({ afterBreak: false, cells: [{ ...cellOf([line.text], place), span: roles.length }] });
			open = undefined;
		} else if (one) {
			if (one.role === opening) rows.push({ afterBreak: false, cells: roles.map(() => cellOf([], place)) });
			const cell = rows.at(-1)?.cells[roles.indexOf(one.role)];
			if (one.value !== '') cell?.lines.push(plainLine(one.value));
			open = one.role;
		} else if (open) rows.at(-1)?.cells[roles.indexOf(open)]?.lines.push(line);
	});
	return { blocks: [...paragraphs.slice(0, first), makeTable([headOf([...labels.values()]), ...rows])] };
}

function saidIn({ line }: Paragraph): Said | undefined {
	const found = labelled.exec(tidy(splitMarker(line).text));
	const role = found?.[1] ? roleOfHead(found[1]) : null;
	return role && role !== 'other' && role !== 'number' && role !== 'stage'
		? { role, label: found?.[1] ?? '', value: found?.[2] ?? '' }
		: undefined;
}
