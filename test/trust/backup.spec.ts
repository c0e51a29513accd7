import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBackup } from '../../src/db/backup/load';
import { backupName, isDue, rotate } from '../../src/db/backup/nightly';
import { saveBackup } from '../../src/db/backup/save';
import { connect, type Db } from '../../src/db/connection';
import { prepareDatabase } from '../../src/db/prepare';
import { aSchool, id } from '../stories';
import { emptyDatabase, freshDatabase } from '../support';
import { hashes } from './hashes';
import { otherServer } from './other-server';
import { asOwner, dataFolder, start, tool } from './server';

let folder: string;
let other: Awaited<ReturnType<typeof otherServer>>;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'nastavnik-backup-'));
	other = await otherServer();
});
afterAll(async () => {
	await other.stop();
	await rm(folder, { recursive: true });
});

const file = () => join(folder, `${randomUUID()}.tar.gz`);

/** A new database on the system's own server. */
async function onOtherServer() {
	const roles = await prepareDatabase(other.adminUrl, `copy_${randomUUID().replaceAll('-', '_')}`);
	return { ...roles, owner: connect(roles.ownerUrl, 2) };
}

/** Two schools, a file of three chunks with every byte in it, awkward words, a waiting job. */
async function filled() {
	const world = await freshDatabase();
	const school = await aSchool(world, { name: 'Школа «Заря» \\ № 1\tи\nвторая строка' });
	await aSchool(world, { name: 'Лицей', kind: 'lyceum', parent: school.organisationId });
	const owned = { organisation_id: school.organisationId };
	const fileId = id();
	await world.owner
		.insertInto('files')
		.values({
			...owned,
			id: fileId,
			name: 'скан.pdf',
			media_type: 'application/pdf',
			size: 3_000_000,
			sha256: Buffer.alloc(32),
			uploaded_at: '2026-09-05T14:00:00Z'
		})
		.execute();
	for (const position of [0, 1, 2]) {
		await world.owner
			.insertInto('file_chunks')
			.values({ ...owned, file_id: fileId, position, bytes: randomBytes(1_000_000) })
			.execute();
	}
	await sql`select graphile_worker.add_job('roadmap.read', ${JSON.stringify({ organisationId: school.organisationId })}::json, job_key => 'once')`.execute(
		world.owner
	);
	return { ...world, school };
}

/** A curator who never stops: each act writes a person and their employment together. */
function keepWriting(db: Db, organisation_id: string) {
	let going = true;
	let written = 0;
	const ended = (async () => {
		while (going) {
			await db.transaction().execute(async (tx) => {
				const person = { organisation_id, id: id() };
				await tx
					.insertInto('people')
					.values({ ...person, family_name: 'Новый', given_name: 'Человек', created_at: '2026-09-05T14:00:00Z' })
					.execute();
				await tx
					.insertInto('employments')
					.values({ organisation_id, id: id(), person_id: person.id, period: '[2026-09-01,)' })
					.execute();
			});
			written++;
		}
	})();
	return {
		written: () => written,
		stop: () => {
			going = false;
			return ended;
		}
	};
}

