import { expect, test, vi } from 'vitest';
import { readRoadmap } from '../../src/modules/roadmap/readers/read-roadmap';
import { invent, isHeldOut } from './invent';
import { judge, meanOf, measures, type Score } from './score/score';
import { type Drawn, pdfOf, widthOf } from './write/pdf/file';
import { pdfLayouts } from './write/pdf/layouts';

const all = Object.entries(pdfLayouts);
/** Rows that follow each other without any room or number are told by their words alone: reported apart. */
const tight = 'pdf, no lines, tight';

async function scoreOf(seed: number, name: string) {
	const plan = invent(seed);
	const { bytes } = pdfLayouts[name as keyof typeof pdfLayouts](plan);
	return judge(plan.truth, await readRoadmap(bytes, 'plan.pdf')).score;
}

test('invented roadmaps nobody tuned by are understood out of a PDF drawn in ten manners', async () => {
	const seeds = Array.from({ length: 180 }, (_, seed) => seed).filter(isHeldOut);
	const scores: Score[] = [];
	for (const [index, seed] of seeds.entries()) scores.push(await scoreOf(seed, all[index % all.length]?.[0] as string));
	const mean = meanOf(scores);
	for (const measure of measures.filter((name) => name !== 'capability' && name !== 'strict'))
		expect(mean[measure], measure).toBeGreaterThanOrEqual(0.97);
}, 600_000);

test('the same roadmap means the same in a PDF with cells drawn, with lines across, on grounds or with nothing drawn', async () => {
	const seeds = [3, 10, 15, 22];
	for (const [name] of all) {
		const scores: Score[] = [];
		for (const seed of seeds) scores.push(await scoreOf(seed, name));
		const mean = meanOf(scores);
		expect(mean.strict, name).toBeGreaterThanOrEqual(name === tight ? 0.95 : 0.99);
	}
}, 600_000);

type Placed = readonly [text: string, x: number, y: number];

/** One upright page of A4 for each list of words. */
const pages = (...sheets: (readonly Placed[])[]) =>
	pdfOf(
		sheets.map((texts) => ({
			width: 595,
			height: 842,
			turned: false,
			lines: [],
			texts: texts.map(([text, x, y]): Drawn => ({ text, x, y, size: 10 }))
		}))
	);

const head = (y: number): Placed[] => [
	['№', 50, y],
	['Мероприятие', 80, y],
	['Срок', 330, y],
	['Ответственный', 430, y]
];
const row = (number: number, title: string, y: number): Placed[] => [
	[`${number}.`, 50, y],
	[title, 80, y],
	['май 2026 г.', 330, y],
	['Куратор', 430, y]
];
const titles = [
	'Анкетирование молодых педагогов',
	'Семинар для наставников',
	'Подведение итогов года',
	'Отчёт куратора'
];
const table = (y: number) => [
	...head(y),
	...titles.flatMap((title, index) => row(index + 1, title, y - 20 * (index + 1)))
];
const read = (bytes: Uint8Array) => readRoadmap(bytes, 'plan.pdf');

test('letters placed one by one, drawn twice for boldness or spaced out are ordinary words', async () => {
	const title = 'Дорожная карта наставничества на 2025-2026 учебный год';
	let x = 50;
	const letters = [...title].flatMap((letter): Placed[] => {
		const at = x;
		x += widthOf(letter, 10);
		return letter === ' ' ? [] : [[letter, at, 780]];
	});
	const twice: Placed[] = letters.map(([letter, at, y]) => [letter, at + 0.4, y]);
	const spaced = [...'ПРИКАЗ'].map((letter, index): Placed => [letter, 200 + index * 14, 810]);
	const found = await read(pages([...spaced, ...letters, ...twice, ...table(740)]));
	expect(found.title).toBe(title);
	expect(found.pieces.map(({ text }) => text)).toContain('ПРИКАЗ');
	expect(found.activities.map((activity) => activity.title)).toEqual(titles);
});

test('stamps side by side above the plan are read one after the other', async () => {
	const stamps: Placed[] = [
		['СОГЛАСОВАНО', 50, 800],
		['УТВЕРЖДАЮ', 360, 800],
		['Председатель профкома', 50, 788],
		['Директор МБОУ «Лицей № 4»', 360, 788],
		['___________ А.А. Вересова', 50, 776],
		['___________ Б.Б. Луговой', 360, 776]
	];
	const found = await read(pages([...stamps, ['Дорожная карта наставничества', 200, 750], ...table(720)]));
	expect(found.approvals).toEqual([
		'СОГЛАСОВАНО\nПредседатель профкома\n___________ А.А. Вересова',
		'УТВЕРЖДАЮ\nДиректор МБОУ «Лицей № 4»\n___________ Б.Б. Луговой'
	]);
});

test('a line at the head of every page and the numbers of pages are set aside with their reason', async () => {
	const page = (number: number, from: number): Placed[] => [
		['МБОУ «Лицей № 4». План наставничества', 150, 815],
		...(number === 1 ? ([['Дорожная карта', 250, 780]] as Placed[]) : []),
		...head(750),
		...titles.flatMap((title, index) => row(from + index, `${title}, часть ${number}`, 730 - 20 * index)),
		[String(number), 297, 30]
	];
	const found = await read(pages(page(1, 1), page(2, 5), page(3, 9)));
	expect(found.activities).toHaveLength(12);
	const ignored = found.pieces.flatMap((piece) => (piece.use === 'ignored' ? [`${piece.reason}: ${piece.text}`] : []));
	expect(ignored.filter((piece) => piece.startsWith('Колонтитул: МБОУ'))).toHaveLength(3);
	expect(ignored.filter((piece) => piece.startsWith('Номер страницы'))).toEqual(
		[1, 2, 3].map((n) => `Номер страницы: ${n}`)
	);
});

test('a row that the end of a page parts is one activity', async () => {
	const first: Placed[] = [
		...table(200),
		['5.', 50, 60],
		['Совещание по итогам работы', 80, 60],
		['июнь 2026 г.', 330, 60]
	];
	const second: Placed[] = [['наставнических пар и групп', 80, 790], ...row(6, 'Праздник педагогов', 760)];
	const found = await read(pages(first, second));
	expect(found.activities.map(({ title }) => title)).toEqual([
		...titles,
		'Совещание по итогам работы наставнических пар и групп',
		'Праздник педагогов'
	]);
});

test('a PDF whose font is cut off is refused with a sentence alone, and is not searched to its end for every word', async () => {
	const sheet = Array.from({ length: 1_000 }, (_, at): Placed => [`слово ${at}`, 50, 800 - at / 2]);
	const whole = Buffer.from(pages(sheet)).toString('latin1');
	const cut = whole.replace('/Registry(Adobe)', '/Registry(Adobe ');
	expect(cut).toHaveLength(whole.length);
	const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
	await expect(readRoadmap(new Uint8Array(Buffer.from(cut, 'latin1')), 'plan.pdf')).rejects.toThrow(/повреждён/);
	expect(said).not.toHaveBeenCalled();
	said.mockRestore();
});
