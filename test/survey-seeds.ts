import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import type { Actor } from '../src/core/actor';
import { wordsOf } from '../src/modules/organisations/rules/words';
import type { CapabilityCode } from '../src/modules/roadmap/rules/capabilities';
import { draftFrom, libraryByCode } from '../src/modules/surveys/rules/library/library';
import type { Question } from '../src/modules/surveys/rules/questionnaire';
import { at, location, text } from './plan-story';
import { aPlan } from './plans';
import { aSchool, as, type TestDatabase } from './stories';
import { anEdition } from './survey-story';

export type Month = { opens: string; closes: string; now: string; from: string; to: string };
export const autumn: Month = {
	opens: '01.10.2026',
	closes: '31.10.2026',
	now: '2026-10-10T05:00:00Z',
	from: '2026-10-01',
	to: '2026-10-31'
};
export const spring: Month = {
	opens: '01.05.2027',
	closes: '31.05.2027',
	now: '2027-05-10T05:00:00Z',
	from: '2027-05-01',
	to: '2027-05-31'
};
export const december: Month = {
	opens: '01.12.2026',
	closes: '31.12.2026',
	now: '2026-12-10T05:00:00Z',
	from: '2026-12-01',
	to: '2026-12-31'
};
export const april: Month = {
	opens: '01.04.2027',
	closes: '30.04.2027',
	now: '2027-04-10T05:00:00Z',
	from: '2027-04-01',
	to: '2027-04-30'
};

export const questionnaire = (title: string, questions: readonly Question[]) => ({
	title,
	intro: '',
	thanks: '',
	sections: [{ title: '', about: '', questions }]
});
export const paperOf = (bytes: Uint8Array) =>
	new TextDecoder().decode(unzipSync(bytes)['word/document.xml']).replace(/<[^>]+>/g, ' ');

/** A school whose plan has one activity, open in these months; `card` is the page of the activity. */
export async function aStory(
	world: TestDatabase,
	name: string,
	title: string,
	months: readonly Month[],
	capability: CapabilityCode = 'survey'
) {
	const school = await aSchool(world, { name });
	const activity = { title, capability, times: months.map(({ from, to }) => ({ from, to })) };
	const plan = await aPlan(world, school.curator, { stages: [{ title: 'Мониторинг', activities: [activity] }] });
	const card = () =>
		text(as(world, school.curator, at('2027-06-01T05:00:00Z')).get(`/activities/${plan.activities[title]?.id}`));
	return { world, school, card, occurrences: plan.activities[title]?.occurrences ?? [] };
}

export type Story = Awaited<ReturnType<typeof aStory>>;
type Asking = { edition: string; title: string; roles: readonly string[]; month: Month; series?: string };

/** Вера asks in a month; answers with the address of the wave. */
export async function ask({ world, school: { curator } }: Story, { edition, title, roles, month, series }: Asking) {
	const vera = as(world, curator, at(month.now));
	const stage: Record<string, string> = series ? { series, stage: 'after' } : {};
	const made = await vera.post('/surveys/waves', {
		...{ edition, title, identity: 'named', readers: ['curator'], role: roles, ...stage },
		...{ opensOn: month.opens, closesOn: month.closes }
	});
	const path = location(made).split('?')[0] ?? '';
	expect((await vera.post(`${path}/opening`)).status).toBe(303);
	return path;
}

/** After the group meeting Вера asks both sides whom they prefer; answers with the addresses of the two waves. */
export async function askAfterMeeting(story: Story) {
	const waves: string[] = [];
	for (const [code, role] of [
		['after-meeting-mentee', 'mentee'],
		['after-meeting-mentor', 'mentor']
	] as const) {
		const library = libraryByCode.get(code);
		if (!library) throw new Error(code);
		const { edition } = await anEdition(story.world, story.school.curator, draftFrom(library, wordsOf('school')));
		waves.push(await ask(story, { edition, title: `После встречи: ${role}`, roles: [role], month: autumn }));
	}
	return waves;
}

/** Somebody of the school leads others as well. */
export const mentorToo = ({ world, school: { organisationId } }: Story, { personId }: Actor) =>
	world.owner
		.insertInto('role_periods')
		.values({
			...{ organisation_id: organisationId, id: crypto.randomUUID(), person_id: personId },
			...{ role: 'mentor', period: '[2026-09-01,)' }
		})
		.execute();

/** Somebody finds the questionnaire among their own and answers it. */
export async function answer(
	world: TestDatabase,
	actor: Actor,
	month: Month,
	answers: Record<string, string | readonly string[]>
) {
	const person = as(world, actor, at(month.now));
	const own = [...(await text(person.get('/my-surveys'))).matchAll(/href="(\/my-surveys\/[^"?#]+)"/g)][0]?.[1] ?? '';
	expect((await person.post(own, { ...answers, act: 'send', version: '0' })).status, own).toBe(303);
}

/** Вера closes the wave with her conclusion; the times of the plan that have come are ticked by her. */
export async function report({ world, school: { curator } }: Story, path: string, month: Month, conclusion: string) {
	const vera = as(world, curator, at(month.now));
	const page = await text(vera.get(`${path}/report`));
	const [closes] = [...page.matchAll(/name="closes"\s+value="([^"]+)"/g)].map(([, value]) => value ?? '');
	const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
	const filed = await vera.post(`${path}/report`, { act: 'file', version, conclusion, closes: closes ?? '' });
	expect(location(filed)).toContain('closed=1');
	const { bytes } = await world.owner
		.selectFrom('evidence')
		.innerJoin('file_chunks', 'file_chunks.file_id', 'evidence.file_id')
		.where('evidence.artefact_id', '=', path.split('/').at(-1) ?? '')
		.select('file_chunks.bytes')
		.executeTakeFirstOrThrow();
	return paperOf(bytes);
}
export const doneTimes = (card: string) => card.match(/Мероприятие выполнено/g)?.length ?? 0;
