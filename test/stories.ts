import { createApp } from '../src/app';
import type { Actor, OrganisationKind, Role } from '../src/core/actor';
import { asRange, type Clock, nowIn } from '../src/core/dates';
import type { Db } from '../src/db/connection';
import { newId } from '../src/db/id';

/** Saturday, 5 September 2026, nine in the evening in Novosibirsk: the school year has just begun. */
export const clock: Clock = () => new Date('2026-09-05T14:00:00Z');
export const timeZone = 'Asia/Novosibirsk';
export const now = nowIn(timeZone, clock());
export const id = () => newId(now);

/** A fresh database as production sees it (`db`: the serving role) and as migrations do (`owner`). test/support.ts makes one. */
export type TestDatabase = { db: Db; owner: Db; cli?: string; publicUrl?: string };

const names = {
	curator: ['Дронова', 'Вера', 'Павловна', 'female', 'заместитель директора по УВР'],
	director: ['Ершов', 'Глеб', 'Ильич', 'male', 'директор'],
	administrator: ['Зимин', 'Олег', 'Юрьевич', 'male', 'инженер'],
	mentor: ['Белова', 'Анна', 'Сергеевна', 'female', 'учитель математики'],
	mentee: ['Гусев', 'Борис', 'Олегович', 'male', 'учитель физики'],
	teacher: ['Жукова', 'Нина', 'Львовна', 'female', 'учитель химии'],
	psychologist: ['Исаева', 'Ольга', 'Петровна', 'female', 'педагог-психолог'],
	personnel: ['Крылова', 'Инна', 'Марковна', 'female', 'специалист по кадрам'],
	'trade-union': ['Лосева', 'Раиса', 'Ивановна', 'female', 'учитель истории'],
	commission: ['Мухин', 'Пётр', 'Егорович', 'male', 'учитель технологии'],
	'site-editor': ['Носова', 'Яна', 'Андреевна', 'female', 'учитель информатики'],
	methodologist: ['Орлова', 'Тамара', 'Фёдоровна', 'female', 'методист'],
	authority: ['Панин', 'Игорь', 'Вадимович', 'male', 'главный специалист']
} as const satisfies Record<Role, readonly [string, string, string, 'female' | 'male', string]>;

type School = {
	name?: string;
	kind?: OrganisationKind;
	parent?: string;
	onePersonMode?: boolean;
	roles?: readonly Role[];
};

/** An organisation with one invented person in each role (all of a school's by default), employed since 2020. */
export async function aSchool(
	{ owner }: TestDatabase,
	{ name = 'Школа № 1', kind = 'school', parent, onePersonMode = false, roles }: School = {}
) {
	const organisation_id = id();
	const inSchool = (Object.keys(names) as Role[]).filter((role) => !['methodologist', 'authority'].includes(role));
	const cast = roles ?? inSchool;
	await owner
		.insertInto('organisations')
		.values({
			organisation_id,
			parent_id: parent ?? null,
			kind,
			name,
			full_name: `МБОУ «${name}»`,
			time_zone: timeZone,
			one_person_mode: onePersonMode,
			created_at: now.at
		})
		.execute();

	const actors = cast.map((role): [Role, Actor] => {
		const [family, given, patronymic] = names[role];
		return [
			role,
			{
				personId: id(),
				organisationId: organisation_id,
				accountId: id(),
				sessionId: id(),
				timeZone,
				roles: [role],
				name: `${family} ${given[0]}. ${patronymic[0]}.`,
				organisation: { name, kind, onePersonMode }
			}
		];
	});
	const since = asRange({ from: '2020-09-01', to: null });
	await owner
		.insertInto('people')
		.values(
			actors.map(([role, { personId }]) => ({
				organisation_id,
				id: personId,
				family_name: names[role][0],
				given_name: names[role][1],
				patronymic: names[role][2],
				sex: names[role][3],
				created_at: now.at
			}))
		)
		.execute();
	await owner
		.insertInto('employments')
		.values(actors.map(([, { personId }]) => ({ organisation_id, id: id(), person_id: personId, period: since })))
		.execute();
	await owner
		.insertInto('posts')
		.values(
			actors.map(([role, { personId }]) => ({
				organisation_id,
				id: id(),
				person_id: personId,
				title: names[role][4],
				period: since
			}))
		)
		.execute();
	await owner
		.insertInto('role_periods')
		.values(
			actors.map(([role, { personId }]) => ({ organisation_id, id: id(), person_id: personId, role, period: since }))
		)
		.execute();
	return { organisationId: organisation_id, ...(Object.fromEntries(actors) as Record<Role, Actor>) };
}

/** The application as one person meets it (undefined: a visitor). */
export function as({ db, cli, publicUrl }: TestDatabase, actor: Actor | undefined, at: Clock = clock) {
	const app = createApp({
		db,
		clock: at,
		actorOf: async () => actor,
		...(cli && { cli }),
		...(publicUrl && { publicUrl })
	});
	return {
		app,
		get: (path: string) => app.request(path),
		post: (path: string, fields: Record<string, string | File | readonly string[]> = {}) => {
			const body = new FormData();
			for (const [name, value] of Object.entries(fields)) {
				for (const one of Array.isArray(value) ? value : [value]) body.append(name, one as string | File);
			}
			if (!body.has('token')) body.append('token', crypto.randomUUID());
			return app.request(path, { method: 'POST', headers: { origin: 'http://localhost' }, body });
		}
	};
}
