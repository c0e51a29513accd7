import type { FieldSpec } from './spec';

type Kind = FieldSpec['kind'];
const one =
	(kind: Kind) =>
	(name: string, about: string, example: string): FieldSpec => ({ name, about, example, kind });

export const text = one('text');
export const words = one('words');
export const person = one('person');
export const day = one('day');
export const number = one('number');
export const flag = one('flag');
export const group = (name: string, about: string, ...fields: FieldSpec[]): FieldSpec => ({
	name,
	about,
	example: '',
	kind: 'group',
	fields
});
export const list = (name: string, about: string, ...fields: FieldSpec[]): FieldSpec => ({
	name,
	about,
	example: '',
	kind: 'list',
	fields
});

export const someone = (name: string, about: string, example: readonly [string, string], ...more: FieldSpec[]) =>
	group(
		name,
		about,
		person('имя', 'фамилия, имя, отчество', example[0]),
		words('должность', 'должность', example[1]),
		...more
	);

/** Details of another paper: «от {дата} № {номер}». */
export const paper = (name: string, about: string, example: readonly [string, string], ...more: FieldSpec[]) =>
	group(name, about, day('дата', 'дата', example[0]), text('номер', 'номер', example[1]), ...more);

/** Fields every paper has. */
export const commonFields: readonly FieldSpec[] = [
	group(
		'организация',
		'ваша организация',
		words(
			'полное',
			'полное наименование',
			'муниципальное бюджетное общеобразовательное учреждение «Школа № 5» городского округа Ясногорск'
		),
		text('кратко', 'краткое наименование', 'МБОУ «Школа № 5» г. о. Ясногорск'),
		text('город', 'место составления', 'г. Ясногорск'),
		words(
			'учредитель',
			'наименование вышестоящей организации, если оно стоит в бланке',
			'Управление образования городского округа Ясногорск'
		),
		text('адрес', 'адрес', '445000, г. Ясногорск, ул. Садовая, д. 7'),
		text('инн', 'ИНН', '6300000001'),
		text('сайт', 'адрес сайта', 'school5.example')
	),
	someone('руководитель', 'кто подписывает', ['Вересова Елена Львовна', 'директор']),
	someone('куратор', 'куратор наставничества', ['Шевчук Анна Ильинична', 'заместитель директора по УВР']),
	paper('документ', 'этот документ', ['2026-09-14', '116/1-О']),
	group(
		'акт',
		'как называется распорядительный документ',
		words('название', 'приказ или распоряжение', 'приказ'),
		text('заглавными', 'то же в заголовке', 'ПРИКАЗ'),
		flag('распоряжение', 'это распоряжение: без слова «приказываю»', '')
	),
	text('учебный_год', 'учебный год', '2026/2027'),
	text(
		'основания',
		'акты, действующие на дату документа; стоит после «в соответствии», предлог уже внутри',
		'со статьёй 351.8 Трудового кодекса Российской Федерации'
	),
	group(
		'слова',
		'слова вашего вида организации',
		words('руководитель', 'директор, заведующий …', 'директор'),
		words('педагог', 'учитель, воспитатель …', 'учитель'),
		text('педагоги', 'много: кто', 'учителя'),
		text('педагогов', 'много: кого', 'учителей'),
		text('педагогам', 'много: кому', 'учителям'),
		words('занятие', 'урок, занятие, тренировка', 'урок'),
		text('занятия', 'много: что', 'уроки'),
		text('занятий', 'много: чего', 'уроков'),
		text('на_занятиях', 'много: на чём', 'уроках'),
		text('ученики', 'кого учат, много: кто', 'ученики'),
		text('учеников', 'кого учат, много: кого', 'учеников'),
		text('где', 'где работаете, с предлогом', 'в школе'),
		words('педсовет', 'где решают вместе', 'педагогический совет')
	),
	list(
		'ознакомлены',
		'кто знакомится с документом под подпись',
		number('номер', 'номер по порядку', '1'),
		person('имя', 'фамилия, имя, отчество', 'Заяц Павел Лукич'),
		words('должность', 'должность', 'учитель физики')
	)
];
