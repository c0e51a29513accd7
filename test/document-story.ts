import { wordFile } from '../src/modules/documents/engine/template/fixtures/word-file';
import type { as } from './stories';

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
