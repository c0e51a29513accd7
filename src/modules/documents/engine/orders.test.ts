import { expect, test } from 'vitest';
import { answers, change, factsOf, plan, wordsOf, worker } from './fixtures/facts';
import { papersOf } from './papers';

const moroz = worker('Мороз Анна Львовна', 'воспитатель');
const zayats = worker('Заяц Павел Лукич', 'музыкальный руководитель');
const kravets = worker('Кравец Любовь Никитична', 'учитель-логопед');
const texts = (all: Record<string, string>) => ({ texts: all });

test('внедрение в саду: заведующая, творческая группа, куратор без склонения, протокол из формы', () => {
	const asked = {
		texts: { с: '2026-09-07', 'решение.дата': '2026-08-28', 'решение.номер': '1-п', срок_проектов: '2026-09-15' },
		people: { отвечает: [zayats], группа: [moroz, kravets], контроль: [moroz] }
	};
	const order = wordsOf('introduction-order', factsOf('kindergarten', answers('introduction-order', asked)));
	expect(order).toContain('ПРИКАЗ\n');
	expect(order).toContain(
		'на основании решения педагогического совета (протокол от 28.08.2026 № 1-п), в целях поддержки и профессионального роста воспитателей\nПРИКАЗЫВАЮ:'
	);
	expect(order).toContain('Внедрить в МБУ «Берёзка» систему (целевую модель)');
	expect(order).toContain('с 7 сентября 2026 г.\n');
	expect(order).toContain('Назначить ответственным за внедрение Зайца Павла Лукича, музыкального руководителя.');
	expect(order).toContain('поручить куратору Цой В. И., старшему воспитателю.');
	expect(order).toContain('– Мороз Анна Львовна, воспитатель;\n– Кравец Любовь Никитична, учитель-логопед.\n');
	expect(order).toContain('Контроль за исполнением приказа возложить на Мороз А. Л., воспитателя.');
	expect(order).toContain('Заведующая|____________|Н. К. Гайда|');
	expect(order).toContain('3|Мороз Анна Львовна, воспитатель|||');
});

test('распоряжение: no «приказываю», and the word agrees everywhere', () => {
	const order = wordsOf(
		'introduction-order',
		factsOf('school', answers('introduction-order', texts({ акт: 'directive' })))
	);
	expect(order).toContain('РАСПОРЯЖЕНИЕ\n');
	expect(order).toContain('в целях поддержки и профессионального роста учителей:\n');
	expect(order).not.toMatch(/приказываю/i);
	expect(order).toContain('Контроль за исполнением распоряжения оставляю за собой.');
	expect(order).toContain('С распоряжением ознакомлены:');
	expect(order).not.toContain('творческую');
});

test('the regulation is approved with its annexes in one file: points of each sheet begin anew', () => {
	const asked = texts({ с: '2026-09-01', частота: 'одного раза в десять дней', 'принято.номер': '2' });
	const order = wordsOf('regulation-order', factsOf('sports-school', { plan, ...answers('regulation-order', asked) }));
	expect(order).toContain('Приложение № 1\nк приказу директора\n');
	expect(order).toContain('ПРИНЯТО\nТренерским советом\n(протокол от ____________ № 2)');
	expect(order).toContain('встречаются не реже одного раза в десять дней');
	expect(order).toContain('посещать тренировки наставляемого');
	expect(order).toContain('Приложение № 2\n');
	expect(order).toContain(
		'|Собрать запросы|сентябрь|куратор, заведующая|приказ|\n1. Подготовка|\n1|Утвердить Положение|'
	);
	expect(papersOf('regulation-order', factsOf('school'))).toEqual([]);
});

test('one change: a mentor is replaced; a reason stands nowhere', () => {
	const replacements = [change(moroz, zayats, { former: kravets, paid: true })];
	const changes = { replacements, extensions: [], endings: [] };
	const order = wordsOf('replacement-order', factsOf('kindergarten', { changes }));
	expect(order).toContain('О замене наставника\n');
	expect(order).toContain(
		'1|Заяц Павел Лукич,\nмузыкальный руководитель|Кравец Любовь Никитична|Мороз Анна Львовна,\nвоспитатель|с 11.01.2027\nпо 31.05.2027|'
	);
	expect(order).toContain('прежним наставникам – по день замены');
	expect(order).not.toMatch(/болезн|просьб|отказ|увольнен|причин/i);
	expect(order.slice(order.indexOf('ознакомлены:'))).toContain('2|Кравец Любовь Никитична, учитель-логопед|||');
	const two = { ...changes, replacements: [...replacements, change(moroz, kravets)] };
	expect(wordsOf('replacement-order', factsOf('school', { changes: two }))).toContain('О замене наставников\n');
});

