import { expect, test } from 'vitest';
import { answers, factsOf, plan, wordsOf, worker } from './fixtures/facts';
import { papersOf } from './papers';

const moroz = worker('Мороз Анна Львовна', 'воспитатель');
const zayats = worker('Заяц Павел Лукич', 'музыкальный руководитель');
const texts = (all: Record<string, string>) => ({ texts: all });
const mentee = {
	...{ mentorshipId: 'пара', mentee: zayats, mentors: [moroz, worker('Кравец Илья Фомич', '')] },
	...{ pairing: 'педагог – педагог', format: 'группа', from: '2026-09-07', to: '2027-05-31' }
};

test('the consent of a mentee: his own gender, two mentors in the instrumental, who has no post has no comma', () => {
	const consent = wordsOf('mentee-consent', factsOf('kindergarten', { mentees: [mentee] }));
	expect(consent).toMatch(
		/^Заведующей\nМБУ «Берёзка»\nГайде Н. К.\nот Зайца Павла Лукича,\nмузыкального руководителя\n/
	);
	expect(consent).toContain(
		'Согласен на работу с 2 наставниками:\n– Мороз Анной Львовной, воспитателем;\n– Кравцом Ильёй Фомичом.\n'
	);
	expect(consent).toContain('ознакомлен.');
	expect(consent).toContain('не объясняя личных причин');
});

test('consents about personal data: two sheets apart, no passport from the program, the text the school has settled', () => {
	const facts = factsOf('kindergarten', { participants: [moroz, zayats] });
	expect(papersOf('processing-consent', facts).map(({ name }) => name)).toEqual([
		'Согласие на обработку персональных данных – Мороз Анна Львовна.docx',
		'Согласие на обработку персональных данных – Заяц Павел Лукич.docx'
	]);
	const processing = wordsOf('processing-consent', facts);
	expect(processing).toContain('зарегистрирована по адресу: ____');
	expect(processing).toContain('Цель обработки: Подбор пар.\n');
	expect(processing).toContain('Кому поручается обработка: ____________.');
	expect(processing).not.toContain('распространен');
	const distribution = wordsOf('distribution-consent', facts);
	expect(distribution).toContain('разрешённых субъектом персональных данных для распространения');
	expect(distribution).toContain('Фотографии и видео с мероприятий||||');
	expect(distribution).not.toContain('паспорт');
});

test('the regulation about rewards: in the words of a sports school, the merits as the form has them', () => {
	const asked = texts({
		показатели: 'программа в срок\nоткрытые тренировки;',
		размер_наставнику: '10 процентов оклада',
		период: 'year'
	});
	const paper = wordsOf('reward-regulation', factsOf('sports-school', answers('reward-regulation', asked)));
	expect(paper).toContain('о поощрении и материальном стимулировании кураторов и наставников');
	expect(paper).toContain('Размер доплаты наставнику – 10 процентов оклада за каждого наставляемого');
	expect(paper).toContain('Комиссия учитывает:\nпрограмма в срок;\nоткрытые тренировки.\n');
	expect(paper).toContain('выплат раз в год.');
	expect(paper).toContain('статьёй 135 Трудового кодекса Российской Федерации, статьёй 191');
	expect(paper).toContain('УТВЕРЖДЕНО\nприказом директора\n');
});

test('agreements with partners: ours and theirs, a woman at the head, a partner in the form', () => {
	const asked = texts({
		...{ 'партнёр.название': 'ГБУ «Ресурсный центр»', 'партнёр.подпись': 'М. А. Соловей', их: 'обучает наставников' },
		...{ 'партнёр.в_лице': 'директора Соловей Марии Андреевны, действующей на основании Устава', с: '2026-09-01' }
	});
	const network = wordsOf('network-agreement', factsOf('kindergarten', answers('network-agreement', asked)));
	expect(network).toContain(
		'в лице заведующей Гайды Нинели Кузьминичны, действующей на основании Устава, и ГБУ «Ресурсный центр» (далее – Сторона 2) в лице директора Соловей Марии Андреевны, действующей'
	);
	expect(network).toContain('Сторона 2:\nобучает наставников.\n');
	expect(network).toContain('с 1 сентября 2026 г. по ____________\n');
	expect(network).toContain('не является договором о сетевой форме');
	const social = wordsOf('partner-agreement', factsOf('kindergarten'));
	expect(social).toContain('чтобы воспитатели получали помощь');
	expect(social).not.toContain('сетевой форме');
});

