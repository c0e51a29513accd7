import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config';

describe('Settings', () => {
	it('need nothing: a school’s computer, this machine only, a database of our own', () => {
		expect(readConfig({})).toMatchObject({
			port: 3000,
			host: '127.0.0.1',
			data: resolve('data'),
			database: { kind: 'embedded' },
			demonstration: false,
			backupsKept: 14
		});
	});

	it('keep the demonstration in a folder of its own', () => {
		expect(readConfig({ DEMO: '1' })).toMatchObject({ data: resolve('data-demo'), demonstration: true });
	});

	it('tell an administrator’s address from the addresses of two roles', () => {
		const [owner, app] = ['postgres://o:1@db/school', 'postgres://a:2@db/school'];
		expect(readConfig({ DATABASE_URL: owner }).database).toEqual({
			kind: 'administered',
			adminUrl: 'postgres://o:1@db/postgres',
			name: 'school'
		});
		expect(readConfig({ DATABASE_URL: 'postgres://o:1@db' }).database).toMatchObject({ name: 'nastavnik' });
		expect(readConfig({ DATABASE_URL: app, DATABASE_OWNER_URL: owner }).database).toEqual({
			kind: 'given',
			ownerUrl: owner,
			appUrl: app
		});
	});

	it('name every mistake at once, in words, and never repeat a password', () => {
		const wrong = {
			PORT: '70000',
			BACKUPS_KEPT: '-1',
			DEMO: 'maybe',
			DATABASE_URL: 'mysql://o:secret@db/x',
			LOG_LEVEL: 'loud'
		};
		let said = '';
		try {
			readConfig(wrong);
		} catch (error) {
			said = (error as Error).message;
		}
		for (const name of Object.keys(wrong)) expect(said).toContain(`${name}: нуж`);
		expect(said).not.toContain('secret');
		expect(() => readConfig({ DATABASE_OWNER_URL: 'postgres://o:1@db/x' })).toThrow(/вместе с ним нужен DATABASE_URL/);
	});
});
