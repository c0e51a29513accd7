import { expect, test } from 'vitest';
import { monthLines, nextMonth, readMonth } from './month';

const activity = (
	title: string,
	kind: 'deadline' | 'review' | 'awaited',
	from: string,
	to: string,
	deadlineKind = 'windows'
) => ({
	title,
	deadlineText: null,
	deadlineKind,
	responsible: [],
	occurrences: [
		{
			id: title,
			kind,
			from,
			to,
			dueOn: kind === 'awaited' ? null : to,
			addedOn: '2026-09-01',
			outcome: null,
			doneOn: null
		}
	]
});

test('October holds what is due in it, what runs through it for a while, and what is done again and again', () => {
	const plan = [
		activity('Отчёт', 'deadline', '2026-09-01', '2026-10-30'),
		activity('Семинар', 'deadline', '2026-10-05', '2026-10-05'),
		activity('Диагностика', 'deadline', '2026-10-15', '2026-11-15'),
		activity('Подготовка сборника', 'deadline', '2026-09-01', '2027-03-01'),
		activity('Приказ', 'deadline', '2026-09-01', '2026-09-10'),
		activity('Встречи пар', 'review', '2026-09-01', '2026-12-31', 'cadence'),
		activity('Сопровождение', 'review', '2026-09-01', '2026-12-31', 'throughout'),
		activity('Слёт в РЦ', 'awaited', '2026-10-01', '2026-10-31')
	];
	expect(monthLines(plan, '2026-10').map((line) => line.activity.title)).toEqual([
		'Семинар',
		'Отчёт',
		'Диагностика',
		'Встречи пар'
	]);
});

test('a month of an address, or today’s', () => {
	expect(readMonth('2026-10', '2026-09-05')).toBe('2026-10');
	expect(readMonth('2026-13', '2026-09-05')).toBe('2026-09');
	expect(readMonth(undefined, '2026-09-05')).toBe('2026-09');
	expect(nextMonth('2026-12', 1)).toBe('2027-01');
});
