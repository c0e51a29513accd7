import { seen, wordFile } from '../src/modules/documents/engine/template/fixtures/word-file';
import { addressIn, textOf } from './event-story';
import { aSchool, as, type TestDatabase } from './stories';

type Somebody = { personId: string };

/** A pair with everything its order asks for, told in one sitting; the order too. */
export const aPair = (
	vera: ReturnType<typeof as>,
	{ mentor, mentee }: { mentor: Somebody; mentee: Somebody },
	more: Record<string, string> = {}
) =>
	vera.post('/mentorships', {
		...{ mentee: mentee.personId, mentor: mentor.personId, from: '01.09.2026', to: '31.05.2027', kind: 'one-to-one' },
		...{ words: 'on', consents: 'on', agreement: 'on', papersOn: '04.09.2026', agreementNumber: '3' },
		content: 'Помогает готовить уроки',
		...{ actKind: 'order', series: 'main', orderNumber: '16/1-О', signedOn: '04.09.2026' },
		...more
	});

/** A Word file of one's own. */
export const word = (body: string, name = 'Наше согласие.docx') =>
	new File([wordFile(body).bytes as Uint8Array<ArrayBuffer>], name, {
		type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
	});

/** The form of what all papers say, filled in. */
export const details = {
	...{ version: '0', shortName: 'МБОУ «Школа № 5»', place: 'г. Ясногорск', founder: '', address: 'ул. Садовая, 7' },
	...{ taxNumber: '6300000001', site: 'school5.example', signerId: '', font: 'Times New Roman', sizeHalves: '28' },
	...{ marginLeft: '30', marginRight: '15', marginTop: '20', marginBottom: '20' }
};

/** The text of a page, without its tags. */
export const plainly = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

/** Papers carry the code of the page that verifies them. */
export const checkSettings = { ...details, checkPage: 'on' };
export const registration = (more: Record<string, string> = {}) => ({
	...{ version: '1', actKind: 'order', series: 'main', number: '16/1-О', datedOn: '05.09.2026', ...more }
});
/** The newest file of a stored document. */
export async function newestFile(someone: ReturnType<typeof as>, page: string) {
	const file = /href="(\/files\/[^"]+)"/.exec(await textOf(someone.get(page)))?.[1] ?? '';
	return new Uint8Array(await (await someone.get(file)).arrayBuffer());
}
export const asFile = (bytes: Uint8Array, name = 'Приказ.docx') => new File([bytes as Uint8Array<ArrayBuffer>], name);
/** The address that stands at the foot of a paper; none: the empty one. */
export const pageOf = (paper: Uint8Array) => /\/check\/[\w-]{22}/.exec(seen(paper, 'word/footer1.xml'))?.[0] ?? '';

/** A school whose papers carry a code, and the draft of its order of pairs. */
export async function aCheckedOrder(world: TestDatabase, name: string) {
	const school = await aSchool(world, { name });
	const vera = as(world, school.curator);
	await vera.post('/documents/settings', checkSettings);
	await aPair(vera, school, { orderNumber: '', signedOn: '' });
	const page = addressIn(await vera.post('/documents/pairing-order/making', {}));
	return { school, vera, page, draft: await newestFile(vera, page) };
}
