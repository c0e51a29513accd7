import { expect, test } from 'vitest';
import { readPastedText } from '../readers/read-roadmap';

const table = `№\tМероприятие\tСрок\tОтветственный
1\tСобрать рабочую группу\tсентябрь\tГромова В.С.
2\tПодобрать пары\tоктябрь\tГромова В.С.
3\tПодвести итоги\tмай\tГромова В.С.
`;
const periodOf = (before: string, after = '', own = table) => {
	const { period } = readPastedText(`${before}\n\n${own}\n${after}\n`);
	return period ? `${period.from}..${period.to}` : null;
};
const year = '2025-09-01..2026-08-31';

test.each([
	['in the line above the title', 'Учебный год 2025/2026\nПлан наставничества'],
	['in a line under it', 'План наставничества\nСрок реализации: сентябрь 2025 г. – август 2026 г.'],
	['over the end of a line', 'План наставничества на 2025\n/2026 учебный год'],
	['by the order it belongs to', 'Приложение № 1 к приказу от 29.08.2025 № 112\nПлан наставничества на учебный год'],
	['by its approval', 'УТВЕРЖДАЮ\nДиректор Громова В.С.\n30 августа 2025 г.\n\nПлан наставничества на учебный год'],
	['by an approval in winter', 'Утверждено приказом от 12.01.2026 № 4\nПлан наставничества на текущий учебный год']
])('the period is told %s', (_, before) => {
	expect(periodOf(before)).toBe(year);
});

test('the period is told under the table, in its head, or nowhere', () => {
	expect(periodOf('План наставничества', 'План рассчитан на 2025/2026 учебный год.')).toBe(year);
	expect(periodOf('План наставничества', 'Срок действия плана: 2025-2026 учебный год')).toBe(year);
	expect(periodOf('План наставничества', '', table.replace('Срок', 'Срок (2025/2026 уч. год)'))).toBe(year);
	expect(periodOf('Утверждено приказом от 29.08.2025 № 112\nПлан наставничества')).toBeNull();
	expect(periodOf('План наставничества\nг. Клён, 2025 г.')).toBeNull();
	expect(periodOf('План наставничества', 'Исполнитель Громова В.С., 01.09.2025')).toBeNull();
});
