import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../core/actor';
import { asActor } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { recordConsents } from '../../consents/commands/record';
import { publishText } from '../../consents/commands/texts';
import { withdrawConsent } from '../../consents/commands/withdraw';
import { listRegister } from '../../consents/queries/register';
import { allKinds, type ConsentKind } from '../../consents/rules/kinds';
import { libraryOf } from '../../consents/rules/library';
import { wantedFrom } from '../../consents/rules/wanted';
import { findOrganisation } from '../../organisations/queries';
import { yearOf } from '../rules';
import { act, noon } from './live';

/** The first blank of our own wording is the address, and so on: an invented one for each. */
const filled = (text: string) =>
	text
		.replace(/адрес: _+/, 'адрес: Школьная улица, 5')
		.replace(/ИНН _+/, 'ИНН 0000000000')
		.replace(/ОГРН _+/, 'ОГРН 0000000000000')
		.replace(/организации: _+/, 'организации: https://school.example.org/mentoring')
		.replace(/^_+ \(.*\)$/, 'Ресурсный центр «Исток», Центральная площадь, 1');

/** Most participants handed their papers in; publication some put off, and one changed her mind. */
export async function gatherConsents(db: Db, actor: Actor, today: string) {
	const { acceptedOn } = yearOf(today);
	const day = noon(actor, acceptedOn, 20);
	const { value: name } = await asActor(db, actor, 'read only', async (tx) => ({
		ok: true,
		value: (await findOrganisation(tx, actor, day)).fullName
	}));
	for (const kind of allKinds.filter((one) => one !== 'mentee')) {
		const parts = Object.fromEntries(
			Object.entries(libraryOf(kind, name)).map(([part, text]) => [part, part === 'conditions' ? text : filled(text)])
		);
		await act(db, actor, (tx) => publishText(tx, actor, kind, { token: randomUUID(), version: 0, ...parts }, day));
	}
	const { value: people } = await asActor(db, actor, 'read only', async (tx) => ({
		ok: true,
		value: (await listRegister(tx, actor, wantedFrom({}), allKinds, day)).people
	}));
	const asked = (kind: ConsentKind) =>
		people.filter(({ standings }) => standings.some((one) => one.kind === kind && one.asked)).map(({ id }) => id);
	const given: Partial<Record<ConsentKind, readonly string[]>> = {
		processing: asked('processing'),
		mentor: asked('mentor'),
		publication: asked('publication').filter((_, at) => at % 3 !== 1),
		transfer: asked('transfer').filter((_, at) => at % 4 !== 2)
	};
	for (const [kind, person] of Object.entries(given) as [ConsentKind, readonly string[]][]) {
		if (person.length === 0) continue;
		const recording = { token: randomUUID(), kind, givenOn: acceptedOn, validUntil: null, person };
		await act(db, actor, (tx) => recordConsents(tx, actor, recording, null, day));
	}
	const [first, ...others] = given.publication ?? [];
	if (!first || others.length === 0) return;
	const withdrawal = { token: randomUUID(), kind: 'publication' as const, withdrawnOn: today };
	await act(db, actor, (tx) => withdrawConsent(tx, actor, first, withdrawal, noon(actor, today)));
}
