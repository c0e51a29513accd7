import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { addressIn } from '../../../test/event-story';
import { countingQueries } from '../../../test/queries';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

/** A school with so many registered papers, each read by as many; one of them has as many files and is about as many people. */
async function aSchoolOf(size: number) {
	const { curator, organisationId } = await aSchool(world, { name: `Школа ${size}` });
	const vera = as(world, curator);
	const page = addressIn(await vera.post('/documents/curator-order/making', {}));
	const given = { version: '1', actKind: 'order', series: 'main', number: '1-О', datedOn: '05.09.2026' };
	expect((await vera.post(`${page}/registration`, given)).status).toBe(303);
	const id = page.split('/').at(-1) ?? '';
	const each = sql`generate_series(1, ${size}) as n`;
	const here = sql`${organisationId}, gen_random_uuid()`;
	for (const statement of [
		sql`insert into documents (organisation_id, id, code, act_kind, series, title, made_at, made_by, signed_on, signed_at, signed_by,
				number, dated_on, registered_at, registered_by)
			select ${here}, code, act_kind, series, title || n, made_at, made_by, signed_on, signed_at, signed_by, n || '-К', dated_on,
				registered_at, registered_by from documents, ${each} where id = ${id}`,
		sql`with made as (insert into people (organisation_id, id, family_name, given_name, patronymic, sex, created_at)
				select ${here}, 'Читателева', 'Анна', n::text, 'female', now() from ${each} returning id)
			insert into document_subjects (organisation_id, id, document_id, person_id) select ${here}, ${id}, id from made`,
		sql`insert into document_readers (organisation_id, id, document_id, person_id) select ${here}, d.id, s.person_id
			from documents d, document_subjects s where d.organisation_id = ${organisationId} and s.document_id = ${id}
			on conflict do nothing`,
		sql`insert into document_readers (organisation_id, id, document_id, person_id) select ${here}, d.id, ${curator.personId}
			from documents d where d.organisation_id = ${organisationId} on conflict do nothing`,
		sql`insert into document_files (organisation_id, id, document_id, number, kind, file_id, added_at, added_by)
			select ${here}, ${id}, n + 10, 'scan', file_id, added_at, added_by from document_files, ${each}
			where document_id = ${id} and number = 1`
	])
		await statement.execute(world.owner);
	return { pages: countingQueries(world, curator), page };
}

test('papers of a big school ask the database as often as those of a small one: lists, the journal, one’s own, the card', async () => {
	const [small, big] = [await aSchoolOf(2), await aSchoolOf(60)];
	const same = ['/documents/made', '/documents/made?filter=unread&q=приказ', '/documents/book', '/documents/book.xlsx'];
	for (const path of [...same, '/my-documents', '/today'])
		expect(await big.pages.cost(path), path).toBe(await small.pages.cost(path));
	expect(await big.pages.cost(big.page)).toBe(await small.pages.cost(small.page));
});
