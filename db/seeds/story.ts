import type { OrganisationKind, Role } from '../../src/core/actor';

/** One person of a demonstration: invented, like everybody here. */
export type SeedPerson = {
	family: string;
	given: string;
	patronymic: string;
	sex: 'female' | 'male';
	post: string;
	subjects: readonly string[];
	born: string; // YYYY-MM-DD
	teachingSince: string | null; // YYYY-MM-DD; null: not a teacher
	employedSince: string; // YYYY-MM-DD
	roles: readonly Role[];
};

/** What has become of an activity by the day the demonstration is made. Rows not named are left as their dates make them. */
export type Progress = {
	/** Words the activity's title begins with. */
	activity: string;
	/** Days after its window opened; never after the day of making. */
	doneAfter?: number;
	note?: string;
	/** A text file of this name, saying what was done. */
	evidence?: { name: string; text: string };
	link?: { title: string; url: string };
	/** What the paper that came from above is: «принято к сведению». */
	noted?: string;
	/** Where the row is about each of many: for how many of them it is done so far. */
	covered?: number;
};

/** Somebody's word about an activity, so many days before the demonstration is made. */
export type Remark = { activity: string; by: Role; text: string; daysAgo: number };

/** What has been said anew since the plan was approved. */
export type Change = { activity: string; title?: string; results?: readonly string[] };

/** A plan as the school wrote it: cells of a table, the header first. `{{год}}` is the school year,
 * `{{недавно}}` a day just past, `{{эта неделя}}` the Sunday to come (src/modules/demonstration/rules.ts). */
export type SeedRoadmap = {
	fileName: string;
	above: readonly string[]; // lines before the table
	rows: readonly (readonly string[])[];
	/** Given to the organisations below as a template, with these words. */
	published?: string;
	progress: readonly Progress[];
	/** The pairs that «для каждой пары» is about; they are found by the end of September. */
	pairs?: readonly string[];
	remarks?: readonly Remark[];
	changes?: readonly Change[];
};

export type SeedOrganisation = {
	kind: OrganisationKind;
	name: string;
	fullName: string;
	timeZone: string;
	workingWeek: 5 | 6;
	onePersonMode?: boolean;
	people: readonly SeedPerson[];
	roadmap?: SeedRoadmap;
	below?: readonly SeedOrganisation[];
};

/** A story one can sign in to; `title` and `about` stand above its accounts on the sign-in page. */
export type Story = { title: string; about: string; organisation: SeedOrganisation };

const rolesByWord: Record<string, Role> = {
	администратор: 'administrator',
	директор: 'director',
	куратор: 'curator',
	наставник: 'mentor',
	наставляемый: 'mentee',
	педагог: 'teacher',
	психолог: 'psychologist',
	кадры: 'personnel',
	профсоюз: 'trade-union',
	комиссия: 'commission',
	сайт: 'site-editor',
	методист: 'methodologist',
	управление: 'authority'
};

const day = (typed: string) => typed.split('.').reverse().join('-');

/**
 * Reads a list of staff, a line a person:
 * «Фамилия Имя Отчество | ж | должность | предметы через запятую | родился | педстаж с (или –) | работает с | роли».
 */
export function staff(list: string): SeedPerson[] {
	return list
		.trim()
		.split('\n')
		.map((line) => {
			const cells = line.split('|').map((cell) => cell.trim());
			const [name = '', sex, post = '', subjects = '', born = '', teaching = '', employed = '', roles = ''] = cells;
			const [family = '', given = '', patronymic = ''] = name.split(' ');
			return {
				family,
				given,
				patronymic,
				sex: sex === 'м' ? 'male' : 'female',
				post,
				subjects: words(subjects),
				born: day(born),
				teachingSince: teaching === '–' ? null : day(teaching),
				employedSince: day(employed),
				roles: words(roles).map((word) => rolesByWord[word] ?? unknown(word))
			} satisfies SeedPerson;
		});
}

const words = (cell: string) => (cell ? cell.split(',').map((word) => word.trim()) : []);

function unknown(word: string): never {
	throw new Error(`no role is called «${word}»`);
}
