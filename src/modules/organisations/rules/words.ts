import type { OrganisationKind } from '../../../core/actor';

/** A word in the cases the interface needs: «директор, директора, директору, директором; директора, директоров». */
export type Word = {
	one: string; // кто
	ofOne: string; // кого
	toOne: string; // кому
	byOne: string; // кем
	many: string; // кто, много
	ofMany: string; // кого, много
	atOne?: string; // где, с предлогом: «в школе»
};

const word = (one: string, ofOne: string, toOne: string, byOne: string, many: string, ofMany: string): Word => ({
	one,
	ofOne,
	toOne,
	byOne,
	many,
	ofMany
});

const heads = {
	director: word('директор', 'директора', 'директору', 'директором', 'директора', 'директоров'),
	manager: word('заведующий', 'заведующего', 'заведующему', 'заведующим', 'заведующие', 'заведующих'),
	manageress: word('заведующая', 'заведующей', 'заведующей', 'заведующей', 'заведующие', 'заведующих'),
	chief: word('начальник', 'начальника', 'начальнику', 'начальником', 'начальники', 'начальников'),
	leader: word('руководитель', 'руководителя', 'руководителю', 'руководителем', 'руководители', 'руководителей'),
	minister: word('министр', 'министра', 'министру', 'министром', 'министры', 'министров')
} as const;

const teachers = {
	teacher: word('учитель', 'учителя', 'учителю', 'учителем', 'учителя', 'учителей'),
	educator: word('воспитатель', 'воспитателя', 'воспитателю', 'воспитателем', 'воспитатели', 'воспитателей'),
	lecturer: word(
		'преподаватель',
		'преподавателя',
		'преподавателю',
		'преподавателем',
		'преподаватели',
		'преподавателей'
	),
	coach: word(
		'тренер-преподаватель',
		'тренера-преподавателя',
		'тренеру-преподавателю',
		'тренером-преподавателем',
		'тренеры-преподаватели',
		'тренеров-преподавателей'
	),
	pedagogue: word('педагог', 'педагога', 'педагогу', 'педагогом', 'педагоги', 'педагогов'),
	methodologist: word('методист', 'методиста', 'методисту', 'методистом', 'методисты', 'методистов'),
	specialist: word('специалист', 'специалиста', 'специалисту', 'специалистом', 'специалисты', 'специалистов')
} as const;

const lessons = {
	lesson: word('урок', 'урока', 'уроку', 'уроком', 'уроки', 'уроков'),
	class: word('занятие', 'занятия', 'занятию', 'занятием', 'занятия', 'занятий'),
	training: word('тренировка', 'тренировки', 'тренировке', 'тренировкой', 'тренировки', 'тренировок')
} as const;

const learners = {
	pupil: word('ученик', 'ученика', 'ученику', 'учеником', 'ученики', 'учеников'),
	child: word('воспитанник', 'воспитанника', 'воспитаннику', 'воспитанником', 'воспитанники', 'воспитанников'),
	student: word('студент', 'студента', 'студенту', 'студентом', 'студенты', 'студентов'),
	learner: word('обучающийся', 'обучающегося', 'обучающемуся', 'обучающимся', 'обучающиеся', 'обучающихся')
} as const;

const councils = {
	'teachers-council': word('педсовет', 'педсовета', 'педсовету', 'педсоветом', 'педсоветы', 'педсоветов'),
	'coaches-council': word(
		'тренерский совет',
		'тренерского совета',
		'тренерскому совету',
		'тренерским советом',
		'тренерские советы',
		'тренерских советов'
	),
	'method-council': word(
		'методический совет',
		'методического совета',
		'методическому совету',
		'методическим советом',
		'методические советы',
		'методических советов'
	),
	board: word('коллегия', 'коллегии', 'коллегии', 'коллегией', 'коллегии', 'коллегий')
} as const;

const groups = {
	form: word('класс', 'класса', 'классу', 'классом', 'классы', 'классов'),
	group: word('группа', 'группы', 'группе', 'группой', 'группы', 'групп')
} as const;

