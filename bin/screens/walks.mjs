// Ways to screens whose address is not known beforehand; each answers with the address. The page is somebody's who has signed in.

/** What a curator might paste. */
const plan = `Дорожная карта наставничества на 2026-2027 учебный год
№\tМероприятие\tСроки\tОтветственные\tРезультат
1\tПриказ о наставниках по распоряжению № 145-р\tдо 10 сентября\tДиректор\tПриказ
2\tАнкетирование молодых учителей\tсентябрь, май\tПедагог-психолог\tСводка ответов
3\tСеминар для наставников\tоктябрь\tРесурсный центр «Росток»\tМатериалы семинара
4\tВстречи пар\tне реже 1 раза в две недели\tНаставники\tЖурнал встреч
5\tПомощь с отчётами\tпо мере необходимости\tВоронцова И.Л.\t
6\tОткрытые уроки молодых учителей\tближе к весне\tЖданов К.В., Чернышёва Д.Г.\tКонспекты
7\tИтоговый отчёт\tежегодно до 10 июня\tКуратор\tОтчёт
8\tНабор наставников на новый год\tмай 2025\tЗаместителю директора Ворноцовой И,Л.\tСписок
`;

/** The first plan of the list, or what lies under it. */
export const ofPlan =
	(rest = '') =>
	async (page) =>
		`${await follow(page, '/roadmap', 'main a[href^="/roadmap/0"]')}${rest}`;

/** A person of the list, or what lies under them. */
export const ofPerson =
	(rest = '') =>
	async (page) =>
		`${await follow(page, '/people', 'main a[href^="/people/0"]')}${rest}`;

/** A questionnaire of the list, or what lies under it. */
export const ofQuestionnaire =
	(rest = '') =>
	async (page) =>
		`${await follow(page, '/surveys/questionnaires', 'main a[href^="/surveys/questionnaires/0"]')}${rest}`;

/** A wave of the list as it is filtered, or what lies under it. */
export const ofWave =
	(rest = '', filter = 'now&q=нужно') =>
	async (page) =>
		`${await follow(page, `/surveys?filter=${filter}`, 'main a[href^="/surveys/waves/0"]')}${rest}`;

/** An event of the list as it is filtered, or what lies under it. */
export const ofEvent =
	(rest = '', filter = 'past&q=внедрении') =>
	async (page) =>
		`${await follow(page, `/events?filter=${filter}`, 'main table a[href^="/events/0"]')}${rest}`;

/** A pair of the list as it is filtered, or what lies under it. */
export const ofPair =
	(rest = '', filter = 'papers') =>
	async (page) =>
		`${await follow(page, `/mentorships?filter=${filter}`, 'main table a[href^="/mentorships/0"]')}${rest}`;

/** An order of pairs, by the pair whose evidence it is. */
export async function ofOrder(page) {
	await page.goto(await follow(page, '/mentorships?filter=working', 'main table a[href^="/mentorships/0"]'));
	return page.locator('main a[href^="/mentorship-orders/0"]').first().getAttribute('href');
}

/** The second step of «Назначить наставника», for the first who waits. */
export const choosingMentor = (page) =>
	follow(page, '/mentorships/new', 'main table a[href^="/mentorships/new?mentee="]');

/** The third step: the one suggested first. */
export async function choosingTerm(page) {
	const there = await choosingMentor(page);
	await page.goto(there);
	const mentor = await page.locator('main input[name="mentor"]').first().getAttribute('value');
	return `${there}&mentor=${mentor}`;
}

/** A case of the bank as it is filtered, or what lies under it. */
export const ofPractice =
	(rest = '', filter = 'accepted') =>
	async (page) =>
		`${await follow(page, `/practices?filter=${filter}`, 'main table a[href^="/practices/0"]')}${rest}`;

/** A case begun from a programme that was gone through; from a blank where nobody has gone through one. */
export async function beginPractice(page) {
	await page.goto('/registry/graduates');
	const begun = page.locator('main a[href^="/practices/new?person="]').first();
	return (await begun.count()) > 0 ? begun.getAttribute('href') : '/practices/new';
}

