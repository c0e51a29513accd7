import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, differenceOf } from './difference';
import type { Edition, EditionRow } from './edition';
import { mergeOf } from './merge';
import { asEdition, takeChanges } from './take';
import { markWords } from './words';

type Written = Partial<Omit<EditionRow, 'key' | 'stage'>> & { title: string; stage?: string };

/** An edition as a person would write it down: rows with the names of their stages. */
function edition(rows: readonly Written[], heading: Partial<Pick<Edition, 'title' | 'goal' | 'period'>> = {}): Edition {
	const titles = [...new Set(rows.flatMap(({ stage }) => stage ?? []))];
	return {
		title: 'Дорожная карта',
		goal: '',
		period: null,
		...heading,
		stages: titles.map((title) => ({ id: null, number: null, title, goal: '' })),
		rows: rows.map(({ stage, ...row }, at) => ({
			key: `r${at}`,
			id: null,
			number: String(at + 1),
			lead: null,
			deadline: null,
			responsible: [],
			results: [],
			...row,
			stage: stage === undefined ? null : titles.indexOf(stage)
		}))
	};
}

const told = (change: Change) => {
	switch (change.what) {
		case 'heading':
			return `${change.field}: ${change.was} → ${change.became}`;
		case 'stage-changed':
			return `этап «${change.title}», ${change.field}: ${change.was} → ${change.became}`;
		case 'stage-added':
		case 'stage-removed':
		case 'stage-moved':
			return `${change.what} ${change.title}`;
		case 'added':
		case 'removed':
			return `${change.what} ${change.row.title}`;
		case 'changed':
			return `${change.row.title}, ${change.field}: ${change.was} → ${change.became}`;
		case 'moved':
			return `moved ${change.row.title}: ${change.from} → ${change.to}, после ${change.after}`;
	}
};
const all = (was: Edition, became: Edition) => differenceOf(was, became).changes.map(told);

const school: Written[] = [
	{
		stage: 'Подготовка',
		title: 'Издать приказ о наставничестве',
		deadline: 'август',
		responsible: ['Директор'],
		results: ['Приказ']
	},
	{
		stage: 'Подготовка',
		title: 'Провести анкетирование молодых педагогов',
		deadline: 'сентябрь',
		responsible: ['Куратор'],
		results: ['Справка']
	},
	{
		stage: 'Работа пар',
		title: 'Проводить встречи пар',
		deadline: 'в течение года',
		responsible: ['Наставники'],
		results: ['Журнал встреч']
	},
	{
		stage: 'Работа пар',
		title: 'Отчитаться на педсовете',
		deadline: 'май',
		responsible: ['Куратор'],
		results: ['Протокол']
	}
];
const [order, survey, meetings, report] = school as [Written, Written, Written, Written];

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

const word = fc.constantFrom(
	'провести',
	'семинар',
	'анкетирование',
	'приказ',
	'ещё',
	'пар',
	'педагогов',
	'отчёт',
	'встречи – беседы',
	'урок',
	'план'
);
const words = (minLength: number) => fc.array(word, { minLength, maxLength: 4 }).map((list) => list.join(' '));
const row = fc.record({
	title: words(1),
	deadline: fc.option(fc.constantFrom('сентябрь', 'до 1 мая', 'весь год – ежедневно')),
	responsible: fc.array(fc.constantFrom('Директор', 'Куратор', 'Совет наставников'), { maxLength: 2 }),
	results: fc.array(words(1), { maxLength: 2 }),
	number: fc.option(fc.constantFrom('1', '2', '3.1'))
});
/** Rows of three stages at the most, each stage together, none of them empty. */
const rowsOfPlan = fc
	.array(fc.tuple(fc.integer({ min: 0, max: 2 }), row), { maxLength: 12 })
	.map((rows) =>
		rows.toSorted(([a], [b]) => a - b).map(([stage, one]): Written => ({ ...one, stage: `Этап ${'абв'[stage]}` }))
	);
