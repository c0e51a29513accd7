import { beforeAll, expect, test } from 'vitest';
import { addressIn, aMeetingSchool, ledTo, proofOf, textOf } from '../../../test/event-story';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { usualLines } from './rules/checklist';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const september = { from: '2026-09-01', to: '2026-09-30', dueOn: '2026-09-30' };
const plainly = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

/** What the line of the plan names, each with whoever answers for it. */
const six = {
	regulation: ['Положение', 'о системе наставничества', 'director'],
	'collective-agreement': ['Изменения', 'в коллективный договор', 'trade-union'],
	'pay-regulation': ['Положение', 'об оплате труда, новая редакция', 'director'],
	'pairing-order': ['Приказ', 'о закреплении пар', 'personnel'],
	'additional-agreements': ['Реестр', 'дополнительных соглашений', 'personnel'],
	'network-agreement': ['Соглашение', 'о сотрудничестве с колледжем', 'curator']
} as const;

test('S1 1: six local acts, each with its owner, are entered one by one; while one is missing the line stays open and the missing is named', async () => {
	const line = { title: 'Локальные нормативные акты о наставничестве', capability: 'local-act', times: [september] };
	const school = await aMeetingSchool(world, 'Школа актов', line);
	const { vera, activity, occurrences } = school;
	const owners = {
		director: school.director,
		'trade-union': school['trade-union'],
		personnel: school.personnel,
		curator: school.curator
	};
	expect(await textOf(vera.get('/local-acts'))).toContain('Показать в дорожной карте');
	for (const { code, title } of usualLines) {
		const said = { version: '0', title, dueOn: '', note: '', owner: '', act: '' };
		if (!Object.hasOwn(six, code)) {
			expect((await vera.post(`/local-acts/${code}`, { ...said, state: 'needless' })).status).toBe(303);
			continue;
		}
		const [form, about, owner] = six[code as keyof typeof six];
		if (code === 'network-agreement') {
			const early = await vera.post('/local-acts/closing', { closes: occurrences[0] ?? '' });
			expect(early.status).toBe(422);
			const page = plainly(await textOf(early));
			expect(page).toContain('Ещё не всё есть: Соглашения о сотрудничестве и сетевом взаимодействии');
			expect((await proofOf(vera, activity)).card).not.toContain('выполнено');
		}
		const act = addressIn(
			await vera.post('/legal-acts', {
				...{ version: '0', level: 'local', form, body: '', number: `${code.length}-О`, signedOn: '01.09.2026' },
				...{ title: about, from: '', to: '', replacedBy: '', link: '', note: '' }
			})
		);
		const key = act.split('/').at(-1) ?? '';
		const kept = { ...said, state: 'approved', owner: owners[owner].personId, act: key };
		expect((await vera.post(`/local-acts/${code}`, kept)).status).toBe(303);
	}
	const nothing = await vera.post('/local-acts/closing', {});
	expect(nothing.status).toBe(422);
	const token = crypto.randomUUID();
	for (const _ of [1, 2]) {
		const shown = await vera.post('/local-acts/closing', { token, closes: occurrences[0] ?? '' });
		expect(ledTo(shown), await textOf(shown.clone())).toBe('/local-acts?saved=shown&closed=1');
	}
	const { card, paper } = await proofOf(vera, activity);
	for (const words of ['выполнено', 'Локальные акты на 05.09.2026: 6', 'href="/local-acts"'])
		expect(card).toContain(words);
	const words = paper.join('\n').replaceAll('\u00a0', ' ');
	for (const one of [
		'Изменения в коллективный договор',
		'Соглашение от 01.09.2026 № 17-О',
		'Лосева Раиса Ивановна',
		'Крылова Инна Марковна',
		'от 01.09.2026 № 10-О'
	])
		expect(words).toContain(one);
	expect(words).not.toContain('электронной подписи');
});
