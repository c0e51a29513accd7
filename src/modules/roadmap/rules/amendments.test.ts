import { expect, test } from 'vitest';
import { amendmentsOf } from './amendments';
import { differenceOf } from './plan-difference/difference';
import type { Edition, EditionRow } from './plan-difference/edition';

const row = (id: string, number: string | null, stage: number, title: string, deadline = 'сентябрь'): EditionRow => ({
	key: id,
	id,
	number,
	stage,
	lead: null,
	title,
	deadline,
	responsible: ['Куратор'],
	results: []
});
const stage = (id: string, title: string) => ({ id, number: null, title, goal: '' });

const approved: Edition = {
	title: 'Дорожная карта',
	goal: '',
	period: null,
	stages: [stage('s1', 'Подготовка'), stage('s2', 'Работа пар')],
	rows: [
		row('a', '1', 0, 'Издать приказ'),
		row('b', '2', 0, 'Провести анкетирование'),
		row('c', '3', 1, 'Проводить встречи'),
		row('d', '4', 1, 'Подвести итоги')
	]
};
const said = (now: Edition, was = approved) =>
	amendmentsOf(was, now, differenceOf(was, now).changes).map(({ text, row }) => (row ? `${text} ${row.title}` : text));
const [a, b, c, d] = approved.rows as [EditionRow, EditionRow, EditionRow, EditionRow];

test('points are restated, added, excluded and moved in the words of an order', () => {
	const now: Edition = {
		...approved,
		title: 'Дорожная карта наставничества',
		rows: [
			a,
			{ ...c, stage: 0 },
			row('e', null, 0, 'Собрать согласия'),
			{ ...d, deadline: 'май', title: 'Подвести итоги года' }
		]
	};
	expect(said(now)).toEqual([
		'Наименование изложить в следующей редакции: «Дорожная карта наставничества».',
		'Пункт 3 перенести в этап «Подготовка» (после пункта 1).',
		'Этап «Подготовка» после пункта 3 дополнить пунктом следующего содержания: Собрать согласия',
		'Пункт 2 «Провести анкетирование» исключить.',
		'Пункт 4 изложить в следующей редакции: Подвести итоги года'
	]);
});

test('two fields of one point are one point of the annex; a stage goes with all it holds', () => {
	expect(said({ ...approved, rows: [{ ...a, deadline: 'август', responsible: ['Директор'] }, b, c, d] })).toEqual([
		'Пункт 1 изложить в следующей редакции: Издать приказ'
	]);
	expect(said({ ...approved, stages: [stage('s1', 'Подготовка')], rows: [a, b] })).toEqual([
		'Этап «Работа пар» исключить.'
	]);
	expect(said({ ...approved, rows: [b, a, c, d] })).toHaveLength(1);
	const first = row('e', null, 1, 'Собрать согласия');
	expect(said({ ...approved, rows: [a, b, first, c, d] })).toEqual([
		'Этап «Работа пар» перед пунктом 3 дополнить пунктом следующего содержания: Собрать согласия'
	]);
});

test('where numbers begin anew in each stage, the stage is named too; a plan without numbers is counted', () => {
	const renumbered = { ...approved, rows: [a, b, { ...c, number: '1' }, { ...d, number: '2' }] };
	const now = {
		...renumbered,
		rows: renumbered.rows.map((one) => (one.id === 'c' ? { ...one, deadline: 'весь год' } : one))
	};
	expect(said(now, renumbered)).toEqual([
		'Пункт 1 этапа «Работа пар» изложить в следующей редакции: Проводить встречи'
	]);
	const bare = { ...approved, rows: approved.rows.map((one) => ({ ...one, number: null })) };
	expect(said({ ...bare, rows: bare.rows.slice(0, 3) }, bare)).toEqual(['Пункт 4 «Подвести итоги» исключить.']);
});