const plan = rowsOfPlan.map((rows) => edition(rows));

describe('whatever the plans', () => {
	test('a plan does not differ from itself, however it is written', () => {
		fc.assert(
			fc.property(plan, (one) => {
				const written = JSON.parse(
					JSON.stringify(one)
						.replaceAll('ё', 'е')
						.replaceAll('–', '—')
						.replaceAll('семинар', 'СЕМИНАР')
						.replaceAll(' ', '\u00a0 ')
				) as Edition;
				expect(all(one, one)).toEqual([]);
				expect(all(one, written)).toEqual([]);
			})
		);
	});

	test('every row of either side is told or paired exactly once', () => {
		fc.assert(
			fc.property(plan, plan, (was, became) => {
				const { rows, changes } = differenceOf(was, became);
				const of = (what: 'added' | 'removed') =>
					changes.flatMap((change) => (change.what === what && 'row' in change ? [change.row.key] : []));
				const left = [...rows.map(([i]) => was.rows[i]?.key), ...of('removed')];
				const right = [...rows.map(([, j]) => became.rows[j]?.key), ...of('added')];
				expect(left.sort()).toEqual(was.rows.map(({ key }) => key).sort());
				expect(right.sort()).toEqual(became.rows.map(({ key }) => key).sort());
				expect(new Set(changes.map(({ key }) => key)).size).toBe(changes.length);
			})
		);
	});

	test('there and back is the same', () => {
		fc.assert(
			fc.property(plan, plan, (was, became) => {
				const [there, back] = [differenceOf(was, became), differenceOf(became, was)];
				expect(back.rows.map(([j, i]) => [i, j]).sort()).toEqual(there.rows.map(([i, j]) => [i, j]).sort());
				const count = (changes: readonly Change[], what: Change['what']) =>
					changes.filter((one) => one.what === what).length;
				expect(count(back.changes, 'added')).toBe(count(there.changes, 'removed'));
				expect(count(back.changes, 'changed')).toBe(count(there.changes, 'changed'));
				const moved = (changes: readonly Change[]) =>
					changes.flatMap((one) => (one.what === 'moved' ? [[one.row.key, one.into.key].sort().join(' ')] : [])).sort();
				expect(moved(back.changes)).toEqual(moved(there.changes));
			})
		);
	});

	test('another order is told as moves alone', () => {
		const shuffled = rowsOfPlan.chain((rows) =>
			fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }))
		);
		fc.assert(
			fc.property(shuffled, ([rows, mixed]) => {
				const stages = rows.map(({ stage }) => stage);
				const other = [...Map.groupBy(mixed, ({ stage }) => stage).values()].flat();
				const kinds = differenceOf(edition(rows), edition(other)).changes.map(({ what }) => what);
				expect(kinds.filter((what) => what !== 'moved' && what !== 'stage-moved')).toEqual([]);
				expect(stages.length).toBe(other.length);
			})
		);
	});

	test('all that is proposed taken gives the other plan; nothing taken leaves one’s own', () => {
		fc.assert(
			fc.property(plan, plan, (mine, theirs) => {
				expect(all(asEdition(takeChanges(mine, theirs, () => true)), theirs)).toEqual([]);
				expect(asEdition(takeChanges(mine, theirs, () => false))).toEqual(mine);
			})
		);
	});

	test('a part of it loses no row that was not taken out', () => {
		fc.assert(
			fc.property(plan, plan, fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), (mine, theirs, ticks) => {
				const keys = differenceOf(mine, theirs).changes.map(({ key }) => key);
				const chosen = new Set(keys.filter((_, at) => ticks[at % ticks.length]));
				const taken = takeChanges(mine, theirs, (key) => chosen.has(key));
				const kept = [...taken.rows.flatMap(({ mine: row }) => row ?? []), ...taken.removed].map(({ key }) => key);
				expect(kept.sort()).toEqual(mine.rows.map(({ key }) => key).sort());
				const added = taken.rows.filter(({ mine: row }) => row === null);
				expect(added).toHaveLength([...chosen].filter((key) => /^\+r/.test(key)).length);
			})
		);
	});

	test('words that are marked are the words that were, and the words that are', () => {
		fc.assert(
			fc.property(words(0), words(0), (was, became) => {
				const marks = markWords(was, became);
				const of = (kind: 'gone' | 'new') => marks.filter((mark) => mark.kind === 'same' || mark.kind === kind);
				const join = (list: readonly { text: string }[]) => list.map(({ text }) => text).join(' ');
				expect(join(of('gone'))).toBe(was);
				expect(join(of('new'))).toBe(became);
			})
		);
	});
});