test('the programme is approved with its plan as the annex', () => {
	const asked = texts({ с: '2026-09-01', по: '2029-08-31', результаты: 'молодые педагоги остаются' });
	const paper = wordsOf('programme-order', factsOf('school', { plan, ...answers('programme-order', asked) }));
	expect(paper).toContain(
		'Утвердить программу наставничества педагогических работников МБУ «Берёзка» на срок с 1 сентября 2026 г. по 31 августа 2029 г. (приложение № 1).'
	);
	expect(paper).toContain('ПРОГРАММА НАСТАВНИЧЕСТВА\n');
	expect(paper).toContain('Молодые педагоги остаются.\n');
	expect(paper).toContain('Итоги обсуждает педагогический совет;');
	expect(paper).toContain('2|Назначить куратора|');
});

test('the collective agreement, the pay regulation and the request to the union speak of their articles', () => {
	const union = {
		texts: { годы: '2025–2028', срок_ответа: '2026-09-10' },
		people: { профсоюз: [worker('Рыбак Нина Саввична', 'учитель')] }
	};
	const agreement = wordsOf('collective-agreement', factsOf('school', answers('collective-agreement', union)));
	expect(agreement).toContain(
		'председателя первичной профсоюзной организации Рыбак Нины Саввичны в соответствии со статьёй 44'
	);
	expect(agreement).toContain('предупредив работника не менее чем за три рабочих дня;\n');
	expect(agreement).toContain('не уменьшает других выплат.\n');
	const pay = wordsOf('pay-order', factsOf('school', answers('pay-order', texts({ 'мнение_профсоюза.номер': '7' }))));
	expect(pay).toContain(
		'с учётом мнения первичной профсоюзной организации (протокол от ____________ № 7), в связи с введением доплат'
	);
	expect(pay).toContain('Доплата куратору наставничества – ____ процентов должностного оклада.\n');
	expect(wordsOf('pay-order', factsOf('school'))).not.toContain('профсоюзной');
	const request = wordsOf('union-request', factsOf('school', answers('union-request', union)));
	expect(request).toContain('Рыбак Н. С.\nЗАПРОС');
	expect(request).toContain('– изменения в Положение об оплате труда.\n');
	expect(request).toContain('в срок до 10 сентября 2026 г.\n');
	expect(wordsOf('union-request', factsOf('school'))).toContain('в письменной форме.\n');
});

test('annexes stand under one order, each with its number; a plan too, under the order that approved it', () => {
	const asked = texts({
		название_1: 'Список наставников',
		текст_1: 'Мороз А. Л.\nЗаяц П. Л.',
		название_3: 'График встреч',
		'приказ.номер': '12-О'
	});
	const paper = wordsOf('annex', factsOf('kindergarten', answers('annex', asked)));
	expect(paper).toContain(
		'Приложение № 1\nк приказу заведующей\nот ____________ № 12-О\nСписок наставников\nМороз А. Л.\nЗаяц П. Л.\n'
	);
	expect(paper).toContain('Приложение № 2\nк приказу заведующей\nот ____________ № 12-О\nГрафик встреч\n');
	expect(paper).not.toContain('Приложение № 3');
	const road = wordsOf(
		'roadmap-annex',
		factsOf('school', { plan, ...answers('roadmap-annex', texts({ номер_приложения: '2' })) })
	);
	expect(road).toMatch(/^Приложение № 2\nк приказу директора\nот 31.08.2026 № 98-О\nДорожная карта «Шаг за шагом»\n/);
	expect(road).toContain('Куратор|____________|В. И. Цой|');
});

test('a number never parts at its hyphen, and an own form of a name stands above the rules', () => {
	const own = { familyName: ['Гайда', 'Гайды', 'Гайде', 'Гайду', 'Гайдою', 'Гайде'] as const };
	const facts = factsOf('school', { plan });
	const [paper] = papersOf('roadmap-annex', facts);
	expect(JSON.stringify(paper?.fields.приказ)).toContain('98\u2011О');
	const head = worker('Гайда Нинель Кузьминична', '');
	const said = { ...facts.common, head: { ...head, person: { ...head.person, own } } };
	const [order] = papersOf('curator-order', { ...facts, common: said });
	expect(JSON.stringify(order?.fields.руководитель)).toContain('Гайдою Нинелью');
});

test('the programme is one text: a paper of its own, and the annex of the order that approves it', () => {
	const looking = { people: 3, topics: [{ topic: 'planning', count: 2 }] };
	const base = factsOf('school', { plan });
	const facts = { ...base, working: { ...base.working, looking } };
	const [alone, order] = [wordsOf('general-programme', facts), wordsOf('programme-order', facts)];
	const text = alone.slice(alone.indexOf('ПРОГРАММА НАСТАВНИЧЕСТВА'));
	for (const one of ['педагогов без наставника: 3.', 'Чаще всего просят помочь:', ': 2 запроса.', 'Собрать запросы'])
		expect(text).toContain(one);
	expect(order).toContain(text.trim());
	expect(alone).toMatch(/^УТВЕРЖДЕНО\nприказом директора\n/);
	expect(wordsOf('general-programme', base)).not.toContain('Чаще всего');
});