/** The orders and consents of the demonstration's pairs, made once. */
export async function makeDocuments(page) {
	await page.goto('/documents/made');
	if ((await page.locator('main table a[href^="/documents/made/0"]').count()) === 0)
		for (const kind of ['mentor-consent', 'curator-order', 'pairing-order']) {
			await page.goto(`/documents/${kind}`);
			const asked = page.locator('main a[href$="/particulars"], header a[href$="/particulars"]').first();
			if ((await asked.count()) > 0) {
				await asked.click();
				await page.getByRole('button', { name: 'Сделать документ' }).click();
			} else
				await page
					.locator('main form[action$="/making"] button, header form[action$="/making"] button')
					.first()
					.click();
			await page.waitForURL(/\/documents\/made/);
		}
	return '/documents/made';
}

/** The order of pairs among what was made; the trade union and a colleague of outside are asked to agree, once. */
export async function ofDocument(page) {
	await makeDocuments(page);
	const order = await follow(page, '/documents/made?code=pairing-order', 'main table a[href^="/documents/made/0"]');
	await page.goto(order);
	if ((await page.locator('#approvals table').count()) === 0)
		for (const [kind, name] of [
			['union', 'профсоюз'],
			['visa', 'Рыбак']
		]) {
			await page.locator('#approvals summary').first().click();
			await page.locator(`input[name=approvalKind][value=${kind}]`).check();
			const option = page.locator('#whom option', { hasText: name }).first();
			if ((await option.count()) > 0) await page.locator('#whom').selectOption(await option.getAttribute('value'));
			else await page.locator('#name').fill('Рыбак Нина Саввична');
			await page.locator('#approvals form[action$="/approvals"] button').click();
			await page.locator('#approvals tbody tr', { hasText: kind === 'union' ? 'профсоюза' : name }).waitFor();
		}
	return order;
}

export const readersOfDocument = async (page) => `${await ofDocument(page)}/readers`;
export const sheetOfDocument = async (page) => `${await ofDocument(page)}/sheet`;
export const approvalSheet = async (page) => `${await ofDocument(page)}/approval-sheet`;

/** What one was asked to agree on. */
export const ownApproval = (page) => follow(page, '/agreement', 'main table a[href^="/agreement/0"]');

/** The form of the number and the day, of an order that has none; the order of the curator gets its own, once. */
export async function registerDocument(page) {
	await makeDocuments(page);
	const curators = `${await follow(page, '/documents/made?code=curator-order', 'main table a[href^="/documents/made/0"]')}/registration`;
	await page.goto(curators);
	if (page.url().endsWith('/registration')) {
		await page.locator('#number').fill('16/1-О');
		await page.locator('main form button.primary').click();
		await page.waitForLoadState();
		if ((await page.locator('#anyway').count()) > 0) {
			await page.locator('#anyway').check();
			await page.locator('main form button.primary').click();
		}
		await page.waitForURL(/saved=registered/);
	}
	return `${await ofDocument(page)}/registration`;
}

/** The curator's order, registered, with the draft of the order that cancels it: the card of links. */
export async function cancelDocument(page) {
	await registerDocument(page);
	const earlier = await follow(page, '/documents/made?code=curator-order', 'main table a[href^="/documents/made/0"]');
	await page.goto(earlier);
	if ((await page.locator('#links li').count()) === 0) {
		await page.getByRole('button', { name: 'Отменить приказом' }).click();
		await page.waitForURL(/saved=made-later/);
	}
	return `${earlier}#links`;
}

/** The first step of a series, as a curator would say it. */
export const aSeries = new URLSearchParams({
	step: 'days',
	kind: 'Совет наставников',
	title: 'Организационное сопровождение пар',
	from: '07.12.2026',
	to: '31.05.2027',
	every: 'month',
	skip: 'on'
});

/** A series that is made and announced. */
export async function makeSeries(page) {
	await page.goto(`/event-series/new?${aSeries}`);
	await page.locator('#role-mentor').check();
	await page.locator('main form button.primary').click();
	await page.waitForURL(/\/event-series\/0/);
	return new URL(page.url()).pathname;
}

