import { expect, test } from 'vitest';
import { readPastedText } from '../readers/read-roadmap';

const plan = (title: string, ...rows: string[]) =>
	readPastedText(
		[title, '', 'Мероприятие\tСрок\tОтветственный', ...rows.map((row) => `${row}\tмай 2026\tдиректор`)].join('\n')
	).warnings;

test('another kind of organisation left over from a sample is noticed', () => {
	expect(
		plan(
			'План наставничества гимназии «Вектор» на 2026 год',
			'Положение о наставничестве в техникуме',
			'Отчёт гимназии'
		)
	).toContainEqual('В тексте 1 раз стоит «техникуме», а организация другая: похоже, слово осталось от образца.');
	expect(
		plan('План наставничества гимназии «Вектор» на 2026 год', 'Встреча учителей школ города', 'Отчёт гимназии').join()
	).not.toMatch(/образца/);
});

test('an act quoted wrongly is put right', () => {
	expect(
		plan(
			'План школы на 2026 год',
			'Изучение распоряжения № 145-р',
			'Дополнительные соглашения по ст. 358.1 ТК РФ'
		).join('\n')
	).toMatch(/№ Р-145\.[\s\S]*351\.8/);
	expect(plan('План школы на 2026 год', 'Изучение распоряжения № Р-145').join()).not.toMatch(/правильно/);
});

test('the same thing written twice is noticed', () => {
	expect(plan('План школы на 2026 год', 'Опрос учителей', 'Опрос учителей')).toContainEqual(
		'Мероприятие «Опрос учителей» записано дважды с одним сроком.'
	);
});