describe('A backup', () => {
	it('taken while people work is one moment, and moves to another server and back without a change', async () => {
		const { owner, ownerUrl, school } = await filled();
		const writer = keepWriting(owner, school.organisationId);
		while (writer.written() < 5) await new Promise((resolve) => setTimeout(resolve, 5));
		const [first, before] = [file(), writer.written()];
		await saveBackup(ownerUrl, first);
		expect(writer.written()).toBeGreaterThan(before); // nobody had to wait
		await writer.stop();

		const there = await onOtherServer();
		await loadBackup(there.ownerUrl, first);
		const busy = ['people', 'employments'];
		const [source, copy] = [
			await hashes(owner, [...busy, 'instance']),
			await hashes(there.owner, [...busy, 'instance'])
		];
		expect(copy).toEqual(source);
		const { rows } = await sql<{ people: number; employed: number; kept: number }>`select
			(select count(*) from people where family_name = 'Новый') as people,
			(select count(*) from employments e join people p using (organisation_id) where p.id = e.person_id and p.family_name = 'Новый') as employed,
			(select count(*) from graphile_worker.jobs where key = 'once') as kept`.execute(there.owner);
		expect(rows[0]?.people).toBeGreaterThanOrEqual(before);
		expect(rows[0]?.people).toBeLessThan(writer.written());
		expect(rows[0]?.employed).toBe(rows[0]?.people);
		expect(rows[0]?.kept).toBe(1);

		const second = file();
		await saveBackup(there.ownerUrl, second);
		const home = await emptyDatabase();
		await loadBackup(home.ownerUrl, second);
		expect(await hashes(home.owner, ['instance'])).toEqual(await hashes(there.owner, ['instance']));
		await there.owner.destroy();
	});

	it('has its mail muted where it is restored, and its foreign keys standing', async () => {
		const { owner, ownerUrl } = await filled();
		const [copy, archive] = [await emptyDatabase(), file()];
		await saveBackup(ownerUrl, archive);
		await loadBackup(copy.ownerUrl, archive);
		const muted = await copy.owner.selectFrom('instance').select('mail_muted_at').executeTakeFirstOrThrow();
		expect(muted.mail_muted_at).not.toBeNull();
		const keys = (db: Db) =>
			sql<{ key: string }>`select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as key
				from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1`.execute(db);
		expect((await keys(copy.owner)).rows).toEqual((await keys(owner)).rows);
	});

	it('is not restored over anybody’s work', async () => {
		const [{ ownerUrl }, busy, archive] = [await filled(), await freshDatabase(), file()];
		await saveBackup(ownerUrl, archive);
		await aSchool(busy);
		const before = await hashes(busy.owner);
		await expect(loadBackup(busy.ownerUrl, archive)).rejects.toThrow(/не пуста/);
		expect(await hashes(busy.owner)).toEqual(before);
	});

	it('is refused when a byte is wrong, an end is missing, or it is something else; the database stays empty', async () => {
		const [{ ownerUrl }, archive] = [await filled(), file()];
		await saveBackup(ownerUrl, archive);
		const whole = await readFile(archive);
		const rows = gunzipSync(whole);
		const at = rows.indexOf(Buffer.from('Ершов'));
		rows.write('Ежова', at); // still a well-formed archive of well-formed rows: only the checksum knows
		const notText = Buffer.from(rows).fill(0xff, at, at + 4);
		const wrong = [
			gzipSync(rows),
			gzipSync(notText),
			whole.subarray(0, whole.length - 2000),
			Buffer.from('это не архив'),
			gzipSync('и это'),
			Buffer.alloc(0)
		];
		for (const bytes of wrong) {
			const [copy, damaged] = [await emptyDatabase(), file()];
			await writeFile(damaged, bytes);
			await expect(loadBackup(copy.ownerUrl, damaged)).rejects.toThrow(/повреждён или это не резервная копия/);
			const { rows: left } = await sql<{
				there: boolean;
			}>`select to_regclass('organisations') is not null as there`.execute(copy.owner);
			if (left[0]?.there) expect(await copy.owner.selectFrom('organisations').select('name').execute()).toEqual([]);
			await loadBackup(copy.ownerUrl, archive); // and the good one still goes in
		}
	});

	it('is refused with a sentence when the file is not there, or was made by a newer program', async () => {
		const [{ ownerUrl, owner }, copy, archive] = [await filled(), await emptyDatabase(), file()];
		await expect(loadBackup(copy.ownerUrl, join(folder, 'нет.tar.gz'))).rejects.toThrow(/Файла .* нет/);
		await sql`insert into migrations (name, sha256) values ('9999_future.sql', 'x')`.execute(owner);
		await saveBackup(ownerUrl, archive);
		await expect(loadBackup(copy.ownerUrl, archive)).rejects.toThrow(/более новой версией/);
	});

	it('that fails leaves no file that looks like a backup', async () => {
		const place = await mkdtemp(join(folder, 'place-'));
		const { ownerUrl } = await emptyDatabase(); // no table of migrations: it cannot be described
		await expect(saveBackup(ownerUrl, join(place, 'a.tar.gz'))).rejects.toThrow();
		expect(await readdir(place)).toEqual([]);
	});

	it('sees everything or fails: a role under the walls cannot make one', async () => {
		const { appUrl } = await filled();
		await expect(saveBackup(appUrl, file())).rejects.toThrow(/row-level security|permission denied/);
	});
});

describe('Nightly backups', () => {
	it('are due once after three at night, and the oldest give way', async () => {
		const place = await mkdtemp(join(folder, 'nights-'));
		const night = (day: number, hour: number) => new Date(2026, 8, day, hour, 5);
		expect(await isDue(place, night(1, 1))).toBe(true); // there is none at all
		for (const day of [1, 2, 3, 4]) await writeFile(join(place, backupName(night(day, 3))), '');
		expect(await isDue(place, night(4, 22))).toBe(false);
		expect(await isDue(place, night(5, 2))).toBe(false);
		expect(await isDue(place, night(5, 4))).toBe(true);

		await writeFile(join(place, 'перед обновлением.tar.gz'), '');
		const half = `${join(place, backupName(night(1, 3)))}.77.part`;
		await writeFile(half, '');
		await utimes(half, night(1, 3), night(1, 3));
		await rotate(place, 2, night(4, 4));
		expect((await readdir(place)).sort()).toEqual(
			[backupName(night(3, 3)), backupName(night(4, 3)), 'перед обновлением.tar.gz'].sort()
		);
	});
});

describe('The whole program', () => {
	it('is backed up at work with one command, restored into another server with another, and serves from there', async () => {
		const [data, elsewhere, archive] = [await dataFolder(), await dataFolder(), file()];
		const copy = await start(data);
		await asOwner(data, (owner) =>
			owner.query(`insert into organisations (organisation_id, kind, name, full_name, time_zone, created_at)
				values (gen_random_uuid(), 'school', 'Школа № 7', 'МБОУ «Школа № 7»', 'Asia/Omsk', '2026-09-01')`)
		);
		const saved = tool(data, ['backup', archive]);
		expect(saved.said).toMatch(/Резервная копия готова/);
		expect(saved.code).toBe(0);
		expect((await fetch(`${copy.url}/readyz`)).status).toBe(200);

		const url = new URL(other.adminUrl);
		url.pathname = '/moved';
		const restored = tool(elsewhere, ['restore', archive], { DATABASE_URL: url.href });
		expect(restored.said).toMatch(/Восстановлено строк: \d+/);
		const there = await start(elsewhere, { DATABASE_URL: url.href });
		expect((await fetch(`${there.url}/readyz`)).status).toBe(200);
		const owner = connect((await prepareDatabase(other.adminUrl, 'moved')).ownerUrl, 1);
		expect(await owner.selectFrom('organisations').select('name').execute()).toEqual([{ name: 'Школа № 7' }]);
		await owner.destroy();
		expect(tool(elsewhere, ['restore', archive], { DATABASE_URL: url.href }).said).toMatch(/не пуста/);
		there.child.kill('SIGTERM');
		expect(await there.ended).toBe(0);
	});
});
