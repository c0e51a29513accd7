import { expect, test } from 'vitest';
import { basesOn, basesText, legalBases } from '../../rules/legal-bases';
import { ownTemplateCodes, ownTemplates } from '../../rules/library/templates';
import { type CommonFacts, commonValues, type Worker, workerValue } from '../common-values';
import { checkFields } from '../template/check';
import { byDocxtemplater } from '../template/fallback';
import { seen } from '../template/fixtures/word-file';
import { dayValue, type Fields, postValue } from '../template/values';
import { exampleFields } from './example';
import { openOwnTemplate, ownTemplateFile } from './own';
import { blocksOf } from './source';

const worker = (name: string, post: string): Worker => {
	const [familyName = '', givenName = '', ...rest] = name.split(' ');
	return { person: { familyName, givenName, patronymic: rest.join(' '), sex: null }, post };
};
const read = (bytes: Uint8Array) => seen(bytes).replaceAll('\u00a0', ' ');

const kindergarten: CommonFacts = {
	organisation: {
		kind: 'kindergarten',
		words: { head: 'manageress' },
		fullName: 'муниципальное бюджетное дошкольное образовательное учреждение «Детский сад № 3 «Ёлочка»',
		shortName: 'МБДОУ «Детский сад № 3»',
		place: 'с. Заречное',
		founder: null,
		address: null,
		taxNumber: '6300000003',
		site: null
	},
	head: worker('Гайда Нинель Кузьминична', 'заведующая'),
	curator: worker('Цой Вера Ильинична', 'старший воспитатель'),
	document: { number: '27', on: '2026-09-03' },
	on: '2026-09-03',
	schoolYear: '2026/2027',
	bases: ['labour-code-351-8'],
	acquainted: [worker('Мороз Анна Львовна', 'воспитатель')]
};
const mentees: Fields[] = [worker('Заяц Павел Лукич', 'музыкальный руководитель')].map(
	(one) => workerValue(one) as Fields
);
const agreementOf = (own: Fields): Fields => ({
	...commonValues(kindergarten),
	наставник: workerValue(worker('Мороз Анна Львовна', 'воспитатель')) as Fields,
	наставляемые: mentees,
	содержание: 'помощь в ведении занятий',
	форма: 'педагог – педагог',
	с: dayValue('2026-09-07'),
	по: dayValue('2027-05-29'),
	согласие: dayValue('2026-09-02'),
	договор: { дата: dayValue('2015-08-20'), номер: '14' },
	...own
});