/** A plan of promotion that is begun. */
export async function beginPromotion(page) {
	await page.goto('/promotion-plans');
	await page.locator('main form button.primary').click();
	await page.waitForURL(/\/promotion-plans\/0/);
	return new URL(page.url()).pathname;
}

/** Minutes of a meeting of the leaders that was held just now. */
export async function draftMinutes(page) {
	const event = await ofEvent('', 'past&q=ходе')(page);
	await page.goto(`${event}/attendance`);
	await page.locator('main form button.primary').click();
	return `${event}/minutes`;
}

/** Personal links of everybody an open wave still waits for, made once. */
export async function makeLinks(page) {
	const slips = await ofWave('/slips')(page);
	await page.goto(slips);
	const button = page.locator('main form[action$="/links"] button.primary');
	if ((await button.count()) > 0) {
		await button.click();
		await page.locator('ul.slips > li').first().waitFor({ timeout: 20_000 });
	}
	return slips;
}

/** The same wave, narrowed to those who have not answered and hold a link. */
export async function linksOfWave(page) {
	return `${(await makeLinks(page)).replace('/slips', '')}?filter=left`;
}

/** A wave that is prepared and not open yet; answers with the address of its changing. */
export async function prepareAWave(page) {
	await page.goto('/surveys/waves/new');
	await page.locator('#edition').selectOption({ index: 1 });
	await page.locator('#title').fill('Как прошла вторая четверть');
	await page.locator('#role-mentor').check();
	await Promise.all([page.waitForURL(/\/surveys\/waves\/0/), page.locator('main form button.primary').first().click()]);
	return `${new URL(page.url()).pathname}/edit`;
}

/** A questionnaire of its own for each staff group; answers with the address of the round. */
export async function sendToGroups(page) {
	await page.goto('/surveys/rounds/new');
	await Promise.all([
		page.waitForURL(/\/surveys\/rounds\/0/),
		page.locator('main form button.primary').first().click()
	]);
	return new URL(page.url()).pathname;
}

/** An account of the list, or what lies under it. */
export const ofAccount =
	(rest = '') =>
	async (page) =>
		`${await follow(page, '/accounts', 'main a[href^="/accounts/0"]')}${rest}`;

/** An activity due soon, or what lies under it. */
export const ofActivity =
	(rest = '') =>
	async (page) =>
		`${await follow(page, '/today', 'main a[href^="/activities/"]')}${rest}`;

/** A plan that was just read, or what lies under it. */
export const ofImport =
	(rest = '') =>
	async (page) =>
		`${await importAPlan(page)}${rest}`;

/** The link of a page to which a walk leads. */
export const via = (walk, selector) => async (page) => follow(page, await walk(page), selector);

/** A link of a page. */
export const link = (from, selector) => (page) => follow(page, from, selector);

/** A stage of a plan that was begun from a pattern. */
export async function ofStage(page) {
	await page.goto('/roadmap/starters/pedagogues');
	await page.locator('main form button.primary').first().click({ timeout: 5000 });
	return page.locator('main a[href*="/stages/"]').first().getAttribute('href', { timeout: 20_000 });
}

/** A staff list as it was read, before it is taken. */
export async function importStaff(page) {
	await page.goto('/people/import');
	const rows = ['Фамилия;Имя;Отчество;Должность', 'Лапшина;Зоя;Юрьевна;учитель химии', 'Крылов;Антон;;лаборант'];
	const buffer = Buffer.from(rows.join('\n'));
	await page.locator('#file').setInputFiles({ name: 'Сотрудники.csv', mimeType: 'text/csv', buffer });
	await page.locator('main form button.primary').first().click();
	await page.waitForURL(/\/people\/imports\/0/);
	return new URL(page.url()).pathname;
}

