import { expect, test } from 'vitest';
import { anUnderstanding, aRow, aStage } from '../../../../../test/understood';
import { readDeadline } from '../../engine/deadlines/read-deadline';
import { draftOf } from '../draft';
import type { Activity, Responsible, Understanding } from '../understanding';
import { mended } from './mend';
import type { Home, Remark } from './remark';
import { leaveAsIs, remarksOn } from './remarks-on';

const period = { from: '2026-09-01', to: '2027-08-31' };
const due = (text: string) => readDeadline(text, period, period).deadline;
const person = (text: string): Responsible => ({ text, kind: 'person' });
const row = (title: string, deadline = 'май 2027', ...who: string[]): Activity =>
	aRow({ title, deadline: due(deadline), responsible: who.map(person) });

const plan = (activities: Activity[], more: Partial<Understanding> = {}) =>
	draftOf(anUnderstanding({ period, activities, ...more }));
const saidOf = (activities: Activity[], more: Partial<Understanding> = {}, home?: Home) =>
	remarksOn(plan(activities, more), home);
const kinds = (remarks: readonly Remark[]) => remarks.map(({ kind }) => kind);
const replacements = (remarks: readonly Remark[]) =>
	remarks.flatMap(({ mend }) => (mend?.act === 'replace' ? mend.words : []));

const gymnasium = { title: 'План наставничества гимназии «Вектор» на 2026–2027 учебный год' };

test.each([
	['Положение о наставничестве в техникуме', [['техникуме', 'гимназии']]],
	['Информирование обучающихся техникума', [['техникума', 'гимназии']]],
	['Техникум утверждает дорожную карту', [['Техникум', 'Гимназия']]],
	['Встреча с техникумом', [['техникумом', 'гимназией']]],
	['Приказ по лицею', [['лицею', 'гимназии']]],
	['Праздник в детском саду', [['детском саду', 'гимназии']]]
])('in a gymnasium «%s» is a word of a sample', (title, words) => {
	const remarks = saidOf([row(title)], gymnasium);
	expect(kinds(remarks)).toEqual(['foreign-kind']);
	expect(replacements(remarks)).toEqual(words);
});

test.each([
	'Школа молодого педагога',
	'Встреча учителей школ города',
	'Соглашение о партнёрстве с педагогическим техникумом',
	'Экскурсия выпускников в колледж',
	'Лицейские чтения',
	'Встреча в лицее № 4'
])('«%s» in a gymnasium is no slip', (title) => {
	expect(saidOf([row(title)], gymnasium)).toEqual([]);
});

test('where an adjective would have to change as well, the place is shown without a button', () => {
	const [remark] = saidOf([row('Сайт нашего техникума')], gymnasium);
	expect(remark).toMatchObject({ kind: 'foreign-kind', mend: null });
	const [lyceum] = saidOf([row('Сайт нашего техникума')], { title: 'План наставничества лицея № 4' });
	expect(lyceum?.mend).toEqual({ act: 'replace', words: [['техникума', 'лицея']] });
});

test('a term of another year is put into the period; the months before the school year belong to it', () => {
	const [past] = saidOf([row('Приказ', 'сентябрь 2024')]);
	expect(past).toMatchObject({ kind: 'past-year', mend: { words: [['сентябрь 2024', 'сентябрь 2026']] } });
	const [later] = saidOf([row('Отчёт', 'май 2029')]);
	expect(later).toMatchObject({ kind: 'outside', mend: { words: [['май 2029', 'май 2027']] } });
	expect(saidOf([row('Подготовка', 'август 2026'), row('Итоги', '20 мая 2027')])).toEqual([]);
});

test('when most of the plan is of other years, it is the period that wants looking at', () => {
	const months = ['сентябрь', 'октябрь', 'ноябрь', 'декабрь', 'март', 'май'];
	const remarks = saidOf(months.map((month, index) => row(`Дело ${index}`, `${month} 2024`)));
	expect(kinds(remarks)).toEqual(['outside']);
	expect(remarks[0]?.mend).toBeNull();
});