test.each(ownTemplateCodes)('%s: compiled, every field known, read by docxtemplater alike', (code) => {
	const template = openOwnTemplate(code);
	const { fields } = ownTemplates[code];
	expect(template.way).toBe('compiled');
	expect(checkFields(template.parts, fields).unknown).toEqual([]);
	const example = exampleFields(fields, 3);
	const paper = seen(template.render(example));
	expect(paper).not.toMatch(/[{}]|undefined|null|\[object/);
	expect(paper).not.toMatch(/\.\.|,,| ,|\s;/);
	expect(seen(byDocxtemplater(ownTemplateFile(code), example))).toBe(paper);
});

test.each(ownTemplateCodes)('%s: what is not filled leaves a place to write, not a torn sentence', (code) => {
	const organisation = { ...kindergarten.organisation, place: 'г. Ясногорск' };
	const facts = { ...kindergarten, organisation, head: null, curator: null, document: { number: null, on: null } };
	const paper = seen(openOwnTemplate(code).render(commonValues(facts)));
	expect(paper).not.toMatch(/[{}]|undefined|null|\[object|\.\./);
	expect(paper).toMatch(/_{4}/);
	const torn = /(^|[ (])(с|до|по|от|отношении|Назначить|в лице)[ \u00a0]*([.,:;)]|$)/;
	expect(paper.split('\n').filter((line) => torn.test(line))).toEqual([]);
});

test("the agreement of a kindergarten: the head's own word, a woman on a consonant, a man with a fleeting vowel", () => {
	const paper = read(openOwnTemplate('additional-agreement').render(agreementOf({ доплата: '1500 рублей в месяц' })));
	expect(paper).toContain('ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ № 27\nк трудовому договору от 20 августа 2015 г. № 14\n');
	expect(paper).toContain(
		'Муниципальное бюджетное дошкольное образовательное учреждение «Детский сад № 3 «Ёлочка» (далее – Работодатель) в лице заведующей Гайды Нинели Кузьминичны, действующей на основании Устава, и Мороз Анна Львовна, воспитатель (далее – Работник)'
	);
	expect(paper).toContain('с её письменного согласия от 2 сентября 2026 г. принимает');
	expect(paper).toContain('– Зайцу Павлу Лукичу, музыкальному руководителю;');
	expect(paper).toContain('устанавливается доплата: 1500 рублей в месяц. Доплата начисляется с 7 сентября 2026 г.');
	expect(paper).not.toContain('входит в трудовую функцию');
	expect(paper).toContain('куратору Цой В. И. о её выполнении');
});

test('where mentoring is in the job function already, the agreement says so and promises no pay', () => {
	const paper = read(
		openOwnTemplate('additional-agreement').render(agreementOf({ в_трудовой_функции: true, доплата: null }))
	);
	expect(paper).toContain('входит в трудовую функцию Работника и оплачено её должностным окладом');
	expect(paper).not.toContain('устанавливается доплата');
});

test('the consent is addressed to whoever heads the organisation', () => {
	const paper = read(openOwnTemplate('mentor-consent').render(agreementOf({})));
	expect(paper).toMatch(
		/^Заведующей\nМБДОУ «Детский сад № 3»\nГайде Н. К.\nот Мороз Анны Львовны,\nвоспитателя\nСОГЛАСИЕ/
	);
	expect(paper).toContain('в отношении 1 работника:\n– Зайца Павла Лукича, музыкального руководителя;');
	expect(paper).toContain('формой работы ознакомлена.');
});

test('a school and a sports school speak their own words in the regulation', () => {
	const of = (kind: 'school' | 'sports-school') =>
		read(
			openOwnTemplate('regulation').render(
				commonValues({ ...kindergarten, head: null, organisation: { ...kindergarten.organisation, kind, words: {} } })
			)
		);
	expect(of('school')).toContain('опыт лучших учителей');
	expect(of('school')).toContain('приказом директора');
	expect(of('sports-school')).toContain('посещать тренировки наставляемого');
	expect(of('sports-school')).toContain('дать опытным тренерам-преподавателям признание');
});

test('the curator is appointed in the accusative, with the day it begins', () => {
	const paper = read(
		openOwnTemplate('curator-order').render({
			...commonValues(kindergarten),
			с: dayValue('2026-09-01'),
			замещает: null
		})
	);
	expect(paper).toContain('Назначить Цой Веру Ильиничну, старшего воспитателя, куратором системы наставничества');
	expect(paper).toContain('В соответствии со статьёй 351.8 Трудового кодекса Российской Федерации, в целях');
});

test('in the order a group stands in one row, each mentee on a line of its own', () => {
	const line = {
		номер: 1,
		наставник: mentees[0] as Fields,
		форма: 'педагог – педагог',
		с: dayValue('2026-09-07'),
		по: dayValue('2027-05-29')
	};
	const two = [...mentees, { имя: postValue('Дорофеева Майя'), должность: postValue('воспитатель') }];
	const paper = read(
		openOwnTemplate('pairing-order').render({ ...commonValues(kindergarten), пары: [{ ...line, наставляемые: two }] })
	);
	expect(paper).toContain('Закрепить 1 наставническую пару (группу):');
	expect(paper).toContain('|Заяц Павел Лукич,\nмузыкальный руководитель\nДорофеева Майя,\nвоспитатель|');
	expect(paper).toContain('Контроль за исполнением приказа оставляю за собой.');
});

test('who has no post or no consent leaves no comma behind; without a short name the full one stands', () => {
	const { organisation } = kindergarten;
	const facts = { ...kindergarten, organisation: { ...organisation, shortName: null }, head: worker('Белая Инна', '') };
	const own = {
		...agreementOf({ наставляемые: [workerValue(worker('Сорока Яна', ''))] }),
		...commonValues({ ...facts, acquainted: [worker('Сорока Яна', '')] })
	};
	const of = (code: (typeof ownTemplateCodes)[number], fields: Fields) => read(openOwnTemplate(code).render(fields));
	expect(of('additional-agreement', own)).toContain('– Сороке Яне;');
	expect(of('mentor-consent', own)).toMatch(
		/^Заведующей\nмуниципального бюджетного дошкольного образовательного учреждения «Детский сад № 3 «Ёлочка»\nБелой И\.\n/
	);
	expect(of('mentor-consent', own)).toContain('– Сороки Яны;');
	const agreed = { номер: 1, ...own, согласие: null, соглашение: { дата: dayValue('2026-09-03'), номер: '3' } };
	const order = of('pairing-order', { ...own, согласие: null, пары: [agreed] });
	expect(order).toContain('|Сорока Яна|');
	expect(order).toContain('|соглашение от 03.09.2026 № 3|');
	expect(order).toContain('\n1|Сорока Яна|||');
});

test('an act counts from its day to its last', () => {
	expect(basesOn(['labour-code-351-8', 'education-law'], '2025-02-28').map(({ code }) => code)).toEqual([
		'education-law'
	]);
	expect(basesText(basesOn(['labour-code-351-8', 'education-law'], '2025-03-01'))).toBe(
		'со статьёй 351.8 Трудового кодекса Российской Федерации, Федеральным законом от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»'
	);
	expect(basesOn(['concept-2030'], '2031-01-01')).toEqual([]);
	for (const code of ownTemplateCodes)
		for (const basis of ownTemplates[code].bases) expect(legalBases.map((one) => one.code)).toContain(basis);
});

test('where both sides sign in a table, the last words of the text go over the page with it', () => {
	for (const code of ['partner-agreement', 'additional-agreement', 'collective-agreement'] as const) {
		const before = blocksOf(ownTemplates[code].source).slice(-3, -1);
		expect(before.map((block) => block.kind === 'paragraph' && block.keepNext === true)).toEqual([true, true]);
	}
});
