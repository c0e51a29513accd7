import { roleOfHead } from '../columns';
import { type Grid, makeTable, type Paragraph, type Row, tidy, withoutEnd } from '../grid';
import { isSomebody, saysOnlyTime } from '../lone-cells/traits';
import { cellOf } from './list';

const [fewest, mostLines, longestRow, longestPart] = [3, 2000, 400, 14];
type Split = { deed: string; when: string; who: string };

/**
 * A table pasted so that nothing but single spaces is left between its cells: «№ Мероприятие Срок Ответственный» over
 * «1 Собеседование с новичками сентябрь зам. директора». Undefined when the text holds none, or the head names other columns.
 */
export function spacedAsTable(grid: Grid): Grid | undefined {
	if (grid.blocks.length > mostLines) return undefined;
	const lines = grid.blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
	if (lines.length !== grid.blocks.length) return undefined;
	const at = lines.findIndex(({ line }) => namesOurs(line.text));
	const head = lines[at];
	if (!head) return undefined;
	const rows: { first: Paragraph; text: string }[] = [];
	let end = at + 1;
	for (; end < lines.length; end++) {
		const own = lines[end] as Paragraph;
		const whole = tidy(`${own.line.marker ?? ''} ${own.line.text}`);
		const above = rows.at(-1);
		if (numbered.test(whole)) rows.push({ first: own, text: whole });
		else if (above && !own.gap && above.text.length + whole.length < longestRow && !splitOf(above.text))
			above.text = `${above.text} ${whole}`;
		else break;
	}
	const split = rows.map(({ text }) => splitOf(text));
	if (rows.length < fewest || split.filter((one) => one).length < rows.length * 0.8) return undefined;
	const body = rows.map(({ first, text }, index): Row => {
		const number = numbered.exec(text)?.[1] ?? '';
		const { deed, when, who } = split[index] ?? { deed: text.slice(number.length).trim(), when: '', who: '' };
		const cells = [number, deed, when, who].map((words) => cellOf(words ? [words] : [], first.place));
		return { afterBreak: false, begins: true, cells };
	});
	const names: Row = { afterBreak: false, cells: headOf(head.line.text).map((text) => cellOf([text], head.place)) };
	return { ...grid, blocks: [...lines.slice(0, at), makeTable([names, ...body]), ...lines.slice(end)] };
}

const numbered = /^(\d{1,3}[.)]?)\s+(?=[«"]?[А-ЯЁ])/;

const columnWords =
	/^(№(?:\s?п\s?\/\s?п)?)\s+(\S+(?:\s\S+){0,2}?)\s+((?:срок|дата|когда|период)\S*(?:\s(?:исполнения|проведения|реализации|выполнения))?)\s+((?:ответствен|исполнител|кто)\S*(?:\s(?:лиц[ао]|исполнител[ьи]|отвечает|проводит))?)$/i;
const headOf = (text: string) => columnWords.exec(tidy(text))?.slice(1) ?? [];
/** What is done, when, and by whom, in this order. */
const namesOurs = (text: string) => {
	const [, deed] = headOf(text);
	return deed !== undefined && ['activity', 'content'].includes(roleOfHead(deed) ?? '');
};

/** «по итогам полугодия»: in the genitive it belongs to what stands before. */
const ofSomething = /^(?:полугодия|недели|года|месяца|четверти|учебного|календарного)\s/i;

/** The longest time that has something to do before it and nobody but people behind. */
function splitOf(text: string): Split | undefined {
	const words = text.replace(numbered, '').split(' ');
	let best: (Split & { length: number }) | undefined;
	for (let from = 1; from < words.length - 1; from++)
		for (let to = from + 1; to < Math.min(words.length, from + longestPart); to++) {
			const when = words.slice(from, to).join(' ');
			const length = to - from;
			if ((best && length <= best.length) || when.endsWith(',') || ofSomething.test(when) || !saysOnlyTime(when))
				continue;
			const who = words.slice(to).join(' ');
			if (
				!withoutEnd(who, ' .;')
					.split(/[,;]\s*/)
					.every(isSomebody)
			)
				continue;
			best = { deed: words.slice(0, from).join(' '), when, who, length };
		}
	return best;
}
