import { sql } from 'kysely';

const short = (alias: string) =>
	sql`${sql.ref(`${alias}.family_name`)} || ' ' || left(${sql.ref(`${alias}.given_name`)}, 1) || '.' ||
		case when ${sql.ref(`${alias}.patronymic`)} = '' then '' else ' ' || left(${sql.ref(`${alias}.patronymic`)}, 1) || '.' end`;

/** «Белова А. С. – Гусев Б. О.» of the mentorship in a column: as a line of the plan calls it. */
export const mentorshipName = (column: string) => sql<string>`(
	select concat_ws(' – ', string_agg(distinct ${short('na')}, ', '), string_agg(distinct ${short('nb')}, ', '))
	from mentorship_pairs np
	join people na on na.organisation_id = np.organisation_id and na.id = np.mentor_id
	join people nb on nb.organisation_id = np.organisation_id and nb.id = np.mentee_id
	where np.organisation_id = current_organisation() and np.mentorship_id = ${sql.ref(column)} and np.removed_at is null)`;
