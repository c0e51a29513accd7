import type { Responsible, ResponsibleKind } from '../../src/modules/roadmap/rules/understanding';
import type { Random } from './random';

export type Kind = 'school' | 'kindergarten' | 'college' | 'sport' | 'district';

const surnames = [
	['Вересова', 'Вересовой'],
	['Ладогина', 'Ладогиной'],
	['Чирков', 'Чиркову'],
	['Снеткова', 'Снетковой'],
	['Дубравина', 'Дубравиной'],
	['Кольцов', 'Кольцову'],
	['Ромашина', 'Ромашиной'],
	['Берёзкина', 'Берёзкиной'],
	['Тополев', 'Тополеву'],
	['Орешкина', 'Орешкиной'],
	['Заречная', 'Заречной'],
	['Луговой', 'Луговому'],
	['Шиповникова', 'Шиповниковой'],
	['Клюквин', 'Клюквину'],
	['Иванова-Светлая', 'Ивановой-Светлой'],
	['Яблонская', 'Яблонской']
] as const;
const letters = 'АБВГЕИКЛМНОПРСТ';

const roles: Record<Kind, readonly string[]> = {
	school: [
		'директор',
		'заместитель директора по УВР',
		'зам. директора по УВР',
		'куратор',
		'куратор наставничества',
		'педагог-психолог',
		'руководитель ШМО',
		'заместитель директора',
		'социальный педагог',
		'ЗДУВР',
		'секретарь',
		'председатель профкома',
		'ответственный за сайт',
		'педагог-организатор',
		'специалист по кадрам'
	],
	kindergarten: [
		'заведующий',
		'старший воспитатель',
		'ст. воспитатель',
		'педагог-психолог',
		'куратор',
		'музыкальный руководитель',
		'учитель-логопед',
		'делопроизводитель',
		'заместитель заведующего по ВМР',
		'инструктор по физической культуре'
	],
	college: [
		'директор',
		'заместитель директора по УМР',
		'методист',
		'заведующий отделением',
		'куратор',
		'старший мастер',
		'председатель ПЦК',
		'начальник отдела кадров',
		'юрисконсульт',
		'педагог-психолог'
	],
	sport: [
		'директор',
		'заместитель директора по спортивной работе',
		'старший тренер',
		'инструктор-методист',
		'куратор',
		'старший тренер-преподаватель',
		'администратор сайта'
	],
	district: [
		'начальник управления',
		'методист',
		'муниципальный куратор',
		'главный специалист',
		'директор методического центра',
		'специалист по кадрам'
	]
};

const groups: Record<Kind, readonly string[]> = {
	school: [
		'педагоги-наставники',
		'наставники',
		'члены рабочей группы',
		'методический совет',
		'администрация',
		'руководители МО',
		'классные руководители',
		'наставляемые',
		'рабочая группа',
		'молодые педагоги',
		'участники пар',
		'наставнические пары'
	],
	kindergarten: [
		'воспитатели',
		'педагоги-наставники',
		'творческая группа',
		'члены творческой группы',
		'наставники',
		'педагоги'
	],
	college: [
		'преподаватели',
		'мастера производственного обучения',
		'методическая служба',
		'наставники',
		'методический совет',
		'председатели ПЦК'
	],
	sport: ['тренеры-наставники', 'тренерский совет', 'наставники', 'администрация'],
	district: [
		'руководители образовательных организаций',
		'кураторы школ',
		'рабочая группа',
		'методисты',
		'члены координационного совета'
	]
};

const organisations = [
	'РЦ',
	'Управление образования',
	'методический центр',
	'ИРО',
	'Министерство образования области',
	'МКУ «Методический центр»',
	'Комитет по образованию'
] as const;

type Way = (random: Random, kind: Kind) => Responsible;
const as = (kind: ResponsibleKind, text: string): Responsible => ({ kind, text });
const initials = (random: Random) => [random.pick([...letters]), random.pick([...letters])] as const;

function person(random: Random): Responsible {
	const [surname] = random.pick(surnames);
	const [first, second] = initials(random);
	return as(
		'person',
		random.pick([
			`${surname} ${first}.${second}.`,
			`${surname} ${first}.${second}.`,
			`${surname} ${first}. ${second}.`,
			`${first}.${second}. ${surname}`,
			`${first}. ${second}. ${surname}`,
			`${first}.${second}.${surname}`,
			`${surname} ${first},${second}.`
		])
	);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const role: Way = (random, kind) => as('role', random.pick(roles[kind]));
const withPost: Way = (random, kind) => {
	const [surname] = random.pick(surnames);
	const [first, second] = initials(random);
	const post = random.pick(roles[kind]);
	return as(
		'person',
		random.pick([`${surname} ${first}.${second}., ${post}`, `${post} ${surname} ${first}.${second}.`])
	);
};
const group: Way = (random, kind) => as('group', random.pick(groups[kind]));
const organisation: Way = (random) => as('organisation', random.pick(organisations));
/** «Заместителю директора Ладогиной О.П.»: as an order gives a task. */
const given: Way = (random) => {
	const [, surname] = random.pick(surnames);
	const [first, second] = initials(random);
	return as(
		'person',
		`${random.pick(['заместителю директора', 'методисту', 'педагогу-психологу'])} ${surname} ${first}.${second}.`
	);
};

/** A cell of responsible people as it is written, and who is in it. */
export function inventResponsible(random: Random, kind: Kind, named: boolean): { text: string; who: Responsible[] } {
	const count = random.pick([1, 1, 1, 2, 2, 3]);
	const ways: Way[] = named ? [person, person, withPost, group] : [role, role, role, group, organisation];
	if (named && random.chance(0.04)) return alone(given(random, kind));
	const who: Responsible[] = [];
	while (who.length < count) {
		const one = random.pick(ways)(random, kind);
		if (who.every(({ text }) => text.toLowerCase() !== one.text.toLowerCase() && !overlaps(text, one.text)))
			who.push(one);
	}
	const separator = random.pick([', ', ', ', '\n', ',\n', '; ']);
	const text = who.map(({ text }, index) => (index === 0 && random.chance(0.6) ? capital(text) : text)).join(separator);
	return { text: random.chance(0.1) ? `${text}.` : text, who };
}

const alone = (one: Responsible) => ({ text: capital(one.text), who: [one] });
/** Two posts where one's name begins the other's are a trap of their own kind, not for every document. */
const overlaps = (a: string, b: string) => a.includes(b) || b.includes(a);
