import { createHash } from 'node:crypto';
import type { Actor } from '../../src/core/actor';
import { id, now, type TestDatabase } from '../stories';
import { unkind } from './understood';

type School = { organisationId: string; curator: Actor; mentor: Actor; teacher: Actor };

/** A paper about the mentor that waits for a visa of the teacher, who also has to know it. */
export async function someDocuments(
	{ owner }: TestDatabase,
	{ organisationId: organisation_id, curator, mentor, teacher }: School
) {
	const [document, known, file, approval] = [id(), id(), id(), id()];
	const by = curator.personId;
	const bytes = Buffer.from(`Приказ${unkind}`);
	await owner
		.insertInto('files')
		.values({
			...{ organisation_id, id: file, name: `Приказ${unkind}.docx`, media_type: 'application/octet-stream' },
			...{ size: bytes.length, sha256: createHash('sha256').update(bytes).digest() },
			...{ uploaded_at: now.at, uploaded_by: by }
		})
		.execute();
	await owner.insertInto('file_chunks').values({ organisation_id, file_id: file, position: 0, bytes }).execute();
	await owner
		.insertInto('documents')
		.values({
			...{ organisation_id, id: document, code: 'curator-order', act_kind: 'order', series: 'main' },
			...{ title: `Приказ о назначении куратора${unkind}`, made_at: now.at, made_by: by }
		})
		.execute();
	await owner
		.insertInto('documents')
		.values({
			...{ organisation_id, id: known, code: 'regulation', series: 'main', title: `Положение${unkind}`, number: '7' },
			...{ made_at: now.at, made_by: by, signed_on: now.today, signed_at: now.at, signed_by: by },
			...{ dated_on: now.today, registered_at: now.at, registered_by: by }
		})
		.execute();
	await owner
		.insertInto('document_readers')
		.values({ organisation_id, document_id: known, id: id(), person_id: teacher.personId })
		.execute();
	const whole = { organisation_id, document_id: document };
	await owner
		.insertInto('document_files')
		.values({ ...whole, id: id(), number: 1, kind: 'generated', file_id: file, added_at: now.at, added_by: by })
		.execute();
	await owner
		.insertInto('document_subjects')
		.values({ ...whole, id: id(), person_id: mentor.personId })
		.execute();
	await owner
		.insertInto('document_approvals')
		.values({ ...whole, id: approval, position: 1, kind: 'visa', person_id: teacher.personId })
		.execute();
	await owner
		.insertInto('document_readers')
		.values({ ...whole, id: id(), person_id: teacher.personId })
		.execute();
	const [set, gone] = [id(), id()];
	const asked = { organisation_id, kind: 'materials', asked_at: now.at, asked_by: by, wanted: 1 };
	await owner
		.insertInto('document_packages')
		.values([
			{ ...asked, id: set, title: `Комплект${unkind}` },
			{ ...asked, id: gone, title: `Убранный комплект${unkind}`, removed_at: now.at }
		])
		.execute();
	const particulars = id();
	await owner
		.insertInto('document_particulars')
		.values({ organisation_id, id: particulars, code: 'pairing-order', changed_at: now.at, changed_by: by })
		.execute();
	await owner
		.insertInto('document_particular_people')
		.values({
			...{ organisation_id, id: id(), particulars_id: particulars },
			...{ name: 'контроль', position: 0, person_id: teacher.personId }
		})
		.execute();
	await owner
		.insertInto('name_forms')
		.values({
			...{ organisation_id, id: id(), person_id: teacher.personId },
			...{ part: 'familyName', word: 'Жукова', set_at: now.at, set_by: by }
		})
		.execute();
	return {
		'/documents/packages/:id': set,
		'/documents/packages/:id/restoration': gone,
		'/documents/made/:id': document,
		'/agreement/:id': approval,
		'/my-documents/:id': known
	};
}
