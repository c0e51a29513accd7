import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Stamp, stampKinds, stampLines } from './paper';
import { approvalIn, dayIn, readStamp } from './stamps';

test('a stamp of a school’s paper is read into its parts', () => {
	expect(
		readStamp('УТВЕРЖДАЮ\nДиректор МБОУ «Школа № 5»\n_______________ Г. И. Ершов\nприказ от 28.08.2026 № 112-О')
	).toEqual({
		kind: 'УТВЕРЖДАЮ',
		post: 'Директор МБОУ «Школа № 5»',
		name: 'Г. И. Ершов',
		paper: 'приказ № 112-О',
		day: '2026-08-28'
	});
	expect(readStamp('Что-то ещё')).toBeNull();
	expect(dayIn('«28» августа 2026 г.')).toBe('2026-08-28');
	expect(dayIn('31.02.2026')).toBeNull();
});

test('an order is found in the annex line or in the stamp; without an order nothing was approved', () => {
	const none = { annex: null, number: null, date: null, text: null };
	expect(approvalIn(none, [])).toBeNull();
	expect(approvalIn(none, ['ПРИНЯТО\nна педсовете\nпротокол от 27.08.2026 № 1'])).toBeNull();
	expect(approvalIn(none, ['УТВЕРЖДЕНО\nприказом директора\nприказ от 28.08.2026 № 7'])).toMatchObject({
		orderNumber: '7',
		orderDay: '2026-08-28'
	});
	const annexed = {
		annex: '1',
		number: '16/1-О',
		date: '2026-08-28',
		text: 'Приложение 1\nк приказу от 28.08.2026 № 16/1-О'
	};
	expect(approvalIn(annexed, ['ПРИНЯТО\nна педсовете\nпротокол от 27.08.2026 № 1'])).toMatchObject({
		orderNumber: '16/1-О',
		annex: 'Приложение 1 к приказу от 28.08.2026 № 16/1-О',
		stamps: [null, null, { kind: 'ПРИНЯТО', post: 'на педсовете', paper: 'протокол № 1', day: '2026-08-27' }]
	});
});

test('a stamp that we wrote is read as the same stamp', () => {
	const stamp = fc.record({
		kind: fc.constantFrom(...stampKinds),
		post: fc.constantFrom('Директор', 'на заседании педагогического совета', 'Председатель профкома'),
		name: fc.constantFrom('', 'Г. И. Ершов'),
		paper: fc.constantFrom('', 'приказ № 112-О', 'протокол № 1'),
		day: fc.constantFrom(null, '2026-08-28')
	});
	fc.assert(
		fc.property(stamp, (one: Stamp) => {
			expect(readStamp(stampLines(one).join('\n'))).toEqual(one);
		})
	);
});
