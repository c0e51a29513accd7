import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waitBefore } from './attempts';
import { accessState, reachOf, readCode, showCode } from './invitations';
import { loginPattern, problemWithLogin, suggestedLogin } from './logins';
import { ownPath } from './next';
import { problemWithPassword } from './passwords';
import { canWithdraw, founderRoles, problemsWithEnding, problemsWithGrant, rolesIn } from './roles';
import { hashOf, invitationSecrets } from './secrets';
import { deviceWords, expiryOf } from './sessions';
import { waitWords } from './wait-words';

test.each([
	['коротко', 'не меньше 10'],
	['йцукенгшщз', 'подбирают первым'],
	['НАСТАВНИК123', 'подбирают первым'],
	['98765432109876', 'подбирают первым'],
	['ааааааааааааа', 'подбирают первым'],
	['абабабабабаб', 'подбирают первым'],
	['abcdefghijklm', 'подбирают первым'],
	['petrova.ai99', 'легко угадать'],
	['Петрова1984', 'легко угадать'],
	['ж'.repeat(201), 'не больше 200']
])('the password «%s» is refused kindly', (password, why) => {
	expect(problemWithPassword(password, ['petrova.ai', 'Петрова', 'Анна'])).toContain(why);
});

test.each(['синий трамвай везёт арбузы', 'k7#Lm2!xQz', 'Петрова любит ночные поезда', 'парольный замок 1907'])(
	'the password «%s» is good',
	(password) => expect(problemWithPassword(password, ['petrova.ai', 'Петрова', 'Анна'])).toBeUndefined()
);

test('a suggested login is always one that may be taken', () => {
	const word = fc.string({ unit: fc.constantFrom(...'абвгдеёжзийклмнопрстуфхцчшщъыьэюяАЯ-’ 9z'), maxLength: 50 });
	fc.assert(
		fc.property(word, word, word, (familyName, givenName, patronymic) => {
			expect(suggestedLogin({ familyName, givenName, patronymic })).toMatch(loginPattern);
		})
	);
	expect(suggestedLogin({ familyName: 'Щукина-Ёжикова', givenName: 'Юлия', patronymic: 'Жановна' })).toBe(
		'shchukinaezhikova.yuzh'
	);
	expect(problemWithLogin('Дронова')).toContain('латинскими');
	expect(problemWithLogin('dronova.vp')).toBeUndefined();
});

test('no address leads away from our own site', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.webUrl(),
				fc.string(),
				fc.string().map((text) => `/${text}`)
			),
			(asked) => {
				const url = new URL(ownPath(asked), 'https://ours.example/sign-in');
				expect(url.origin).toBe('https://ours.example');
			}
		)
	);
	for (const trick of [
		'//x.example',
		'/\\x.example',
		'/\t/x.example',
		'/%09/../..//x.example',
		'https:x',
		'/..//x.example'
	]) {
		expect(new URL(ownPath(trick), 'https://ours.example/a').origin).toBe('https://ours.example');
	}
	expect(ownPath('/people?show=mentors&page=2')).toBe('/people?show=mentors&page=2');
	expect(ownPath('/sign-in?next=/')).toBe('/');
});

test('waiting begins after five failures, doubles, and never exceeds a quarter of an hour', () => {
	const at = '2026-09-05T14:00:00.000Z';
	const wait = (failures: number) => waitBefore({ failures, lastFailedAt: at, sourceFailures: failures }, at);
	expect([0, 4, 5, 6, 7, 10, 40].map(wait)).toEqual([0, 0, 30, 60, 120, 900, 900]);
	expect(waitBefore({ failures: 5, lastFailedAt: '2026-09-05T13:59:30.000Z', sourceFailures: 5 }, at)).toBe(0);
	expect(waitBefore({ failures: 0, lastFailedAt: null, sourceFailures: 500 }, at)).toBeGreaterThan(0);
	expect([1, 22, 30, 60, 95, 300].map(waitWords)).toEqual([
		'1 секунду',
		'22 секунды',
		'30 секунд',
		'1 минуту',
		'2 минуты',
		'5 минут'
	]);
});

test.each([
	['http://127.0.0.1:3000', 'this-computer'],
	['http://localhost:3000', 'this-computer'],
	['http://[::1]:3000', 'this-computer'],
	['http://192.168.1.20:3000', 'local-network'],
	['http://172.20.0.5', 'local-network'],
	['http://10.0.0.7', 'local-network'],
	['http://zavuch-pc:3000', 'local-network'],
	['http://school.local', 'local-network'],
	['http://[fe80::1]:3000', 'local-network'],
	['http://[2001:db8::1]:3000', 'anywhere'],
	['http://172.40.0.5', 'anywhere'],
	['https://10.school.example', 'anywhere'],
	['https://fc-school.example', 'anywhere'],
	['https://nastavnik.rc-east.example', 'anywhere']
])('%s can be opened from: %s', (address, reach) => expect(reachOf(address)).toBe(reach));