test('a longer term, and an end: the notice stands where the employer gave one, and only there', () => {
	const endings = [change(moroz, zayats, { to: '2027-02-15', noticedOn: '2027-02-10' }), change(kravets, zayats)];
	const extensions = [change(moroz, zayats, { was: '2027-05-31', to: '2027-12-30' })];
	const facts = factsOf('school', { changes: { replacements: [], extensions, endings } });
	expect(wordsOf('extension-order', facts)).toContain('музыкальный руководитель|31.05.2027|30.12.2027|');
	expect(wordsOf('extension-order', facts)).not.toContain('Бухгалтерии');
	const order = wordsOf('ending-order', facts);
	expect(order).toContain('|15.02.2027\n(уведомление от 10.02.2027)|');
	expect(order.match(/уведомление/g)).toHaveLength(1);
	expect(order).toContain('в связи с изменением условий работы наставнических пар (групп)');
	expect(order).not.toMatch(/болезн|просьб|отказ|увольнен|личн/i);
});

test('the final event: its programme is the annex; without an agenda there is none', () => {
	const event = {
		id: 'e',
		title: 'Вместе к мастерству',
		heldOn: '2027-05-20',
		startsAt: '14:30',
		place: 'актовый зал'
	};
	const agenda = [{ question: 'Итоги года', speaker: 'Цой В. И.' }];
	const asked = { texts: {}, people: { оргкомитет: [moroz], освещает: [zayats] } };
	const order = wordsOf(
		'final-event-order',
		factsOf('school', { events: [{ ...event, agenda }], ...answers('final-event-order', asked) })
	);
	expect(order).toContain(
		'Провести 20 мая 2027 г. в 14:30 итоговое мероприятие «Вместе к мастерству» (место проведения: актовый зал); участники: наставники, наставляемые, администрация.'
	);
	expect(order).toContain('Зайцу Павлу Лукичу, музыкальному руководителю, рассказать о мероприятии на сайте');
	expect(order).toContain('1|Итоги года|Цой В. И.|');
	expect(order).not.toContain('жюри');
	const short = wordsOf('final-event-order', factsOf('school', { events: [{ ...event, agenda: [] }] }));
	expect(short).not.toContain('Приложение № 1');
	expect(short).not.toContain('организационный комитет');
});

test('a reward names those it is for; money is spoken of only when there is a sum', () => {
	const asked = {
		texts: { мера: 'bonus', размер: '3000 рублей каждому', за_что: 'помощь коллегам' },
		people: { поощрены: [zayats] }
	};
	const order = wordsOf('reward-order', factsOf('kindergarten', answers('reward-order', asked)));
	expect(order).toContain(
		'со статьёй 191 Трудового кодекса Российской Федерации, за помощь коллегам\nПРИКАЗЫВАЮ:\nВыплатить премию:'
	);
	expect(order).toContain('выплатить премию в размере 3000 рублей каждому.');
	expect(wordsOf('reward-order', factsOf('school'))).not.toContain('Бухгалтерии');
});

test('«О внесении изменений»: counted, called by the approving order, each in its place', () => {
	const order = wordsOf('plan-change-order', factsOf('school', { plan }));
	expect(order).toContain(
		'Внести в план «Дорожная карта «Шаг за шагом», утверждённый приказом от 31.08.2026 № 98-О, 2 изменения (приложение № 1).'
	);
	expect(order).toContain('1. Пункт 2 изложить в следующей редакции:|\n2|Назначить куратора и его заместителя|');
	expect(order).toContain('2. Этап «Итоги» исключить.|');
	expect(papersOf('plan-change-order', factsOf('school', { plan: { ...plan, amendments: [] } }))).toEqual([]);
});

test('a level above: начальник, the organisations below in their list', () => {
	const below = ['МБОУ «Школа № 1»', 'МБДОУ «Детский сад № 2»'];
	const asked = { texts: { территория: 'Заречного района' }, people: { отвечает: [kravets] } };
	const order = wordsOf('level-directive', factsOf('authority', { below, ...answers('level-directive', asked) }));
	expect(order).toContain('РАСПОРЯЖЕНИЕ\n');
	expect(order).toContain('в образовательных организациях Заречного района\n');
	expect(order).toContain('Начальник|____________|Н. К. Гайда|');
	expect(order).toContain('2|МБДОУ «Детский сад № 2»|');
	expect(order).not.toContain('Возложить методическое');
	expect(order).toContain('Приложение № 1\nк распоряжению начальника\n');
});
