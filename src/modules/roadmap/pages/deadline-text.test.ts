import { expect, test } from 'vitest';
import type { Deadline, Period } from '../rules/understanding';
import { cadenceText, deadlineText, monthText, periodText, windowText } from './deadline-text';

const span = (from: string, to: string): Period => ({ from, to });
const dated = (...windows: Period[]): Deadline => ({ text: '', kind: 'windows', windows });

test.each([
	[span('2025-05-01', '2025-05-31'), 'май 2025'],
	[span('2024-02-01', '2024-02-29'), 'февраль 2024'],
	[span('2025-08-01', '2025-09-30'), 'август–сентябрь 2025'],
	[span('2025-12-01', '2026-01-31'), 'декабрь 2025 – январь 2026'],
	[span('2025-09-01', '2026-08-31'), '2025/2026 учебный год'],
	[span('2025-08-22', '2025-08-22'), '22 августа 2025'],
	[span('2025-08-25', '2025-08-31'), '25–31 августа 2025'],
	[span('2025-05-10', '2025-06-05'), '10 мая – 5 июня 2025']
])('%o is «%s»', (window, text) => {
	expect(windowText(window)).toBe(text);
});

test('a deadline in words', () => {
	const mays = [2025, 2026, 2027].map((year) => span(`${year}-05-01`, `${year}-05-31`));
	expect(deadlineText({ ...dated(...mays), yearly: true })).toBe('каждый год: май 2025, май 2026, май 2027');
	expect(deadlineText({ ...dated(span('2024-09-01', '2025-05-20')), until: true })).toBe('до 20 мая 2025');
	expect(deadlineText({ text: '', kind: 'throughout', windows: [span('2025-09-01', '2026-08-31')] })).toBe(
		'всё время: 2025/2026 учебный год'
	);
	expect(deadlineText({ text: null, kind: 'none', windows: [] })).toBe('срок не указан');
});

test('many windows are counted, not listed, unless asked for', () => {
	const months = Array.from({ length: 9 }, (_, at) => span(`2025-0${at + 1}-01`, `2025-0${at + 1}-15`));
	expect(deadlineText(dated(...months))).toMatch(/ и ещё 5 раз$/);
	expect(deadlineText(dated(...months), true)).not.toContain('ещё');
});

test('how often', () => {
	expect(cadenceText({ every: 2, unit: 'week' })).toBe('раз в 2 недели');
	expect(cadenceText({ every: 1, unit: 'month', byDay: 25 })).toBe('каждый месяц до 25-го числа');
	expect(cadenceText({ every: 5, unit: 'day' })).toBe('раз в 5 дней');
});

test('a period and a month by name', () => {
	expect(periodText(span('2024-09-01', '2027-08-31'))).toBe('2024–2027 учебные годы');
	expect(periodText(span('2025-01-01', '2025-12-31'))).toBe('январь–декабрь 2025');
	expect(monthText('2026-09')).toBe('Сентябрь 2026');
});
