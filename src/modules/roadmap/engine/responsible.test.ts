import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainLine } from './grid';
import { readResponsible } from './responsible';

const read = (text: string) =>
	readResponsible(text.split('\n').map(plainLine)).map(({ kind, text: name }) => `${kind}: ${name}`);

test.each([
	['директор, заместитель директора по УВР', ['role: директор', 'role: заместитель директора по УВР']],
	['директор заместитель директора', ['role: директор', 'role: заместитель директора']],
	['Громова А.П.,\nЛисина Е.В.', ['person: Громова А.П.', 'person: Лисина Е.В.']],
	[
		'Громова А.П., заведующий\n\nЛисина Е.В., ст. воспитатель',
		['person: Громова А.П., заведующий', 'person: Лисина Е.В., ст. воспитатель']
	],
	[
		'Лисина Е.В., ст. воспитатель\nчлены творческой группы.',
		['person: Лисина Е.В., ст. воспитатель', 'group: члены творческой группы']
	],
	['РЦ\nГромова А.П., Лисина Е.В.', ['organisation: РЦ', 'person: Громова А.П.', 'person: Лисина Е.В.']],
	['РЦ Громова А.П.', ['organisation: РЦ', 'person: Громова А.П.']],
	['Т.И.Рябова Т.В.Лосева', ['person: Т.И.Рябова', 'person: Т.В.Лосева']],
	['Т.В.Лосева Руководители МО', ['person: Т.В.Лосева', 'group: Руководители МО']],
	['Директор ОО\nКуратор Рябова Е. А.', ['role: Директор ОО', 'person: Куратор Рябова Е. А.']],
	['администратору сайта Шилову А,В', ['person: администратору сайта Шилову А,В']],
	['Заместителю директора Заботину Д.В.', ['person: Заместителю директора Заботину Д.В.']],
	['Петрова Анна Ивановна, методист', ['person: Петрова Анна Ивановна, методист']],
	['Наставник и наставляемый', ['role: Наставник', 'role: наставляемый']],
	['заместитель по учебной и воспитательной работе', ['role: заместитель по учебной и воспитательной работе']],
	['Наставникам, молодым учителям', ['group: Наставникам', 'group: молодым учителям']],
	['наставники, новые педагоги', ['group: наставники', 'group: новые педагоги']],
	[
		'Горское управление, педагогический колледж',
		['organisation: Горское управление', 'organisation: педагогический колледж']
	],
	['Районный методический кабинет', ['organisation: Районный методический кабинет']],
	['педагоги-наставники', ['group: педагоги-наставники']],
	['методический совет, рабочая группа', ['group: методический совет', 'group: рабочая группа']],
	['Министерство образования области', ['organisation: Министерство образования области']],
	[
		'Управление образования, методический центр',
		['organisation: Управление образования', 'organisation: методический центр']
	],
	['директор, педагог-психолог и наставники', ['role: директор', 'role: педагог-психолог', 'group: наставники']],
	['председатель первичной профсоюзной организации', ['role: председатель первичной профсоюзной организации']],
	['администрация школы', ['group: администрация школы']],
	['зам. директора по УВР, соц. педагог', ['role: зам. директора по УВР', 'role: соц. педагог']],
	['ЗДУВР', ['role: ЗДУВР']],
	['ЮВУ РЦ', ['organisation: ЮВУ', 'organisation: РЦ']],
	['ГБУ ДПО', ['organisation: ГБУ ДПО']],
	[
		'Лисина Е.В., ст. воспитатель члены творческой группы',
		['person: Лисина Е.В., ст. воспитатель', 'group: члены творческой группы']
	],
	[
		'Громова А.П., заведующий Лисина Е.В., ст. воспитатель',
		['person: Громова А.П., заведующий', 'person: Лисина Е.В., ст. воспитатель']
	],
	['Заместитель\nдиректора по\nУВР', ['role: Заместитель директора по УВР']],
	['директор/заместитель директора', ['role: директор', 'role: заместитель директора']],
	['руководители ШМО, учителя-предметники', ['group: руководители ШМО', 'group: учителя-предметники']],
	['ответственный за ведение сайта', ['role: ответственный за ведение сайта']],
	['', []],
	['—', []]
])('«%s»', (text, expected) => expect(read(text)).toEqual(expected));

test('nobody is lost and nobody is invented in a list of people, however it is written', () => {
	const surnames = fc.constantFrom('Белова', 'Громова', 'Рябов', 'Сомова-Лис', 'Ёлкин', 'Юрьев', 'Дроздова');
	const letter = fc.constantFrom('А', 'Б', 'Е', 'Ю', 'Ё');
	const person = fc.tuple(surnames, letter, letter).map(([surname, first, second]) => ({ surname, first, second }));
	const style = fc.constantFrom('after', 'before', 'spaced');
	fc.assert(
		fc.property(
			fc.uniqueArray(person, { minLength: 1, maxLength: 5, selector: ({ surname }) => surname }),
			style,
			fc.constantFrom(', ', '\n', '; ', ',\n'),
			(people, how, between) => {
				const names = people.map(({ surname, first, second }) =>
					how === 'after'
						? `${surname} ${first}.${second}.`
						: how === 'before'
							? `${first}.${second}. ${surname}`
							: `${surname} ${first}. ${second}.`
				);
				expect(read(names.join(between))).toEqual(names.map((name) => `person: ${name}`));
			}
		)
	);
});

test('the letters of a cell all come back, save the signs between people', () => {
	const letters = (text: string) => text.replace(/[^\p{L}]/gu, '').length;
	const parts = fc.constantFrom(
		'директор',
		'куратор',
		'Белова А.А.',
		'РЦ',
		'наставники',
		'методический совет',
		'заместитель директора по ВР',
		'педагог-психолог'
	);
	fc.assert(
		fc.property(fc.uniqueArray(parts, { minLength: 1, maxLength: 6 }), (all) => {
			const found = readResponsible([plainLine(all.join(', '))]).map(({ text }) => text);
			expect(letters(found.join(''))).toBe(letters(all.join('')));
		})
	);
});
