import { beforeAll, expect, test } from 'vitest';
import { addressIn, textOf } from '../../../test/event-story';
import { aPlan } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const read = async (answer: Response | Promise<Response>) =>
	(await textOf(answer)).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const anAct = (more: Record<string, string> = {}) => ({
	...{ version: '0', level: 'local', form: 'Приказ', body: '', number: '16/1-О', signedOn: '01.09.2026' },
	...{
		title: 'Об утверждении Положения о наставничестве',
		from: '01.09.2026',
		to: '',
		replacedBy: '',
		link: '',
		note: ''
	},
	...more
});

test('Вера finds a law by its number, adds the order of her school and corrects it: the former words stay as an edition', async () => {
	const { curator } = await aSchool(world, { name: 'Школа актов' });
	const vera = as(world, curator);
	expect(await read(vera.get('/legal-acts?q=273-фз'))).toContain('1 акт по запросу «273-фз»');
	const answer = await vera.post('/legal-acts', anAct());
	expect(answer.status).toBe(303);
	const act = addressIn(answer);
	expect(await read(vera.get(act))).toContain('Приказ от 01.09.2026 № 16/1-О');
	await vera.post(`${act}/versions`, anAct({ version: '1', to: '31.12.2026', replacedBy: 'приказ № 20' }));
	const page = await read(vera.get(act));
	expect(page).toContain('Действует по 31 декабря');
	expect(page.match(/набрано здесь/g)).toHaveLength(2);
	const late = await vera.post(`${act}/versions`, anAct({ version: '1', note: 'о наставниках' }));
	expect(late.status).toBe(409);
	expect(await read(late)).toContain('Заменён приказ № 20');
	const rows = await world.owner
		.selectFrom('legal_act_versions')
		.where('organisation_id', '=', curator.organisationId)
		.select(['number', 'derived_from', 'hash'])
		.orderBy('number')
		.execute();
	expect(rows.map(({ number, derived_from }) => [number, derived_from !== null])).toEqual([
		[1, false],
		[2, true]
	]);
	expect(rows[0]?.hash).not.toBe(rows[1]?.hash);
});

test('what was mistyped comes back; taken away by mistake it is brought back; a law of the program is not taken away', async () => {
	const { curator } = await aSchool(world, { name: 'Школа правок' });
	const vera = as(world, curator);
	const wrong = await vera.post('/legal-acts', anAct({ title: '', signedOn: '31.09.2026', to: '01.08.2026' }));
	expect(wrong.status).toBe(422);
	const page = await textOf(wrong);
	expect(page).toContain('Напишите название');
	expect(page).toContain('Укажите день');
	expect(page).toContain('value="16/1-О"');
	const act = addressIn(await vera.post('/legal-acts', anAct()));
	const gone = await vera.post(`${act}/removal`, {});
	expect(await read(vera.get(gone.headers.get('location') ?? ''))).toContain(
		'Убран: Об утверждении Положения о наставничестве'
	);
	expect((await vera.get(act)).status).toBe(404);
	await vera.post(`${act}/restoration`, {});
	expect((await vera.get(act)).status).toBe(200);
	const known = await vera.post('/legal-acts/education-law/removal', {});
	expect(known.status).toBe(422);
	expect(await read(known)).toContain('Этот акт известен программе');
});