test('a code is read however it was typed, and shown in fours', () => {
	for (const typed of ['4821 0937 5562', '482109375562', '4821-0937-5562', ' 4821.0937.5562 ']) {
		expect(readCode(typed)).toBe('482109375562');
	}
	for (const typed of ['4821 0937 556', '4821 0937 55622', '4821 O937 5562', ''])
		expect(readCode(typed)).toBeUndefined();
	expect(showCode('482109375562')).toBe('4821 0937 5562');
});

test('secrets of an invitation follow from the sign-in that issued it, and from nothing else', () => {
	const [one, other] = [invitationSecrets('session a', 'id 1'), invitationSecrets('session b', 'id 1')];
	expect(invitationSecrets('session a', 'id 1')).toEqual(one);
	expect(other.token).not.toBe(one.token);
	expect(other.code).not.toBe(one.code);
	expect(invitationSecrets('session a', 'id 2').token).not.toBe(one.token);
	expect(one.token).toMatch(/^[\w-]{32}$/);
	expect(one.code).toMatch(/^\d{12}$/);
	expect(hashOf(one.token)).toHaveLength(32);
});

test('how somebody stands towards the door', () => {
	const at = '2026-09-05T14:00:00.000Z';
	const known = { hasAccount: false, suspended: false, invitedUntil: null };
	expect(accessState(known, at)).toBe('never');
	expect(accessState({ ...known, invitedUntil: '2026-09-06T00:00:00.000Z' }, at)).toBe('invited');
	expect(accessState({ ...known, invitedUntil: at }, at)).toBe('expired');
	expect(accessState({ ...known, hasAccount: true, invitedUntil: '2026-09-06T00:00:00.000Z' }, at)).toBe('open');
	expect(accessState({ ...known, hasAccount: true, suspended: true }, at)).toBe('suspended');
});

test('roles: where they exist, when they may be given and ended', () => {
	expect(rolesIn('school')).not.toContain('methodologist');
	expect(rolesIn('authority')).toContain('methodologist');
	expect(founderRoles('kindergarten')).toEqual(['curator', 'administrator']);
	expect(founderRoles('resource-centre')).toEqual(['methodologist', 'administrator']);
	expect(founderRoles('region')).toEqual(['authority', 'administrator']);

	const held = [{ id: '1', role: 'mentor', from: '2025-09-01', to: '2026-05-31' }] as const;
	const grant = (from: string) => problemsWithGrant({ role: 'mentor', from, basis: '' }, held, 'school', '2026-09-05');
	expect(grant('2026-06-01')).toEqual({});
	expect(grant('2026-05-31').role).toContain('по 31.05.2026');
	expect(grant('2028-01-01').from).toContain('проверьте дату');

	const role = { id: '1', role: 'mentor', from: '2026-09-01', to: null } as const;
	expect(problemsWithEnding(role, '2026-09-01', '2026-09-05')).toEqual({});
	expect(problemsWithEnding(role, '2026-08-31', '2026-09-05').on).toContain('не может быть раньше');
	expect(problemsWithEnding({ ...role, to: '2026-10-01' }, '2026-10-02', '2026-09-05').on).toContain('заканчивается');

	const id = '01a071de-7700-7000-8000-000000000000';
	const made = 0x01a071de7700;
	expect(canWithdraw({ id }, new Date(made + 86_399_000).toISOString())).toBe(true);
	expect(canWithdraw({ id }, new Date(made + 86_400_000).toISOString())).toBe(false);
});

test('a session never outlives its longest life', () => {
	const createdAt = '2026-09-01T00:00:00.000Z';
	expect(expiryOf({ remembered: false, createdAt, at: '2026-09-02T20:00:00.000Z' })).toBe('2026-09-03T00:00:00.000Z');
	expect(expiryOf({ remembered: true, createdAt, at: createdAt })).toBe('2026-10-01T00:00:00.000Z');
	expect(expiryOf({ remembered: true, createdAt, at: '2027-02-27T00:00:00.000Z' })).toBe('2027-02-28T00:00:00.000Z');
});

test.each([
	['Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit Chrome/140 YaBrowser/25.8 Safari', 'Яндекс Браузер, Windows'],
	['Mozilla/5.0 (iPhone; CPU iPhone OS 18) AppleWebKit Version/18 Mobile Safari', 'Safari, iPhone'],
	['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko Firefox/140.0', 'Firefox, Linux'],
	[undefined, 'Неизвестное устройство']
])('%s is %s', (userAgent, words) => expect(deviceWords(userAgent)).toBe(words));
