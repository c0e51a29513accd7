import { describe, expect, test } from 'vitest';
import { differenceOf } from './difference';
import { all, edition, meetings, order, report, school, survey, told, type Written } from './fixtures/editions';
import { markWords } from './words';

describe('what is told', () => {
	test('a field, word by word', () => {
		const later = edition([
			order,
			{ ...survey, deadline: 'до 20 сентября' },
			meetings,
			{ ...report, responsible: ['Директор', 'Куратор'] }
		]);
		expect(all(edition(school), later)).toEqual([
			'Провести анкетирование молодых педагогов, deadline: сентябрь → до 20 сентября',
			'Отчитаться на педсовете, responsible: Куратор → Директор, Куратор'
		]);
		expect(markWords('до 20 сентября ежегодно', 'до 25 сентября')).toEqual([
			{ kind: 'same', text: 'до' },
			{ kind: 'gone', text: '20' },
			{ kind: 'new', text: '25' },
			{ kind: 'same', text: 'сентября' },
			{ kind: 'gone', text: 'ежегодно' }
		]);
	});

	test('a title in other words is the same activity; wholly other words, when nothing else has changed', () => {
		const later = edition([
			order,
			{ ...survey, title: 'Организовать анкетирование молодых специалистов' },
			{ ...meetings, title: 'Сопровождать начинающих учителей' },
			report
		]);
		expect(all(edition(school), later).map((line) => line.split(':')[0])).toEqual([
			'Провести анкетирование молодых педагогов, title',
			'Проводить встречи пар, title'
		]);
	});

	test('what came, what went, where it stood; numbers that shift are no change', () => {
		const fresh = { stage: 'Работа пар', title: 'Взаимопосещение уроков', deadline: 'ноябрь' };
		const found = differenceOf(edition(school), edition([order, meetings, fresh, report]));
		expect(found.changes.map(told)).toEqual([
			'removed Провести анкетирование молодых педагогов',
			'added Взаимопосещение уроков'
		]);
		expect(found.changes[1]).toMatchObject({ stage: 'Работа пар', after: 'Проводить встречи пар' });
	});

	test('one row dragged is one move; a stage dragged is one move of the stage', () => {
		expect(all(edition(school), edition([survey, order, meetings, report]))).toHaveLength(1);
		expect(all(edition(school), edition([meetings, report, order, survey]))).toHaveLength(1);
		expect(all(edition(school), edition([order, { ...meetings, stage: 'Подготовка' }, survey, report]))).toEqual([
			'moved Проводить встречи пар: Работа пар → Подготовка, после Издать приказ о наставничестве'
		]);
	});

	test('a stage under another name keeps its rows', () => {
		const later = school.map((row) => ({
			...row,
			...(row.stage === 'Подготовка' && { stage: 'Условия и нормативная база' })
		}));
		expect(all(edition(school), edition(later))).toEqual([
			'этап «Подготовка», title: Подготовка → Условия и нормативная база'
		]);
	});

	test('the heading', () => {
		const period = { from: '2026-09-01', to: '2027-05-31' };
		expect(all(edition(school), edition(school, { period, goal: 'Закрепить молодых' }))).toEqual([
			'period:  → 01.09.2026 – 31.05.2027',
			'goal:  → Закрепить молодых'
		]);
	});

	test('ids decide: the same words under another id came anew, other words under the same id were changed', () => {
		const known = (id: string, row: Written) => ({ ...row, id });
		const was = edition([known('1', order), known('2', survey)]);
		expect(all(was, edition([known('1', survey), known('3', order)]))).toEqual([
			'Издать приказ о наставничестве, title: Издать приказ о наставничестве → Провести анкетирование молодых педагогов',
			'Издать приказ о наставничестве, deadline: август → сентябрь',
			'Издать приказ о наставничестве, responsible: Директор → Куратор',
			'Издать приказ о наставничестве, results: Приказ → Справка',
			'added Издать приказ о наставничестве',
			'removed Провести анкетирование молодых педагогов'
		]);
	});
});

/** A plan of so many rows and the same one upside down, every fifth row said anew: how long it takes to compare them, in milliseconds. */
function timeOf(rows: number) {
	const many = Array.from(
		{ length: rows },
		(_, at): Written => ({
			stage: `Этап ${Math.floor(at / 25)}`,
			title: `Провести мероприятие для педагогов ${'абвгдежз'[at % 8]} ${at} и подготовить ${at % 7} отчётов о работе пар`,
			deadline: 'сентябрь',
			responsible: ['Куратор'],
			results: [`Справка ${at}`]
		})
	);
	const anew = many.toReversed().map((one, at) => (at % 5 ? one : { ...one, title: `${one.title} за год` }));
	const [was, became] = [edition(many), edition(anew)];
	const took = Array.from({ length: 7 }, () => {
		const begun = process.cpuUsage(); // not the clock: other tests run beside this one
		differenceOf(was, became);
		const { user, system } = process.cpuUsage(begun);
		return (user + system) / 1000;
	});
	return Math.min(...took);
}

test('four times the rows take about four times as long, and not sixteen', () => {
	timeOf(500); // what is new to the machine is slow the first time
	expect(timeOf(1000) / Math.max(1, timeOf(250))).toBeLessThan(8);
});
