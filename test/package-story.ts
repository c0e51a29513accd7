import { unzipSync } from 'fflate';
import { system } from '../src/core/actor';
import { makePackage } from '../src/modules/documents/jobs';
import { addressIn } from './event-story';
import { type as, clock, type TestDatabase, timeZone } from './stories';

/** Somebody asks for a set of papers by the form; answers with its address. */
export async function asked(
	someone: ReturnType<typeof as>,
	kind: string,
	more: Record<string, string | readonly string[]> = {}
) {
	const answer = await someone.post('/documents/packages', { kind, ...more });
	if (answer.status !== 303) throw new Error(`no set was asked for: ${answer.status} ${await answer.text()}`);
	return addressIn(answer);
}

/** The job that the queue would run. */
export const makeNow = ({ db }: TestDatabase, organisationId: string, address: string) =>
	makePackage({ db, clock, actorOf: async () => undefined }, system(organisationId, timeZone), {
		packageId: address.split('/').at(-1) ?? ''
	});

/** The two files of a made set: its archive and what is printed. */
export async function filesOf(someone: ReturnType<typeof as>, address: string) {
	const page = await (await someone.get(address)).text();
	const link = (label: string) =>
		new RegExp(`href="(/files/[^"]+)"[^>]*>(?:<[^>]*>)*[^<]*${label}`).exec(page)?.[1] ?? '';
	const bytes = async (path: string) => new Uint8Array(await (await someone.get(path)).arrayBuffer());
	return { page, archive: unzipSync(await bytes(link('архив'))), print: await bytes(link('Печать одним файлом')) };
}