test.each([
	['31 ноября', '30 ноября'],
	['до 31.06.2027', 'до 30.06.2027'],
	['30 февраля 2027', '28 февраля 2027']
])('«%s» is a day that is not', (written, meant) => {
	const remarks = saidOf([row('Отчёт', written)]).filter(({ kind }) => kind === 'no-such-day');
	expect(replacements(remarks)).toEqual([[written, meant]]);
});

test.each(['29 февраля', '30.11.2026', '31 мая 2027', 'протокол № 2.31'])('«%s» is a day like another', (written) => {
	expect(kinds(saidOf([row('Отчёт', written)]))).not.toContain('no-such-day');
});

test('the end before the beginning: they are turned round', () => {
	const remarks = saidOf([row('Опрос', 'с 20.05.2027 по 10.09.2026'), row('Встречи', 'май 2027 – октябрь 2026')]);
	expect(replacements(remarks.filter(({ kind }) => kind === 'reversed'))).toEqual([
		['с 20.05.2027 по 10.09.2026', 'с 10.09.2026 по 20.05.2027'],
		['май 2027 – октябрь 2026', 'октябрь 2026 – май 2027']
	]);
	expect(saidOf([row('Встречи', 'октябрь 2026 – май 2027')])).toEqual([]);
});

test('a Sunday and a holiday are noted, a last day is not', () => {
	expect(kinds(saidOf([row('Слёт', '11 октября 2026')]))).toEqual(['day-off']);
	expect(kinds(saidOf([row('Слёт', '4 ноября 2026')]))).toEqual(['day-off']);
	expect(saidOf([row('Слёт', '12 октября 2026'), row('Отчёт', 'до 11 октября 2026')])).toEqual([]);
});

test.each([
	['Изучение распоряжения № 145-р', '№ 145-р', '№ Р-145'],
	['Соглашения по ст. 358.1 ТК РФ', '358.1', '351.8'],
	['Изучение распоряжения от 24.12.2019 № Р-145', '24.12.2019', '25.12.2019'],
	['Постановление Министерства просвещения от 25.12.2019 № Р-145', 'Постановление', 'Распоряжение']
])('«%s» is quoted wrongly', (title, written, meant) => {
	const remarks = saidOf([row(title)]);
	expect(kinds(remarks)).toEqual(['misquoted-act']);
	expect(replacements(remarks)).toEqual([[written, meant]]);
});

test.each([
	'Изучение распоряжения от 25.12.2019 № Р-145',
	'Соглашения по ст. 351.8 ТК РФ',
	'Приказ от 24.12.2019 № 12',
	'Постановление Министерства просвещения № 4',
	'Закон от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»'
])('«%s» is quoted rightly', (title) => {
	expect(saidOf([row(title)])).toEqual([]);
});

test('a federal law without its day and number gets them', () => {
	const remarks = saidOf([row('Изучение Федерального закона «Об образовании в Российской Федерации»')]);
	expect(replacements(remarks)).toEqual([['Федерального закона', 'Федерального закона от 29.12.2012 № 273-ФЗ']]);
});

test('a row written twice goes; the same thing done by others or in another month does not', () => {
	const twice = saidOf([row('Опрос'), row('Опрос.'), row('Опрос', 'октябрь 2026')]);
	expect(twice).toMatchObject([{ kind: 'repeated', mend: { act: 'remove-rows', rows: ['a2'] } }]);
	expect(saidOf([row('Опрос', 'май 2027', 'Титова А.И.'), row('Опрос', 'май 2027', 'Белов П.О.')])).toEqual([]);
});