describe('a copy and its pattern', () => {
	const known = (rows: readonly Written[]) => edition(rows.map((one, at) => ({ ...one, id: `t${at}` })));
	const base = known(school);
	const change = (at: number, words: Partial<Written>) =>
		known(school.map((row, i) => (i === at ? { ...row, ...words } : row)));

	test('what only the pattern changed is proposed, what only the school changed is not', () => {
		const { proposed, conflicts } = mergeOf(
			base,
			change(0, { deadline: 'до 31 августа' }),
			change(1, { deadline: 'октябрь' })
		);
		expect(proposed.map(told)).toEqual(['Провести анкетирование молодых педагогов, deadline: сентябрь → октябрь']);
		expect(conflicts).toEqual([]);
	});

	test('both said something else of one thing: a conflict; the same thing: nothing', () => {
		const { proposed, conflicts } = mergeOf(
			base,
			change(1, { deadline: 'ноябрь' }),
			change(1, { deadline: 'октябрь' })
		);
		expect(proposed).toEqual([]);
		expect(conflicts.map(({ theirs, mine }) => [told(theirs), told(mine)])).toEqual([
			[
				'Провести анкетирование молодых педагогов, deadline: сентябрь → октябрь',
				'Провести анкетирование молодых педагогов, deadline: сентябрь → ноябрь'
			]
		]);
		expect(mergeOf(base, change(1, { deadline: 'Октябрь.' }), change(1, { deadline: 'октябрь' }))).toEqual({
			proposed: [],
			conflicts: []
		});
	});

	test('removed there and changed here; added on both sides', () => {
		const without = known(school).rows.filter((_, at) => at !== 1);
		const { conflicts } = mergeOf(base, change(1, { deadline: 'ноябрь' }), { ...base, rows: without });
		expect(conflicts.map(({ theirs }) => theirs.what)).toEqual(['removed']);

		const added = (deadline: string, id: string | null) => {
			const more = edition([...school, { stage: 'Работа пар', title: 'Взаимопосещение уроков', deadline }]);
			return { ...more, rows: more.rows.map((row, at) => ({ ...row, id: at < 4 ? `t${at}` : id })) };
		};
		expect(mergeOf(base, added('ноябрь', 'own'), added('ноябрь', 't9'))).toEqual({ proposed: [], conflicts: [] });
		expect(mergeOf(base, added('март', 'own'), added('ноябрь', 't9')).conflicts).toHaveLength(1);
		expect(mergeOf(base, base, added('ноябрь', 't9')).proposed.map(told)).toEqual(['added Взаимопосещение уроков']);
	});

	test('a copy that nobody touched is offered everything', () => {
		fc.assert(
			fc.property(plan, plan, (was, became) => {
				const merged = mergeOf(was, was, became);
				expect(merged).toEqual({ proposed: differenceOf(was, became).changes, conflicts: [] });
				expect(mergeOf(was, became, was)).toEqual({ proposed: [], conflicts: [] });
			})
		);
	});
});

test('five hundred rows turned upside down, every fifth said anew, take less than a tenth of a second', () => {
	const many = Array.from(
		{ length: 500 },
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
	expect(Math.min(...took)).toBeLessThan(100);
});