/** Somebody of the list entered once more, by initials and with more of what is known; answers with the list of such pairs. */
export async function addATwin(page) {
	await page.goto('/people/duplicates');
	if ((await page.locator('main a[href*="/merging/"]').count()) > 0) return '/people/duplicates';
	await page.goto(await follow(page, '/people?filter=mentees', 'main table a[href^="/people/0"]'));
	const [family, given, patronymic] = (await page.locator('h1').textContent()).trim().split(' ');
	const words = {
		familyName: family.replaceAll('ё', 'е'),
		givenName: `${given[0]}.`,
		patronymic: patronymic ? `${patronymic[0]}.` : '',
		post: await page.locator('.periods strong').first().textContent(),
		employedOn: '01.09.2026',
		phone: '8 900 111-22-33',
		note: 'Внесена второй раз в сентябре'
	};
	await page.goto('/people/new');
	for (const [name, value] of Object.entries(words)) await page.locator(`#${name}`).fill(value);
	await page.locator('main form button.primary').first().click();
	await page.locator('#namesake').check();
	await page.locator('main form button.primary').first().click();
	await page.waitForURL(/\/people\/0/);
	return '/people/duplicates';
}

/** The two side by side. */
export async function compareTwins(page) {
	return follow(page, await addATwin(page), 'main a[href*="/merging/"]');
}

/** The two made one: the record of it. */
export async function mergeTwins(page) {
	await page.goto(await compareTwins(page));
	await page.locator('main form button.primary').first().click();
	await page.waitForURL(/\/person-merges\/0/);
	return new URL(page.url()).pathname;
}

/** An order of columns saved for a receiver, once; answers with its address. */
export async function saveAMapping(page) {
	await page.goto('/registry/mentees/exchange');
	const saved = page.locator('main a[href^="/exchange-mappings/0"]:not([download])').first();
	if ((await saved.count()) > 0) return saved.getAttribute('href');
	await page.goto('/registry/mentees/mappings/new?set=apart');
	await page.locator('#name').fill('АСУ РСО');
	await page.locator('main form button.primary').first().click();
	await page.waitForURL(/\/exchange-mappings\/0/);
	return new URL(page.url()).pathname;
}

/** A table for the register of mentees as it was read: somebody of the register written shortly, a namesake-like, a new one. */
export async function importARegister(page) {
	await page.goto('/registry/mentees/exchange');
	const begun = page.locator('main a[href^="/register-imports/0"]').first();
	if ((await begun.count()) > 0) return begun.getAttribute('href');
	await page.goto('/registry/mentees/table');
	const names = await page.locator('main table tbody th').allTextContents();
	const [family = '', given = ''] = (names[0] ?? '').split(' ');
	await page.goto('/registry/mentees/import');
	const rows = [
		['ФИО', 'Телефон', 'Основной запрос', 'Категория', 'Дата вхождения в программу'],
		[`${family} ${given[0]}.`, '8 900 111-22-33', 'Подготовить открытый урок', '', ''],
		[names[1] ?? '', '8 900 222-33-44', 'Разобраться с журналом и отчётами четверти', '', ''],
		[names[2] ?? '', '', '', '', ''],
		['Лапшина Зоя Юрьевна', '', 'Как вести классный час', '', ''],
		['Крылов Антон Игоревич', '', 'Оценивание', '', '31.02.2026']
	];
	await page.locator('details.fold summary').first().click();
	await page.locator('textarea[name="pasted"]').fill(rows.map((row) => row.join('\t')).join('\n'));
	await page.locator('main form button.primary').first().click();
	await page.waitForURL(/\/register-imports\/0/);
	return new URL(page.url()).pathname;
}

/** Files in both directions: a saved order of columns, and tables on their way in. */
export async function exchangeBothWays(page) {
	await saveAMapping(page);
	await importARegister(page);
	return '/registry/mentees/exchange';
}

/** The address a link of a page leads to. */
export async function follow(page, from, selector) {
	await page.goto(from);
	return page.locator(selector).first().getAttribute('href', { timeout: 5000 });
}

/** A plan as a text, read by the program: what was understood of it. */
export async function importAPlan(page) {
	await page.goto('/roadmap/imports/new');
	await page.locator('textarea[name="text"]').fill(plan, { timeout: 5000 });
	await page.locator('main form button').first().click();
	await page.waitForURL(/\/roadmap\/imports\/0/);
	await page.locator('table').first().waitFor({ timeout: 20_000 });
	return new URL(page.url()).pathname;
}

