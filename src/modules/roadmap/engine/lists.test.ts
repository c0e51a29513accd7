import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainLine } from './grid';
import { readItems } from './lists';

const read = (text: string) =>
	readItems(text.split('\n').map(plainLine)).map(({ lead, text: title }) => (lead ? `${lead} → ${title}` : title));

test.each([
	['Провести опрос учителей', ['Провести опрос учителей']],
	['- опрос;\n- беседа.', ['опрос', 'беседа.']],
	['−опрос\n–беседа', ['опрос', 'беседа']],
	['· опрос;\n· беседа', ['опрос', 'беседа']],
	['1) Опрос.\n2) Беседа.', ['Опрос.', 'Беседа.']],
	['1.Опрос\n2.Беседа', ['Опрос', 'Беседа']],
	['1.1. Опрос\n1.2. Беседа', ['Опрос', 'Беседа']],
	['а) опрос\nб) беседа', ['опрос', 'беседа']],
	['Работа с молодыми:\n- опрос;\n- беседа', ['Работа с молодыми: → опрос', 'Работа с молодыми: → беседа']],
	['1) Опрос\n2) Обучение:\n- лекция;\n- игра\n3) Итог', ['Опрос', 'Обучение: → лекция', 'Обучение: → игра', 'Итог']],
	[
		'Принять акты: - положение; - договор; - приказ',
		['Принять акты: → положение', 'Принять акты: → договор', 'Принять акты: → приказ']
	],
	['1) Опрос. 2) Беседа.', ['Опрос.', 'Беседа.']],
	['- опрос среди\nучителей\n- беседа', ['опрос среди учителей', 'беседа']],
	['5. Провести опрос', ['Провести опрос']],
	['Изучить п. 2. Положения и приложение 1 - таблицу', ['Изучить п. 2. Положения и приложение 1 - таблицу']],
	['Пары «учитель - ученик» и их встречи', ['Пары «учитель - ученик» и их встречи']],
	['', []]
])('«%s»', (text, items) => expect(read(text)).toEqual(items));

test('a list made of any words comes back as those words, whatever its markers', () => {
	const word = fc.constantFrom('опрос', 'беседа', 'приказ о парах', 'круглый стол', 'отчёт за год', 'сбор анкет');
	const marker = fc.constantFrom(
		(_: number) => '- ',
		(_: number) => '• ',
		(_: number) => '– ',
		(index: number) => `${index + 1}) `,
		(index: number) => `${index + 1}. `
	);
	fc.assert(
		fc.property(
			fc.uniqueArray(word, { minLength: 2, maxLength: 6 }),
			marker,
			fc.constantFrom('', ';'),
			(words, mark, end) => {
				expect(read(words.map((text, index) => mark(index) + text + end).join('\n'))).toEqual(words);
			}
		)
	);
});
