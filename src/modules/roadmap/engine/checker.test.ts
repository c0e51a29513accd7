import { expect, test } from 'vitest';
import { invent } from '../../../../test/understanding/invent';
import { layouts } from '../../../../test/understanding/write/layouts';
import { readPastedText, readRoadmap } from '../readers/read-roadmap';

const read = (title: string, ...rows: string[]) =>
	readPastedText([title, '', 'Мероприятие\tСрок\tОтветственный', ...rows].join('\n'));

test('a remark names the rows, the cells it was read from and the words to put there', () => {
	const { remarks, pieces, warnings } = read(
		'План наставничества гимназии «Вектор» на 2026 год',
		'Положение о наставничестве в техникуме\tмай 2026\tдиректор',
		'Отчёт гимназии\tмай 2026\tдиректор',
		'Родительское собрание для обучающихся техникума\tмай 2026\tкуратор'
	);
	expect(remarks).toMatchObject([
		{
			kind: 'foreign-kind',
			where: [
				{ activity: 0, field: 'title' },
				{ activity: 2, field: 'title' }
			],
			mend: {
				replace: [
					{ words: 'техникуме', by: 'гимназии' },
					{ words: 'техникума', by: 'гимназии' }
				]
			}
		}
	]);
	expect(remarks[0]?.pieces.map((index) => pieces[index]?.text)).toEqual([
		'Положение о наставничестве в техникуме',
		'Родительское собрание для обучающихся техникума'
	]);
	expect(warnings).toContain(remarks[0]?.sentence);
});

/** What the inventor puts in on purpose: slips in initials, datives, Sundays, stamps of a signature under the table. */
const onPurpose = ['initials', 'dative', 'day-off'];

test('invented plans without faults get no remark but for the slips put into them', async () => {
	const all = Object.values(layouts);
	const alarms: string[] = [];
	for (let seed = 0; seed < 60; seed++) {
		const { bytes, name } = (all[seed % all.length] as (typeof all)[number])(invent(seed));
		for (const { kind, sentence } of (await readRoadmap(bytes, name)).remarks)
			if (!onPurpose.includes(kind) && !/электронной подписью|Сертификат/.test(sentence))
				alarms.push(`${seed}: ${sentence}`);
	}
	expect(alarms).toEqual([]);
});

test('what is put into clean plans by hand is said of every one of them', async () => {
	const plans = Array.from({ length: 15 }, (_, seed) => invent(seed)).filter(
		({ truth }) => truth.activities.length > 3
	);
	const layout = layouts.docx ?? Object.values(layouts)[0];
	expect(plans.length).toBeGreaterThan(10);
	for (const plan of plans) {
		const at = plan.columns.indexOf('activity');
		const rows = [...plan.rows];
		const target = rows.findIndex(({ cells, across }) => !across && (cells[at] ?? '').length > 12);
		const row = rows[target];
		if (!row || !layout) continue;
		rows[target] = {
			...row,
			cells: row.cells.map((cell, index) => (index === at ? `${cell} по ст. 358.1 ТК РФ` : cell))
		};
		const { bytes, name } = layout({ ...plan, rows });
		const { remarks } = await readRoadmap(bytes, name);
		expect(remarks.filter(({ kind }) => kind === 'misquoted-act').map(({ mend }) => mend)).toEqual([
			{ replace: [{ words: '358.1', by: '351.8' }] }
		]);
	}
});