/** A secret address, made and shown. */
export async function makeCalendarAddress(page) {
	await page.goto('/my-calendar');
	await page.locator('form[action="/my-calendar/address"] button').click({ timeout: 5000 });
	await page.waitForURL(/saved=address/);
	return '/my-calendar';
}

/** The same plan, with a row taken out and the people confirmed, taken to work: what is remembered of it. */
export async function acceptAPlan(page) {
	const path = await importAPlan(page);
	const go = (at) => page.goto(`${path}${at}`);
	await page.locator('input[name="row"]').last().check();
	await page.locator('button[value="remove"]').click();
	await go('/people');
	await page.locator('main form button').first().click();
	await go('/acceptance');
	await page.locator('main form button').first().click();
	await page.waitForURL(/\/roadmap\/0/);
	return '/roadmap/hints';
}

/** A plan with something said anew and something taken out; answers with its address. */
export async function changeAPlan(page) {
	const plan = await follow(page, '/roadmap', 'main a[href^="/roadmap/0"]');
	const rows = await page.goto(plan).then(() => page.locator('#activities a[href^="/activities/"]:not([href*="#"])'));
	const paths = await Promise.all([2, 5].map((at) => rows.nth(at).getAttribute('href')));
	await page.goto(`${paths[0]}/words`);
	const [title] = (await page.locator('#title').inputValue()).split(' и для');
	await page.locator('#title').fill(`${title} и для вновь принятых педагогов`);
	await page.locator('main form button.primary').click();
	await page.goto(`${paths[1]}/words`);
	await page.locator('form[action$="/removal"] button').first().click();
	return plan;
}

/** The plan's own file, sent again as a newer version after the plan was changed; answers with the address of what differs. */
export async function renewAPlan(page) {
	const plan = await follow(page, '/roadmap', 'main a[href^="/roadmap/0"]');
	const file = await page.request.get(`${plan}/document.xlsx`);
	const buffer = await file.body();
	await changeAPlan(page);
	await page.goto(`/roadmap/imports/new?renews=${plan.split('/').at(-1)}`);
	await page
		.locator('#file')
		.setInputFiles({ name: 'План, новая версия.xlsx', mimeType: 'application/octet-stream', buffer });
	await page.locator('main form button.primary').click();
	await page.getByRole('heading', { name: 'Что понято' }).first().waitFor({ timeout: 60_000 });
	return `${new URL(page.url()).pathname}/renewal`;
}

/** The first person of a register, or what lies under their card. */
export const ofRegister =
	(rest = '', register = 'mentees') =>
	async (page) =>
		`${await follow(page, `/registry/${register}`, 'main a[href^="/registry/people/0"]')}${rest}`;

/** Work in the programme that was written by hand, of somebody whom no pair keeps. */
export const ofProgramme =
	(rest = '') =>
	async (page) => {
		const unmatched = await follow(page, '/mentorships/unmatched', 'main a[href^="/mentorships/new?mentee="]');
		const person = `/registry/people/${unmatched.split('=')[1]}`;
		await press(page, await follow(page, person, 'main a[href^="/register-entries/"]'), /registry\/people/);
		return `${await follow(page, person, 'main a[href^="/programme-periods/"]:not([href$="/ending"])')}${rest}`;
	};

/** A page's main button pressed; answers with the address it led to. */
async function press(page, from, there) {
	await page.goto(from);
	await Promise.all([
		page.waitForURL(there),
		page.locator('main form button.primary').first().click({ timeout: 5000 })
	]);
	return new URL(page.url()).pathname;
}

/** The bank of mentors approved as it stands. */
export const approveARegister = (page) => press(page, '/registry/mentors/approval', /\/register-editions\/0/);

/** The best pairs of the demonstration, or another view of them. */
export const ofRun =
	(rest = '') =>
	async (page) =>
		`${await follow(page, '/matching', 'main table a[href^="/matching/runs/0"]')}${rest}`;