test('what a sample left to be filled in is shown; a line for a signature above the plan is none', () => {
	expect(kinds(saidOf([row('Назначить куратором [ФИО]')]))).toEqual(['blank']);
	expect(kinds(saidOf([row('Приказ от ХХ.ХХ.20__ № ____')]))).toEqual(['blank']);
	expect(
		saidOf([row('Приказ, отчёт…')], { approvals: ['УТВЕРЖДАЮ\nДиректор ______ Е. И. Белова\n30.08.2026'] })
	).toEqual([]);
});

test.each([
	['Шишкину А,В', 'Шишкину А.В.'],
	['Титова С.В..', 'Титова С.В.'],
	['Заместителю директора Заборских Д.В.', 'Заместитель директора Заборских Д.В.'],
	['администратору школьного сайта Шишкину А,В', 'администратор школьного сайта Шишкин А.В.'],
	['Старшему воспитателю Орловой Т.П.', 'Старший воспитатель Орлова Т.П.'],
	['Педагогу-психологу Яблонской О. И.', 'Педагог-психолог Яблонская О. И.']
])('«%s» is usually written «%s»', (written, meant) => {
	expect(replacements(saidOf([row('Опрос', 'май 2027', written)]))).toEqual([[written, meant]]);
});

test.each([
	'Титова С.В.',
	'Титова С. В.',
	'Луговой А.П.',
	'Куратор Белова А.С.',
	'Белова А.С., заместитель директора',
	'Методисту Луговому К.С.'
])('«%s» is left as it is', (written) => {
	expect(saidOf([row('Опрос', 'май 2027', written)])).toEqual([]);
});

test('two spellings of one surname: the rarer one gives way; a man and a woman are two people', () => {
	const three = (who: string, title: string) => row(title, 'май 2027', who);
	const remarks = saidOf([
		three('Петрова А.И.', 'Опрос'),
		three('Петорва А.И.', 'Встреча'),
		three('Петрова А.И.', 'Отчёт')
	]);
	expect(kinds(remarks)).toEqual(['two-spellings']);
	expect(replacements(remarks)).toEqual([['Петорва', 'Петрова']]);
	expect(saidOf([three('Ершов Г.И.', 'Опрос'), three('Ершова Г.И.', 'Встреча')])).toEqual([]);
	expect(saidOf([three('Котова Г.И.', 'Опрос'), three('Петрова А.И.', 'Встреча')])).toEqual([]);
});

test('numbers that skip one, a stage without rows, a stamp and a title of other years', () => {
	const numbered = (number: string) => ({ ...row(`Дело ${number}`), number });
	expect(kinds(saidOf(['1', '2', '4', '5'].map(numbered)))).toEqual(['number-gap']);
	expect(
		saidOf(['1', '2', '3', '1', '2'].map((number, index) => ({ ...numbered(number), title: `Дело ${index}` })))
	).toEqual([]);
	const staged = saidOf([{ ...row('Опрос'), stage: 0 }], { stages: [aStage('Полный'), aStage('Пустой')] });
	expect(staged).toMatchObject([{ kind: 'empty-stage', mend: { act: 'remove-stage', stage: 's2' } }]);
	expect(kinds(saidOf([row('Опрос')], { approvals: ['УТВЕРЖДАЮ\nДиректор Белова Е. И.\n30.08.2021'] }))).toEqual([
		'approval-year'
	]);
	const [title] = saidOf([row('Опрос')], { title: 'План наставничества на 2024–2025 учебный год' });
	expect(title).toMatchObject({ kind: 'title-year', mend: { words: [['2024–2025', '2026–2027']] } });
});

const colleague = (familyName: string, givenName: string, patronymic: string) => ({
	id: familyName,
	familyName,
	givenName,
	patronymic,
	posts: [],
	roles: []
});
const home: Home = {
	self: { name: 'МБОУ «Школа № 5»', kind: 'school' },
	colleagues: [colleague('Белова', 'Анна', 'Сергеевна')],
	hints: [],
	former: [{ ...colleague('Дронова', 'Вера', 'Павловна'), leftOn: '2026-07-01' }]
};

