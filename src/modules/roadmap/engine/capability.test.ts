import { expect, test } from 'vitest';
import { capabilityCodes } from '../rules/capabilities';
import { judgeCapability } from './capability';
import { capabilityWords } from './capability-words';

const judge = (title: string) => judgeCapability({ title, lead: null, results: [], stage: null })?.code;

test.each([
	['Разработка положения о наставничестве', 'local-act'],
	['Подготовка дополнительных соглашений к трудовым договорам', 'local-act'],
	['Назначение куратора программы', 'appoint'],
	['Создание рабочей группы по внедрению', 'appoint'],
	['Составление дорожной карты школы', 'plan'],
	['Информирование родителей о программе', 'inform'],
	['Публикация новостей на сайте', 'site'],
	['Выявление молодых педагогов, нуждающихся в наставнике', 'classify'],
	['Анкетирование наставляемых', 'survey'],
	['Сбор обратной связи от участников', 'survey'],
	['Ведение реестра наставников', 'registry'],
	['Формирование базы наставляемых', 'registry'],
	['Получение согласий на обработку персональных данных', 'consent'],
	['Собеседование с кандидатами', 'interview'],
	['Диагностика профессиональных дефицитов', 'assess'],
	['Отбор наставников', 'select'],
	['Тренинг для наставников', 'train'],
	['Курсы повышения квалификации кураторов', 'train'],
	['Формирование наставнических пар', 'match'],
	['Приказ о закреплении наставнических пар', 'pair-order'],
	['Разработка индивидуальных планов развития', 'programme'],
	['Еженедельные встречи наставника и наставляемого', 'meetings'],
	['Взаимопосещение уроков', 'visit'],
	['Консультирование наставников', 'consult'],
	['Психологическая поддержка молодых учителей', 'support'],
	['Разработка памяток и методических рекомендаций', 'materials'],
	['Заключение договоров о сетевом взаимодействии', 'network'],
	['Итоговая конференция', 'event'],
	['Участие в конкурсе «Наставник года»', 'contest'],
	['Материальное поощрение наставников', 'incentive'],
	['Обобщение опыта лучших наставников', 'practice'],
	['Мониторинг эффективности программы', 'monitor'],
	['Подготовка отчёта куратора', 'report'],
	['Заполнение формы статистического наблюдения', 'statistics']
])('«%s» is %s', (title, code) => expect(judge(title)).toBe(code));

test.each([
	['Анктирование наставников', 'survey'], // a letter left out
	['Коннкурс наставников', 'contest'], // a letter put twice
	['Диагонстика затруднений', 'assess'], // two letters that changed places
	['Консультоция для воспитателей', 'consult'] // a letter put for another
])('the slip of the pen in «%s» is read over: %s', (title, code) => expect(judge(title)).toBe(code));

test('a word that is only like one of the lexicon is not taken for it', () =>
	expect(judge('Получить посылку')).toBeUndefined());

/** The first of the stems that will do, without the signs of the lexicon. */
const inWords = (phrase: string) =>
	phrase
		.replace(/\/[^\s…]+/g, '')
		.replaceAll('…', ' ')
		.replaceAll('$', '');

test('every capability has words, and each of its words alone is heard', () => {
	expect(Object.keys(capabilityWords).sort()).toEqual([...capabilityCodes].sort());
	for (const clues of Object.values(capabilityWords))
		for (const [weight, phrase] of clues) expect(judge(inWords(phrase)), `${weight} ${phrase}`).toBeDefined();
});

test.each([
	['Закрепить за методистом Громовой А.П. функции куратора', 'appoint'],
	['Издать распоряжение о координаторе', 'appoint'],
	['Торжественное чествование наставников', 'incentive'],
	['Конкурсный отбор лучших программ', 'contest'],
	['Встреча психолога с кандидатом в наставники', 'interview'],
	['Разослать участникам опросный лист', 'survey'],
	['Договор о партнёрстве с педагогическим колледжем', 'network'],
	['Следить за выполнением программ', 'monitor']
])('of two words that tell, the nearer to what is done wins in «%s»: %s', (title, code) =>
	expect(judge(title)).toBe(code)
);

test('nothing is made up about words that say nothing', () => expect(judge('Прочее')).toBeUndefined());

test('the same words are judged the same whatever was judged before', () => {
	const first = judge('Беседы по итогам анкетирования, тестирования');
	judge('Издание пособия для мастеров, наставников');
	expect(judge('Беседы по итогам анкетирования, тестирования')).toBe(first);
	expect(first).toBe('interview');
});

test('the nearest object is what is made, a question before a colon is only spoken of', () => {
	expect(judge('Составление аналитической справки о работе пар')).toBe('report');
	expect(judge('Как разговаривать с родителями: тренинг для наставников')).toBe('train');
});
