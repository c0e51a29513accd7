import type { WorkingCode } from './library/working/kinds';

/** Who signs a paper of a pair, in the order of signing: consents, agreement, then what they work by. */
export const pairPapers: Readonly<Record<string, string>> = {
	'mentor-consent': 'наставник',
	'mentee-consent': 'наставляемый',
	'processing-consent': 'каждый – свой',
	'distribution-consent': 'каждый – свой, если согласен',
	'additional-agreement': 'руководитель и наставник, два экземпляра',
	programme: 'наставник, наставляемый, куратор',
	'meeting-log': 'наставник и наставляемый после каждой встречи'
};

type Folder = readonly [name: string, codes: readonly string[]];
type Package = {
	title: string;
	about: string;
	folders: readonly Folder[];
	/** A folder for each pair: its papers in signing order. */
	pairs?: 'fresh' | 'all';
	/** The order is first, what follows are its annexes, numbered. */
	annexes?: boolean;
};

/** What a paper holds within itself as its numbered annexes: in a set it does not lie once more. */
export const heldBy: Readonly<Record<string, readonly string[]>> = {
	'regulation-order': ['regulation', 'roadmap-annex'],
	'programme-order': ['general-programme']
};

/** Materials to hand out, by what they are of. */
export const materials: Readonly<Record<string, readonly WorkingCode[]>> = {
	'Как начать': ['memo-mentor', 'memo-mentee', 'script-start', 'script-meeting', 'booklet'],
	'Планирование и встречи': ['script-planning', 'memo-feedback', 'meeting-log'],
	'Посещение и разбор': ['memo-visit'],
	'Общение с родителями': ['memo-parents'],
	'Год куратора': ['memo-curator', 'script-closing']
};
export const materialCodes = Object.values(materials).flat();

/** Sets of papers that are made by one button. A kind of paper that this version of the program does not have is passed over. */
export const packages = {
	'year-start': {
		title: 'Начало года',
		about: 'Приказы и положения, программа наставничества, лист ознакомления, памятки и сценарий установочной встречи',
		folders: [
			[
				'1 Приказы и положения',
				['introduction-order', 'regulation-order', 'regulation', 'roadmap-annex', 'curator-order']
			],
			['2 Программа', ['programme-order', 'general-programme', 'acquaintance-sheet', 'inquiry']],
			['3 Материалы', ['memo-mentor', 'memo-mentee', 'memo-curator', 'script-start', 'booklet']]
		]
	},
	pairs: {
		title: 'Новые пары',
		about:
			'Папка на каждую пару без приказа: согласия, соглашение, программа, журнал – в том порядке, в котором подписывают; и приказ',
		folders: [['Приказ', ['pairing-order']]],
		pairs: 'fresh'
	},
	'all-pairs': {
		title: 'Все пары заново',
		about: 'То же для всех действующих пар, и для закреплённых приказом',
		folders: [],
		pairs: 'all'
	},
	programmes: {
		title: 'Планы развития пар',
		about: 'Персонализированная программа (ИОТ) на каждую пару и группу – из запросов и затруднений, которые известны',
		folders: [['', ['programme']]]
	},
	'regulation-order': {
		title: 'Приказ о Положении с приложениями',
		about: 'Один файл: приказ и его приложения под номерами – Положение и утверждённая дорожная карта',
		folders: [['', ['regulation-order', 'regulation']]]
	},
	'pairing-order': {
		title: 'Приказ о парах с программами',
		about: 'Приказ о закреплении пар, программы пар – приложениями под номерами',
		folders: [['', ['pairing-order', 'programme']]],
		annexes: true
	},
	'year-end': {
		title: 'Конец года',
		about: 'Отчёты наставников, представления и справки, ходатайства о категории, протокол комиссии, итоговая встреча',
		folders: [
			['1 Отчёты наставников', ['mentor-report']],
			['2 Поощрение', ['commendation', 'commission-minutes', 'reward-order']],
			['3 Справки и ходатайства', ['certificate', 'petition']],
			['4 Итоговая встреча', ['final-event-order', 'script-closing', 'acquaintance-sheet']]
		]
	},
	materials: {
		title: 'Памятки и сценарии',
		about: 'То, что выбрано из материалов',
		folders: [['', materialCodes]]
	}
} as const satisfies Record<string, Package>;
export type PackageKind = keyof typeof packages;
export const packageKinds = Object.keys(packages) as PackageKind[];
export const isPackageKind = (text: string): text is PackageKind => Object.hasOwn(packages, text);
export const packageOf = (kind: PackageKind): Package => packages[kind];

/** More are made in parts: one archive must open on a school's computer. */
export const mostPapers = 2000;
/** How long the files of a set are kept: it can be made anew by one button. */
export const daysKept = 90;

export const packagesPage = 30;