test('another school’s number is of a sample, unless a partner is meant; a resource centre names many', () => {
	const remarks = saidOf([row('Положение о наставничестве в МБОУ СОШ № 12')], {}, home);
	expect(kinds(remarks)).toEqual(['foreign-organisation']);
	expect(replacements(remarks)).toEqual([['МБОУ СОШ № 12', 'МБОУ СОШ № 5']]);
	expect(saidOf([row('Обмен опытом с МБОУ СОШ № 12'), row('Сайт школы № 5')], {}, home)).toEqual([]);
	const centre = { ...home, self: { ...home.self, kind: 'resource-centre' as const } };
	expect(saidOf([row('Выезд в МБОУ СОШ № 12')], {}, centre)).toEqual([]);
});

test('who has left is named with the day; a namesake who works here is meant instead', () => {
	const [gone] = saidOf([row('Опрос', 'май 2027', 'Дронова В.П.')], {}, home);
	expect(gone).toMatchObject({ kind: 'left', mend: null });
	expect(gone?.sentence).toContain('Дронова В. П. не работает у вас с 1 июля 2026 г.');
	const both = { ...home, colleagues: [...home.colleagues, colleague('Дронова', 'Валерия', 'Петровна')] };
	expect(saidOf([row('Опрос', 'май 2027', 'Дронова В.П.')], {}, both)).toEqual([]);
	expect(saidOf([row('Опрос', 'май 2027', 'Белова А.С.')], {}, home)).toEqual([]);
});

test('each mend resolves its remark, and says nothing new; what was left as it is stays unsaid', () => {
	const draft = plan(
		[
			row('Положение о наставничестве в техникуме', 'сентябрь 2024', 'Заместителю директора Орловой Т.П.'),
			row('Изучение распоряжения № 145-р и 145-р', '31 ноября', 'Шишкину А,В'),
			row('Опрос', 'с 20.05.2027 по 10.09.2026', 'Петрова А.И.'),
			row('Встреча', 'май 2027', 'Петорва А.И.'),
			row('Отчёт', 'май 2027', 'Петрова А.И.'),
			row('Отчёт', 'май 2027', 'Петрова А.И.')
		],
		{ ...gymnasium, stages: [aStage('Пустой')] }
	);
	let now = draft;
	const readAnew = (text: string) => readDeadline(text, now.period, now.period);
	for (const remark of remarksOn(draft)) {
		expect(remark.mend, remark.sentence).not.toBeNull();
		const before = remarksOn(now).length;
		now = mended(now, remark, 2, readAnew);
		expect(remarksOn(now).length, remark.sentence).toBeLessThan(before);
	}
	expect(remarksOn(now)).toEqual([]);
	expect(now.activities[0]).toMatchObject({
		title: 'Положение о наставничестве в гимназии',
		deadline: { text: 'сентябрь 2026', windows: [{ from: '2026-09-01' }] },
		responsible: [{ text: 'Заместитель директора Орлова Т.П.' }]
	});

	const [first] = remarksOn(draft);
	expect(remarksOn(leaveAsIs(draft, first?.id ?? '')).map(({ id }) => id)).not.toContain(first?.id);
});

test('twenty thousand rows of the same term and the same people are read in seconds: each is looked at once', () => {
	const deadline = due('сентябрь 2024');
	const rows = Array.from({ length: 20_000 }, (_, index) => ({
		...row(`Дело ${index} в техникуме`, 'май 2027', 'Заместителю директора Орловой Т.П.'),
		deadline
	}));
	const draft = plan(rows, gymnasium);
	const began = process.threadCpuUsage(); // its own time: a busy machine is no fault
	expect(kinds(remarksOn(draft))).toEqual(['foreign-kind', 'past-year', 'dative']);
	const { user } = process.threadCpuUsage(began);
	expect(user / 1_000_000).toBeLessThan(5); // 1 s; copying a group for each of its rows took thirteen seconds
});
