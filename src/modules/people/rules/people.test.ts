import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths } from '../../../core/dates';
import { wantedFrom } from './filters';
import { nameKey, parseName, sexFrom } from './names';
import { isBeginner, isUnder35, problemsWithPeriod } from './person';
import { isTeachingPost, parseSubjects } from './posts';
import { problemWithSince, sinceFromTold, tenure, tenureText } from './tenure';

const day = fc.integer({ min: 0, max: 25_000 }).map((offset) => addDays('1960-01-01', offset));

test('a tenure is told in whole years and months', () => {
	expect(tenureText(tenure('2024-06-05', '2026-09-05'))).toBe('2 года 3 месяца');
	expect(tenureText(tenure('2026-04-01', '2026-09-05'))).toBe('5 месяцев');
	expect(tenureText(tenure('2026-08-20', '2026-09-05'))).toBe('меньше месяца');
	expect(tenureText(tenure('2005-09-05', '2026-09-05'))).toBe('21 год');
	expect(tenureText(tenure('2026-09-06', '2026-09-05'))).toBe('ещё не начался');
	expect(tenureText(tenure('2024-02-29', '2025-02-28'))).toBe('1 год');
});

test('a tenure lies between the months it counts', () => {
	fc.assert(
		fc.property(day, fc.nat(15_000), (since, days) => {
			const on = addDays(since, days);
			const held = tenure(since, on);
			const months = (held?.years ?? 0) * 12 + (held?.months ?? 0);
			expect(addMonths(since, months) <= on).toBe(true);
			expect(addMonths(since, months + 1) > on).toBe(true);
		})
	);
});

test('a tenure told in words is that tenure on the day it was told', () => {
	fc.assert(
		fc.property(day, fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 11 }), (on, years, months) => {
			const told = `${years} лет ${months} мес.`;
			const since = sinceFromTold(told, on);
			expect(since && tenure(since, on)).toEqual({ years, months });
		})
	);
});

test.each([
	['7 лет', '2019-09-05'],
	['7', '2019-09-05'],
	['7,5', '2019-03-05'],
	['2г 3м', '2024-06-05'],
	['1 год и 2 месяца', '2025-07-05'],
	['12 лет 3 мес. 14 дн.', '2014-06-05'],
	['8 мес', '2026-01-05'],
	['01.09.2015', '2015-09-01'],
	['с 01.09.2015 г.', '2015-09-01'],
	['с 2015 года', '2015-09-01'],
	['без стажа', '2026-09-05'],
	['0', '2026-09-05'],
	['–', null],
	['', null],
	['много', undefined],
	['99 лет', undefined],
	['31.02.2015', undefined]
])('«%s», told on 5 September 2026, began on %s', (told, since) => {
	expect(sinceFromTold(told, '2026-09-05')).toBe(since);
});

test('nobody taught before the age of fourteen', () => {
	expect(problemWithSince('2005-01-01', '1995-05-05', '2026-09-05')).toContain('больше, чем возможно');
	expect(problemWithSince('2015-01-01', '1995-05-05', '2026-09-05')).toBeUndefined();
});

test('names are read as people write them', () => {
	expect(parseName('ИВАНОВА-ПЕТРОВА  мария ивановна')).toEqual({
		familyName: 'Иванова-Петрова',
		givenName: 'Мария',
		patronymic: 'Ивановна'
	});
	expect(parseName('Алиев Руслан Магомед Оглы')).toMatchObject({ patronymic: 'Магомед оглы' });
	expect(parseName('Ли Чен')).toMatchObject({ familyName: 'Ли', patronymic: '' });
	expect(parseName('Вакансия')).toBeUndefined();
	expect(nameKey({ familyName: 'Ёлкина', givenName: 'Алёна', patronymic: '' })).toBe('елкина алена');
	expect(sexFrom({ patronymic: 'Ильинична' })).toBe('female');
	expect(sexFrom({ patronymic: 'Кузьмич' })).toBe('male');
	expect(sexFrom({ patronymic: 'Магомед оглы' })).toBe('male');
	expect(sexFrom({ patronymic: '' })).toBeNull();
});

test('who teaches by post', () => {
	for (const post of [
		'учитель математики',
		'Педагог-психолог',
		'музыкальный руководитель',
		'старший воспитатель',
		'тренер-преподаватель'
	]) {
		expect(isTeachingPost(post), post).toBe(true);
	}
	for (const post of [
		'заместитель директора по воспитательной работе',
		'помощник воспитателя',
		'повар',
		'заведующий',
		'секретарь учебной части'
	]) {
		expect(isTeachingPost(post), post).toBe(false);
	}
});

test('subjects of one cell are told apart, once each', () => {
	expect(parseSubjects('Алгебра, геометрия; информатика,  алгебра')).toEqual(['Алгебра', 'геометрия', 'информатика']);
	expect(parseSubjects('Технология (труд, черчение), ОБЗР')).toEqual(['Технология (труд, черчение)', 'ОБЗР']);
	expect(parseSubjects(' , ;')).toEqual([]);
});

test('two periods overlap exactly when they share a day', () => {
	const span = fc
		.tuple(day, fc.option(fc.nat(400)))
		.map(([from, length]) => ({ from, to: length === null ? null : addDays(from, length) }));
	fc.assert(
		fc.property(span, span, (one, other) => {
			const share = (!one.to || other.from <= one.to) && (!other.to || one.from <= other.to);
			expect(Object.keys(problemsWithPeriod(one, [other], '2050-01-01')).length > 0).toBe(share);
		})
	);
});

test('under 35 and under three years of tenure are different facts', () => {
	expect(isUnder35('1991-09-06', '2026-09-05')).toBe(true);
	expect(isUnder35('1991-09-05', '2026-09-05')).toBe(false);
	expect(isBeginner('2023-09-06', '2026-09-05')).toBe(true);
	expect(isBeginner('2023-09-05', '2026-09-05')).toBe(false);
	expect(isBeginner(null, '2026-09-05')).toBe(false);
});

test('what an address asks of the staff list holds no sign that a database does not take', () => {
	expect(wantedFrom({ q: ' Бел\u0000ова\ud83d ', sort: 'constructor', filter: 'left' }, ['all'])).toMatchObject({
		q: 'Белова\ufffd',
		sort: 'name',
		filter: 'all'
	});
});