const places: Record<OrganisationKind, Word> = {
	school: { ...word('школа', 'школы', 'школе', 'школой', 'школы', 'школ'), atOne: 'в школе' },
	gymnasium: { ...word('гимназия', 'гимназии', 'гимназии', 'гимназией', 'гимназии', 'гимназий'), atOne: 'в гимназии' },
	lyceum: { ...word('лицей', 'лицея', 'лицею', 'лицеем', 'лицеи', 'лицеев'), atOne: 'в лицее' },
	kindergarten: {
		...word('детский сад', 'детского сада', 'детскому саду', 'детским садом', 'детские сады', 'детских садов'),
		atOne: 'в детском саду'
	},
	college: { ...word('колледж', 'колледжа', 'колледжу', 'колледжем', 'колледжи', 'колледжей'), atOne: 'в колледже' },
	additional: {
		...word('учреждение', 'учреждения', 'учреждению', 'учреждением', 'учреждения', 'учреждений'),
		atOne: 'в учреждении'
	},
	'sports-school': {
		...word(
			'спортивная школа',
			'спортивной школы',
			'спортивной школе',
			'спортивной школой',
			'спортивные школы',
			'спортивных школ'
		),
		atOne: 'в спортивной школе'
	},
	'boarding-school': {
		...word(
			'школа-интернат',
			'школы-интерната',
			'школе-интернату',
			'школой-интернатом',
			'школы-интернаты',
			'школ-интернатов'
		),
		atOne: 'в школе-интернате'
	},
	'resource-centre': {
		...word(
			'ресурсный центр',
			'ресурсного центра',
			'ресурсному центру',
			'ресурсным центром',
			'ресурсные центры',
			'ресурсных центров'
		),
		atOne: 'в ресурсном центре'
	},
	authority: {
		...word('управление', 'управления', 'управлению', 'управлением', 'управления', 'управлений'),
		atOne: 'в управлении'
	},
	region: {
		...word('министерство', 'министерства', 'министерству', 'министерством', 'министерства', 'министерств'),
		atOne: 'в министерстве'
	}
};

/** Words an organisation may choose among: a chosen one is right in every case, a typed one would not be. */
export const wordChoices = {
	head: heads,
	teacher: teachers,
	lesson: lessons,
	learner: learners,
	council: councils,
	group: groups
} as const;

export type WordName = keyof typeof wordChoices;
export const wordNames = Object.keys(wordChoices) as WordName[];

/** What each word is for, in the interface. */
export const wordLabels: Record<WordName, string> = {
	head: 'Кто руководит',
	teacher: 'Кто учит',
	lesson: 'Что проводят',
	learner: 'Кого учат',
	council: 'Где решают вместе',
	group: 'На что делятся дети'
};

type Usual = { [N in WordName]: keyof (typeof wordChoices)[N] };

const school: Usual = {
	head: 'director',
	teacher: 'teacher',
	lesson: 'lesson',
	learner: 'pupil',
	council: 'teachers-council',
	group: 'form'
};
const extra: Usual = { ...school, teacher: 'pedagogue', lesson: 'class', learner: 'learner', group: 'group' };

/** The words of each kind, until the organisation chooses its own. */
export const usualWords: Record<OrganisationKind, Usual> = {
	school,
	gymnasium: school,
	lyceum: school,
	'boarding-school': { ...school, learner: 'child' },
	kindergarten: { ...school, head: 'manager', teacher: 'educator', lesson: 'class', learner: 'child', group: 'group' },
	college: { ...school, teacher: 'lecturer', lesson: 'class', learner: 'student', group: 'group' },
	additional: extra,
	'sports-school': { ...extra, teacher: 'coach', lesson: 'training', council: 'coaches-council' },
	'resource-centre': { ...extra, teacher: 'methodologist', council: 'method-council' },
	authority: { ...extra, head: 'chief', teacher: 'specialist', council: 'board' },
	region: { ...extra, head: 'minister', teacher: 'specialist', council: 'board' }
};

export type OwnWords = Partial<Record<WordName, string>>;

/** An organisation's words: its own where it has chosen, the kind's otherwise; what is not among the choices is passed over. */
export function wordsOf(kind: OrganisationKind, own: OwnWords = {}): Record<WordName | 'place', Word> {
	const chosen = wordNames.map((name) => {
		const choices: Record<string, Word> = wordChoices[name];
		return [name, choices[own[name] ?? ''] ?? choices[usualWords[kind][name]]] as const;
	});
	return { ...(Object.fromEntries(chosen) as Record<WordName, Word>), place: places[kind] };
}
