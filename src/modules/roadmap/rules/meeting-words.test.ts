import { expect, test } from 'vitest';
import { meetingWords } from './meeting-words';

const row = (title: string, state: 'done' | 'overdue' | 'waiting', who = '') => ({
	title,
	standing: { state, next: undefined },
	coverage: null,
	many: null,
	responsible: who ? [{ text: who, personName: null }] : []
});

test('a paragraph to read aloud: what is done, what is late and whose it is, whom we wait for', () => {
	const rows = [
		row('Приказ о парах', 'overdue', 'Директор'),
		row('Анкеты', 'done'),
		{
			...row('Встретиться с каждой парой', 'overdue'),
			coverage: 'each-pair' as const,
			many: { covered: 8, all: 12, left: [{ id: 'p', name: 'Пара' }], coverings: [], gone: [] }
		},
		row('Семинар', 'waiting')
	];
	expect(meetingWords({ title: 'Дорожная карта' }, rows, '2026-10-02')).toBe(
		'Дорожная карта, на 02.10.2026: выполнено 1 из 4 (25 %). Просрочено 2: «Приказ о парах» (Директор), «Встретиться с каждой парой». ' +
			'Охват: «Встретиться с каждой парой» – 8 из 12 пар. Ждём от других: 1.'
	);
	expect(meetingWords({ title: 'Пустой план' }, [], '2026-10-02')).toBe(
		'Пустой план, на 02.10.2026: выполнено 0 из 0 (0 %). Просроченного нет.'
	);
});
