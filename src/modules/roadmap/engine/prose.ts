import { readDeadline } from './deadlines/read-deadline';
import { namesTerm } from './deadlines/term';
import {
	type Block,
	type Cell,
	type Grid,
	type Line,
	makeTable,
	type Paragraph,
	plainLine,
	type Row,
	withoutEnd
} from './grid';
import { splitMarker } from './lists';
import { namesStage } from './stages';

const deadlineWords =
	/(?<![\s(–—-])[\s(–—-]*\(?(?:срок(?:и)?(?:\s+(?:исполнения|реализации|выполнения|проведения))?)\s*[:–—-]\s*([^;)\n]+?)(?=[;)]|\.\s|\.?$|\s*,?\s*(?:ответственн|исполнител|отв\.))/i;
const responsibleWords =
	/(?<![\s(–—-])[\s(–—-]*\(?(?:(?:ответственн\S+|исполнител\S+)(?:\s+за\s+исполнение)?\s*[:–—-]|отв\.\s*[:–—-]?)\s*([^;)\n]+?)(?=[;)]|(?<!зам|ст|рук|зав|пед|соц|уч)\.\s+[А-ЯЁ][а-яё]{3,}\s|\.?$|\s*,?\s*срок)/i;
/** «Январь. Провести заседание …», «До 1 октября – собрать заявки»: the deadline comes first. */
const leading =
	/^([^.:]{3,40}?)\s*(?:[.:]|\s[–—])\s+(?=[А-ЯЁа-яё«])|^(до \d{1,2}(?:-го)? числа каждого месяца|ежемесячно|ежеквартально|еженедельно)\s+(?=[а-яё])/i;
/** «Провести опрос – октябрь 2026, психолог», «Семинар (май, методист)»: when and who come last. */
const trailing = /\s*(?:[–—]|\s-\s|\()\s*([^–—()]{3,120}?)\)?[.;]?$/;
const columns = ['№', 'Мероприятие', 'Срок', 'Ответственный'];

/**
 * A plan without any table laid out as one: numbered paragraphs («1. Провести опрос. Срок: май. Ответственный: завуч»), or
 * paragraphs under months («Сентябрь»). A grid that holds no such list comes back as it is.
 */
export function proseAsTable(grid: Grid): Grid {
	const paragraphs = grid.blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
	if (paragraphs.length !== grid.blocks.length) return grid;
	const range = rangeOfList(paragraphs);
	if (!range) return grid;
	const head = {
		afterBreak: false,
		cells: columns.map((text, column) => cell([text], { row: 0, column: column + 1 }))
	};
	const rows = rowsOf(paragraphs.slice(range.start, range.end), range.everyLine);
	const table: Block = makeTable([head, ...rows]);
	return { blocks: [...paragraphs.slice(0, range.start), table, ...paragraphs.slice(range.end)] };
}

/** `everyLine`: nothing is numbered, each line under a month is a thing to do. */
type Range = { start: number; end: number; everyLine: boolean };

function rangeOfList(paragraphs: readonly Paragraph[]): Range | undefined {
	const listed = paragraphs.map(({ line }) => splitMarker(line).marker !== null);
	const headed = paragraphs.map(({ line }) => namesTerm(line.text));
	const terms = headed.filter(Boolean).length;
	const items = listed.filter(Boolean).length;
	const dated = paragraphs.filter(({ line }) => isDated(line)).length;
	const everyLine = items < 3 && terms >= 3;
	if (!everyLine && (items < 3 || (dated < 2 && terms < 2))) return undefined;
	const first = terms >= 2 && dated <= items / 2 ? headed.indexOf(true) : listed.indexOf(true);
	const above = paragraphs[first - 1]?.line.text ?? '';
	const start = namesStage(above) || namesTerm(above) ? first - 1 : first;
	const last = everyLine ? headed.lastIndexOf(true) : listed.lastIndexOf(true);
	const signed = paragraphs.findIndex(({ line }, index) => index > last && isSigned(line.text));
	return { start, end: signed < 0 ? paragraphs.length : signed, everyLine };
}

const isSigned = (text: string) =>
	/_{3,}|^(?:с планом ознакомлен|ознакомлен|составител|составил|исполнитель\s*:)/i.test(text);

const isDated = (line: Line) =>
	deadlineWords.test(line.text) ||
	responsibleWords.test(line.text) ||
	leadingDeadline(splitMarker(line).text) !== '' ||
	trailingWords(line.text) !== undefined;

function rowsOf(paragraphs: readonly Paragraph[], everyLine: boolean): Row[] {
	const rows: Row[] = [];
	for (const { line, place, gap } of paragraphs) {
		const marked = splitMarker(line);
		const ahead = leadingDeadline(marked.text);
		const told = deadlineWords.test(marked.text) || responsibleWords.test(marked.text) || ahead !== '';
		const behind = told ? undefined : trailingWords(marked.text);
		const deadline = deadlineWords.exec(marked.text)?.[1] ?? (ahead || (behind?.deadline ?? ''));
		const responsible = responsibleWords.exec(marked.text)?.[1] ?? behind?.responsible ?? '';
		const bare = withoutRest(
			(ahead && deadline === ahead ? marked.text.replace(leading, '') : marked.text)
				.replace(behind ? trailing : /$^/, '')
				.replace(deadlineWords, '')
				.replace(responsibleWords, '')
		);
		const text = !deadline && !responsible && marked.text.endsWith(',') ? `${bare},` : bare;
		const last = rows.at(-1);
		if (namesStage(line.text) || namesTerm(line.text))
			rows.push({ afterBreak: gap, cells: [{ ...cell([line.text], place), span: columns.length }] });
		else if (
			marked.marker === null &&
			!(everyLine && /^[«"]?[А-ЯЁ]/.test(text)) &&
			last &&
			last.cells.length === columns.length
		) {
			if (text !== '') last.cells[1]?.lines.push(plainLine(text));
			if (deadline) last.cells[2]?.lines.push(plainLine(deadline));
			if (responsible) last.cells[3]?.lines.push(plainLine(responsible));
		} else
			rows.push({
				afterBreak: false,
				cells: [marked.marker && /\d/.test(marked.marker) ? marked.marker : '', text, deadline, responsible].map(
					(value) => cell(value ? [value] : [], place)
				)
			});
	}
	return rows;
}

/** Brackets and stops that enclosed what was taken out: «Семинар (;)». */
function withoutRest(text: string): string {
	const bare = withoutEnd(text, ' (;,.');
	const bracket = bare.endsWith(')') ? withoutEnd(bare.slice(0, -1), ' ') : '';
	return bracket !== '' && ',.;('.includes(bracket.at(-1) ?? '') ? withoutRest(bracket) : bare;
}

/** Dated words before the thing to do; '' when it begins at once. */
function leadingDeadline(text: string) {
	const found = leading.exec(text);
	const words = found?.[1] ?? found?.[2] ?? '';
	if (words === '' || !startsDeadline.test(words)) return '';
	const { deadline, why } = readDeadline(words, null);
	return deadline.kind === 'windows' || (deadline.kind !== 'none' && deadline.kind !== 'external' && why === null)
		? words
		: '';
}

/** Dated words at the end, and after their comma whoever answers. */
function trailingWords(text: string) {
	const [when = '', ...who] = (trailing.exec(text)?.[1] ?? '').split(/,\s*/);
	if (!startsDeadline.test(when) || when.length > 40) return undefined;
	const { deadline } = readDeadline(when, null);
	if (deadline.kind === 'none' || deadline.kind === 'external') return undefined;
	const more = who.findIndex((part) => !startsDeadline.test(part));
	const dates = more < 0 ? who : who.slice(0, more);
	return { deadline: [when, ...dates].join(', '), responsible: more < 0 ? '' : who.slice(more).join(', ') };
}

const startsDeadline =
	/^(?:до|в течени[еи]|ежегодно|еже[а-яё]+|постоянно|январ|феврал|март|апрел|ма[йя](?![а-яё])|июн|июл|август|сентябр|октябр|ноябр|декабр|[ivx]+\s+квартал|\d)/i;

const cell = (texts: string[], place: Cell['place']): Cell => ({
	lines: texts.map(plainLine),
	place,
	span: 1,
	merged: null
});
