import { expect, test } from 'vitest';
import type { OrganisationKind } from '../../../../core/actor';
import { type WorkingCode, workingTemplates } from '../../rules/library/working/kinds';
import { openOwnTemplate } from '../library/own';
import { seen } from '../template/fixtures/word-file';
import { factsOf } from './fixtures/people';
import { wantedPapers } from './papers';

const codes = Object.keys(workingTemplates) as WorkingCode[];
const textOf = (code: WorkingCode, kind: OrganisationKind) =>
	wantedPapers(code, factsOf(kind))
		.filter(({ reason }) => !reason)
		.map(({ name, fields }) => `== ${name}\n${seen(openOwnTemplate(code).render(fields)).replaceAll('\u00a0', ' ')}`)
		.join('\n\n');

/** The whole text of a school; of the others what is said otherwise. */
const golden = (code: WorkingCode) => {
	const school = textOf(code, 'school');
	const lines = new Set(school.split('\n'));
	const others = (['kindergarten', 'college', 'sports-school'] as const).map((kind) => {
		const own = textOf(code, kind)
			.split('\n')
			.filter((line) => !lines.has(line));
		return `\n\n#### ${kind}\n${own.join('\n')}`;
	});
	return `${school}${others.join('')}\n`;
};

test.each(codes)('%s: its golden text for a school, a kindergarten, a college and a sports school', async (code) => {
	await expect(golden(code)).toMatchFileSnapshot(`./fixtures/golden/${code}.txt`);
});

const alike = (code: WorkingCode, kind: OrganisationKind, ...says: readonly string[]) => {
	for (const words of says) expect(textOf(code, kind), words).toContain(words);
};

test('surnames that trip stand in their cases: a woman on a consonant, a vowel that runs away, one of two parts', () => {
	alike('certificate', 'school', 'Дана Мерк Любови Никитичне, учителю', 'Дана Зайцу Павлу Лукичу, старшему учителю');
	alike('certificate', 'sports-school', '– Кара-Мурзы Льва Ильича, тренера-преподавателя', '– Сокол Майи Петровны');
	alike(
		'commendation',
		'kindergarten',
		'Заведующему\nГайде Н. К.',
		'Прошу поощрить Зайца Павла Лукича, старшего воспитателя'
	);
	alike('petition', 'college', 'помогает в работе Цой Вере Ильиничне, преподавателю');
	alike('commission-minutes', 'kindergarten', 'СЛУШАЛИ: Шевчук А. И., методиста', 'рекомендовать заведующему');
});

test('a lesson is not alive: it is held as itself, a training changes', () => {
	alike('programme', 'school', 'Провести урок для коллег', 'после посещения урока');
	alike('programme', 'sports-school', 'Провести тренировку для коллег', 'после посещения тренировки');
	alike('memo-visit', 'kindergarten', 'кто проводил занятие', 'Воспитанники должны знать');
});

test('what is known fills the programme; where nothing is, a place to write stands', () => {
	const [known = '', unknown = ''] = textOf('programme', 'school').split('== Персонализированная').slice(1);
	expect(known).toContain('– Хочу научиться держать внимание (Цой В. И.)');
	expect(known).toContain('Цель: преодолеть затруднения (планирование урока, занятия; общение с родителями)');
	expect(known).toContain('1|Вместе составить планы трёх уроков');
	expect(known).toContain('Познакомиться с тем, как в школе всё устроено');
	expect(unknown).toContain('Цель: ____');
	expect(unknown).toContain('Назвать три главных затруднения');
	expect(unknown).toContain('Не требуется: наставляемый освоил должность');
});

test('a petition is made of whoever has the highest category; of the rest it is told why not', () => {
	const papers = wantedPapers('petition', factsOf('school'));
	expect(papers.map(({ reason }) => reason)).toEqual([undefined, expect.stringContaining('высшая категория')]);
});

test('an extract has the points about mentoring, and the point of an initial is not lost', () => {
	alike(
		'council-minutes',
		'school',
		'1. Об итогах летней работы\n2. О внедрении системы наставничества; докладчик: Шевчук А. И.'
	);
	expect(textOf('council-extract', 'school')).not.toContain('летней работы');
});

test('the last line of a list ends with a full stop', () => {
	for (const code of codes)
		for (const kind of ['school', 'kindergarten'] as const) {
			const lines = textOf(code, kind).split('\n');
			const broken = lines.filter((line, at) => /^– .*;$/.test(line) && !lines[at + 1]?.startsWith('– '));
			expect(broken, code).toEqual([]);
		}
});