test('a day the school has put an end to a law: papers lean on it no more, plans that still name it are shown at once', async () => {
	const school = await aSchool(world, { name: 'Школа отмен' });
	const vera = as(world, school.curator);
	await aPlan(world, school.curator, {
		stages: [{ title: 'Подготовка', activities: [{ title: 'Изучить распоряжение № Р-145 на педсовете' }] }]
	});
	expect(await read(vera.get('/legal-acts'))).not.toContain('Не действует, а упоминается');
	expect(await read(vera.get('/legal-acts/target-model'))).toContain('Изучить распоряжение № Р-145 на педсовете');
	expect(await textOf(vera.get('/legal-acts/target-model/edit'))).toContain('value="25.12.2019"');
	await vera.post('/legal-acts/target-model/versions', {
		...anAct({ level: 'federal', form: 'Распоряжение', number: 'Р-145', signedOn: '25.12.2019', title: 'Методология' }),
		...{ from: '25.12.2019', to: '01.09.2026', replacedBy: 'новая методология' }
	});
	const leaning = (await paragraphsOf(vera.get('/documents/curator-order/preview.docx')))
		.join(' ')
		.replaceAll('\u2011', '-');
	expect(leaning).toContain('273-ФЗ');
	const list = await read(vera.get('/legal-acts'));
	expect(list).toContain('Не действует, а упоминается');
	expect(list).toContain('Изучить распоряжение № Р-145 на педсовете . Вместо него: новая методология');
	expect((await read(vera.get('/legal-acts?force=lapsed'))).match(/действовал по/g)).toHaveLength(3);

	const law = { level: 'federal', form: 'Федеральный закон', number: '273-ФЗ', signedOn: '29.12.2012' };
	await vera.post('/legal-acts/education-law/versions', anAct({ ...law, title: 'Об образовании', to: '01.09.2026' }));
	const after = (await paragraphsOf(vera.get('/documents/curator-order/preview.docx')))
		.join(' ')
		.replaceAll('\u2011', '-');
	expect(after).not.toContain('273-ФЗ');
	expect(after).toContain('АЗ-1128/08/657');
});

test('an act is given to read: each says «Ознакомлен(а)» with the day, and the act tells who has', async () => {
	const { curator, teacher } = await aSchool(world, { name: 'Школа читателей' });
	const vera = as(world, curator);
	const form = await textOf(vera.get('/events/new?legalAct=education-law'));
	expect(form).toContain('name="legalAct" value="education-law"');
	const made = await vera.post('/events', {
		...{ kind: 'Документ: федеральный', title: 'Закон об образовании', heldOn: '04.09.2026', lasts: '60' },
		...{ staff: 'on', announce: 'on', acquaints: 'on', legalAct: 'education-law' }
	});
	expect(made.status).toBe(303);
	const nina = as(world, teacher);
	expect(await read(nina.get('/legal-acts/education-law'))).toContain('вы ещё не ознакомились');
	await nina.post(`${addressIn(made)}/acquaintance`, {});
	expect(await read(nina.get('/legal-acts/education-law'))).toContain('вы ознакомились');
	expect(await read(vera.get('/legal-acts/education-law'))).toContain('ознакомились 1 из ');
});

test('the acts of one school are not in the library of another; a teacher reads and does not write', async () => {
	const [mine, other] = [await aSchool(world, { name: 'Своя' }), await aSchool(world, { name: 'Чужая' })];
	const act = addressIn(await as(world, mine.curator).post('/legal-acts', anAct({ number: '77-тайный' })));
	expect(await read(as(world, other.curator).get('/legal-acts?q=тайный'))).toContain('ничего не нашлось');
	expect((await as(world, other.curator).get(act)).status).toBe(404);
	expect((await as(world, mine.teacher).get(act)).status).toBe(200);
	expect((await as(world, mine.teacher).post('/legal-acts', anAct())).status).toBe(403);
	const text = new File(['текст приказа'], 'Приказ.txt', { type: 'text/plain' });
	await as(world, mine.curator).post(`${act}/versions`, { ...anAct({ version: '1' }), files: text });
	const [file = ''] = /\/files\/[0-9a-f-]+/.exec(await textOf(as(world, mine.teacher).get(act))) ?? [];
	expect(await textOf(as(world, mine.teacher).get(file))).toBe('текст приказа');
	expect((await as(world, other.curator).get(file)).status).toBe(404);
	const xlsx = await as(world, mine.teacher).get('/legal-acts/library.xlsx?level=local');
	expect(xlsx.status).toBe(200);
});

test('the form sent twice makes one act', async () => {
	const { curator } = await aSchool(world, { name: 'Школа двух щелчков' });
	const vera = as(world, curator);
	const token = crypto.randomUUID();
	const [one, two] = [
		await vera.post('/legal-acts', anAct({ token })),
		await vera.post('/legal-acts', anAct({ token }))
	];
	expect(addressIn(one)).toBe(addressIn(two));
	expect((await textOf(vera.get('/legal-acts?level=local'))).match(/16\/1-О<\/a>/g)).toHaveLength(1);
});
