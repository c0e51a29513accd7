import type { Span } from './deadlines';
import type { Random } from './random';
import type { Kind } from './responsibles';

const places: Record<Kind, readonly string[]> = {
	school: [
		'МБОУ «Средняя школа № 12»',
		'МАОУ «Гимназия № 7»',
		'МБОУ СОШ № 31',
		'МОУ «Лицей «Созвездие»',
		'МКОУ «Ручейковская ООШ»'
	],
	kindergarten: [
		'МБДОУ «Детский сад № 9 «Росинка»',
		'МАДОУ детский сад № 44',
		'МДОУ «Центр развития ребёнка «Журавлик»'
	],
	college: ['ГБПОУ «Приозёрный колледж»', 'ГАПОУ «Северный техникум»', 'КГБПОУ «Строительный колледж № 3»'],
	sport: ['МБУ ДО «Спортивная школа «Метеор»', 'МАУ ДО «ДЮСШ № 2»'],
	district: ['Заречного муниципального округа', 'Лесногорского района']
};
const whom: Record<Kind, string> = {
	school: 'педагогических работников',
	kindergarten: 'педагогов',
	college: 'преподавателей и мастеров',
	sport: 'тренеров-преподавателей',
	district: 'педагогических работников в образовательных организациях'
};

export function inventSpan(random: Random): { span: Span; words: string } {
	const year = 2021 + random.upTo(6);
	const school = (from: number, to: number) => ({ from: `${from}-09-01`, to: `${to}-08-31` });
	const chance = random();
	if (chance < 0.5) {
		const words = random.pick([
			`на ${year}-${year + 1} учебный год`,
			`на ${year} – ${year + 1} учебный год`,
			`на ${year}/${year + 1} учебный год`,
			`в ${year}-${year + 1} учебном году`,
			`(${year}-${year + 1} уч. год)`
		]);
		return { span: { period: school(year, year + 1), years: [year], kind: 'school-year' }, words };
	}
	if (chance < 0.75) {
		const last = year + 2 + random.upTo(2);
		const words = random.pick([
			`на ${year}-${last} гг.`,
			`на ${year} – ${last} годы`,
			`на ${year}-${last} г.г.`,
			`в ${year} - ${last} годах`
		]);
		const years = Array.from({ length: last - year }, (_, index) => year + index);
		return { span: { period: school(year, last), years, kind: 'years' }, words };
	}
	if (chance < 0.9)
		return {
			span: { period: { from: `${year}-01-01`, to: `${year}-12-31` }, years: [year], kind: 'calendar' },
			words: random.pick([`на ${year} год`, `на ${year} год.`, `на ${year} г.`])
		};
	return { span: { period: null, years: [year], kind: 'none' }, words: '' };
}

const menus = [
	'Главная',
	'Сведения об образовательной организации',
	'Новости',
	'Контакты',
	'Версия для слабовидящих',
	'Обратная связь'
];

/** What stands around the table: approval, order, menus before; signature or stamp after. */
export function inventFrame(random: Random, kind: Kind, words: string, year: number) {
	const place = random.pick(places[kind]);
	const head = random.pick([
		'ДОРОЖНАЯ КАРТА',
		'Дорожная карта',
		'План мероприятий («дорожная карта»)',
		'План мероприятий (дорожная карта)',
		'ПЛАН МЕРОПРИЯТИЙ'
	]);
	const verb = random.pick([
		'по внедрению системы наставничества',
		'реализации целевой модели наставничества',
		'по реализации программы наставничества'
	]);
	const middle = `${verb} ${whom[kind]} ${kind === 'district' ? '' : 'в '}${place}`;
	const titleLines = random
		.pick([
			[`${head} ${middle} ${words}`],
			[head, `${middle} ${words}`],
			[head, verb, `${whom[kind]} ${kind === 'district' ? '' : 'в '}${place}`, words]
		])
		.map((line) => line.trim())
		.filter(Boolean);
	const traits: string[] = [];
	const before: string[] = [];
	if (random.chance(0.12)) {
		before.push(...random.some(menus, 4));
		traits.push('site menu');
	}
	const above = random();
	if (above < 0.3) {
		before.push('УТВЕРЖДАЮ', `Директор ${place}`, '____________ О.П. Ладогина', `«30» августа ${year} г.`);
		traits.push('approval');
	} else if (above < 0.5) {
		before.push(`Приложение № ${1 + random.upTo(4)}`, `к приказу от 28.08.${year} № ${10 + random.upTo(200)}-од`);
		traits.push('annex');
	}
	if (random.chance(0.12)) {
		before.unshift(
			'ПРИКАЗ',
			`от 28.08.${year} № 114-од`,
			'О наставничестве',
			'В целях развития наставничества ПРИКАЗЫВАЮ:',
			'1. Утвердить дорожную карту (приложение).',
			`2. Куратору Вересовой А.К. разместить её на сайте в срок до 15.09.${year}.`,
			'3. Контроль исполнения приказа оставляю за собой.',
			'Директор О.П. Ладогина'
		);
		traits.push('order before');
	}
	before.push(...titleLines);
	if (random.chance(0.2)) {
		before.push(
			'Цель: профессиональный рост педагогов',
			'Задачи:',
			'- помочь молодым педагогам освоиться;',
			'- сохранить опыт старших.'
		);
		traits.push('goal');
	}
	const after: string[] = [];
	if (random.chance(0.2)) after.push('Исполнитель: Вересова А.К.');
	if (random.chance(0.12)) {
		after.push(
			'Документ подписан электронной подписью',
			`Сертификат действителен с 20.12.${year - 1} до 20.12.${year}`
		);
		traits.push('stamp');
	}
	return { before, after, title: titleLines.join(' '), traits };
}
