import { expect } from 'vitest';
import { addressIn, type aMeetingSchool, ledTo, proofOf, textOf } from './event-story';

type School = Pick<Awaited<ReturnType<typeof aMeetingSchool>>, 'vera' | 'plan' | 'activity' | 'occurrences'>;
export const september = { from: '2026-09-01', to: '2026-09-30', dueOn: '2026-09-30' };
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-');

/** A plan's line that stays open while the paper is a draft, and is closed by the paper when it is registered, with its text beside the mark. */
export async function closesItsLine(
	{ vera, activity, occurrences }: School,
	code: string,
	said: Record<string, string | readonly string[]>,
	registration: Record<string, string>
) {
	expect((await proofOf(vera, activity)).paper).toEqual([]);
	const document = addressIn(await vera.post(`/documents/${code}/particulars`, { version: '0', ...said }));
	expect(document).toMatch(/^\/documents\/made\//);
	expect((await proofOf(vera, activity)).card).not.toContain('выполнено');
	const registered = await vera.post(`${document}/registration`, {
		...{ version: '1', actKind: 'order', series: 'main', number: '21-О', datedOn: '05.09.2026' },
		...{ closes: occurrences[0] ?? '', ...registration }
	});
	expect(ledTo(registered), await textOf(registered.clone())).toBe(`${document}?saved=registered&closed=1`);
	const { card, paper } = await proofOf(vera, activity);
	expect(card).toContain('выполнено');
	return { card: plain(card), words: plain(paper.join('\n')) };
}

/** The plan approved as it stands: papers lean on an edition, never on a draft. */
export async function approved({ vera, plan }: School) {
	const page = await textOf(vera.get(`/roadmap/${plan}/editions/new`));
	const seen = /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? '';
	const answer = await vera.post(`/roadmap/${plan}/editions`, {
		...{ seen, orderNumber: '№ 112-О', orderDay: '28.08.2026', layout: 'usual' }
	});
	expect(answer.status, await answer.clone().text()).toBe(303);
}
