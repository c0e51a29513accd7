import { beforeAll, expect, test } from 'vitest';
import { aMeetingSchool, textOf } from '../../../test/event-story';
import { asked, filesOf, makeNow } from '../../../test/package-story';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { seen } from './engine/template/fixtures/word-file';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const line = {
	title: 'Утвердить Положение и дорожную карту',
	capability: 'local-act',
	times: [{ from: '2026-09-01', to: '2026-09-30', dueOn: '2026-09-30' }]
};

test('the set of the Положение: before the plan is approved it says what to do, after that the order holds both annexes, once', async () => {
	const { vera, organisationId, plan } = await aMeetingSchool(world, 'Школа комплекта о Положении', line);
	const made = async (kind: string) => {
		const address = await asked(vera, kind);
		await makeNow(world, organisationId, address);
		return filesOf(vera, address);
	};
	const early = await made('regulation-order');
	expect(early.page).toContain('нет утверждённого плана. Сначала утвердите редакцию плана');
	expect(Object.keys(early.archive)).toEqual(['Положение о системе наставничества.docx', 'Не получилось.txt']);

	const form = await textOf(vera.get(`/roadmap/${plan}/editions/new`));
	await vera.post(`/roadmap/${plan}/editions`, {
		...{ seen: /name="seen" value="([^"]*)"/.exec(form)?.[1] ?? '', orderNumber: '№ 112-О' },
		...{ orderDay: '28.08.2026', layout: 'usual' }
	});
	expect(await textOf(vera.get('/documents/packages'))).toContain(
		'Сделать 1 документ: приказ о Положении с приложениями'
	);
	const { archive } = await made('regulation-order');
	const [[name = '', bytes] = []] = Object.entries(archive);
	expect(Object.keys(archive)).toEqual(['Приказ об утверждении Положения о наставничестве с приложениями.docx']);
	const words = seen(bytes as Uint8Array).replaceAll('\u00a0', ' ');
	expect(name).not.toBe('');
	for (const one of ['Утвердить:', 'Приложение № 1', 'ПОЛОЖЕНИЕ', 'Приложение № 2', line.title])
		expect(words, one).toContain(one);

	const year = Object.keys((await made('year-start')).archive).filter((one) => one.startsWith('1 '));
	expect(year.map((one) => one.slice('1 Приказы и положения/'.length))).toEqual([
		'Приказ о внедрении системы (целевой модели) наставничества.docx',
		'Приказ об утверждении Положения о наставничестве с приложениями.docx',
		'Приказ о назначении куратора.docx'
	]);
});
