import { parseDate } from '../../../core/dates';
import { months } from '../../../core/words';
import { type Stamp, type StampKind, stampKinds } from './paper';
import type { DocumentLine } from './understanding';

const dotted = /(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)/;
const spelled = new RegExp(`«?(\\d{1,2})»?\\s+(${months.join('|')})\\s+((?:19|20)\\d\\d)`, 'i');

/** The day that words name: «28.08.2026», «28» августа 2026 г.; null when none. */
export function dayIn(text: string): string | null {
	const figures = dotted.exec(text);
	if (figures) return parseDate(figures[0]) ?? null;
	const [, day, month = '', year] = spelled.exec(text) ?? [];
	const at = months.findIndex((name) => name === month.toLowerCase());
	return at < 0 ? null : (parseDate(`${day}.${at + 1}.${year}`) ?? null);
}

const numberIn = (text: string) => /№\s*([^\s,;]+)/.exec(text)?.[1] ?? null;
const papers = /приказ|распоряжени|протокол/i;
const signature = /(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][а-яё-]+|[А-ЯЁ][а-яё-]+\s(?:[А-ЯЁ]\.\s?){2}/;

/** «УТВЕРЖДАЮ» is written by the one who approves, «УТВЕРЖДЕНО» when an order does: each stays what it was. */
const kinds: readonly [RegExp, StampKind][] = [
	[/^\s*утверждаю/i, 'УТВЕРЖДАЮ'],
	[/^\s*утвержд/i, 'УТВЕРЖДЕНО'],
	[/^\s*согласован/i, 'СОГЛАСОВАНО'],
	[/^\s*принят/i, 'ПРИНЯТО'],
	[/^\s*рассмотрен/i, 'РАССМОТРЕНО']
];

/** A stamp as a file has it, line under line, read back into its parts; null when its word is not known. */
export function readStamp(text: string): Stamp | null {
	const [first = '', ...rest] = text.split('\n').map((line) => line.trim());
	const kind = stampKinds.find((one) => first.startsWith(one)) ?? kinds.find(([word]) => word.test(first))?.[1];
	if (!kind) return null;
	const head = first.replace(/^[А-ЯЁа-яё]+:?\s*/, '');
	const lines = [head, ...rest].filter(Boolean);
	const paperLine = lines.find((line) => /№/.test(line) && (papers.test(line) || dayIn(line) !== null)) ?? '';
	const word = (papers.exec(paperLine) ?? papers.exec(text))?.[0].toLowerCase() ?? '';
	const number = numberIn(paperLine);
	const words: Record<string, string> = { приказ: 'приказ', распоряжени: 'распоряжение', протокол: 'протокол' };
	const name = lines.map((line) => signature.exec(line)?.[0]).find(Boolean) ?? '';
	const post = lines.filter(
		(line) => line !== paperLine && !(name && line.includes(name)) && !/_{3,}/.test(line) && !dayIn(line)
	);
	return {
		kind,
		post: post.join(' '),
		name,
		paper: number ? `${words[word] ?? ''} № ${number}`.trim() : '',
		day: dayIn(text)
	};
}

/** What a file says of its approval: the order and the stamps in their places, the last at the right. Null: it was not approved by an order. */
export function approvalIn(document: DocumentLine, approvals: readonly string[]) {
	const stamps = approvals.flatMap((text) => readStamp(text) ?? []).slice(0, 3);
	const order = stamps.find(({ kind, paper }) => /^УТВЕРЖД/.test(kind) && /^(приказ|распоряжение)/.test(paper));
	const orderNumber = document.number ?? (order && numberIn(order.paper)) ?? null;
	const orderDay = document.date ?? order?.day ?? null;
	if (!orderNumber) return null;
	const places: readonly (Stamp | null)[] = [...Array.from({ length: 3 - stamps.length }, () => null), ...stamps];
	const annex = document.annex === null ? '' : (document.text?.split('\n').join(' ') ?? '');
	return { orderNumber, orderDay, stamps: places, annex: annex.slice(0, 300) };
}