/** A draft of a proposal: every pair of a run, of the last one unless told. */
export async function proposePairs(page, run) {
	await page.goto(run ?? (await ofRun()(page)));
	await Promise.all([
		page.waitForURL(/\/matching\/proposals\/0/),
		page.locator('main form.bulk button[value=propose]').click({ timeout: 5000 })
	]);
	return new URL(page.url()).pathname;
}

/** Its board, with somebody moved to another mentor who has a place for them. */
export async function moveOnABoard(page) {
	const board = `${await proposePairs(page)}/board`;
	await page.goto(board);
	const who = page.locator('form[data-moves] [name=who]');
	const now = (await who.locator('option').nth(1).textContent()).split(' – сейчас ')[1];
	await who.selectOption({ index: 1 });
	const to = page.locator('form[data-moves] [name=to]');
	const free = to.locator('option', { hasText: 'свободно', hasNotText: now });
	await to.selectOption(await free.first().getAttribute('value'));
	await page.locator('form[data-moves] button').click({ timeout: 5000 });
	await page.locator('[data-outcome]').waitFor({ timeout: 5000 });
	return board;
}

/** The pairs of a proposal accepted after the talks and put to the people; answers with the sheets for those without an address. */
export async function printSlips(page) {
	const before = `${await follow(page, '/matching', 'main table a[href^="/matching/proposals/0"]')}/slips`;
	await page.goto(before);
	if ((await page.locator('.slip').count()) > 0) return before; // put to them for the other width
	const run = await press(page, '/matching', /\/matching\/runs\/0/); // of those who have no pair today
	const at = await proposePairs(page, run);
	await page.locator('main form input[name=stage][value=final]').check();
	await page.locator('main form[action$="/acceptance"] button.primary').click({ timeout: 5000 });
	const asking = page.locator('main form[action$="/asking"]');
	await asking.locator('[name=together]').first().check();
	await asking.locator('button.primary').click({ timeout: 5000 });
	await page.locator(`main a[href="${at}/slips"]`).waitFor({ timeout: 5000 });
	return `${at}/slips`;
}

/** Another page of a proposal. */
export const ofProposal = (rest) => async (page) => `${await proposePairs(page)}${rest}`;

/** A proposal that was changed on its board, beside the run it came of. */
export async function besideEachOther(page) {
	const board = await moveOnABoard(page);
	await page.goto(board.replace('/board', ''));
	const run = await page.locator('a[href^="/matching/runs/"]').first().getAttribute('href');
	return `/matching/comparison?first=${run.split('/').at(-1)}&second=${board.split('/').at(-2)}`;
}

/** Needs and offers laid side by side, accepted. */
export const acceptGaps = (page) => press(page, '/registry/gaps', /\/gap-reports\/0/);

/** A round of talks, finished. */
export const finishARound = (page) => press(page, '/interviews/round/mentees', /\/interview-rounds\/0/);

/** A talk with the first who waits, with a note of one's own. */
export async function recordATalk(page) {
	await page.goto(await follow(page, '/interviews', 'main a[href^="/interviews/people/"]'));
	await page.locator('[name="answer-0"]').fill('С работы в параллели седьмых классов: уже две недели веду уроки сама.');
	await page.locator('[name="answer-1"]').fill('Дисциплина на последних уроках, заполнение электронного журнала.');
	await page.locator('[name="note"]').fill('Просит наставника с таким же предметом.');
	await page.locator('input[name="outcome"]').first().check();
	await Promise.all([page.waitForURL(/\/interviews\/0/), page.locator('main form button.primary').click()]);
	return new URL(page.url()).pathname;
}

/** Two memos chosen and put together. */
export async function aPackage(page) {
	await page.goto('/documents/materials');
	for (const code of ['memo-mentor', 'memo-mentee']) await page.locator(`[name="code"][value="${code}"]`).check();
	await Promise.all([page.waitForURL(/\/documents\/packages\/0/), page.locator('main form button.primary').click()]);
	return new URL(page.url()).pathname;
}

/** How the name of the first in the list changes in papers. */
export async function ofNameForms(page) {
	await page.goto('/people');
	return `${await page.locator('main table a[href^="/people/"]').first().getAttribute('href')}/name-forms`;
}
