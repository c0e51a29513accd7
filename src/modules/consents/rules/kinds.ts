import { type Actor, has, type Role } from '../../../core/actor';

/** What somebody may agree to; each is a paper of its own (ч. 1 ст. 9 152-ФЗ since 01.09.2025). */
export const consentKinds = {
	processing: { name: 'Обработка персональных данных', brief: 'Обработка', whose: null },
	publication: { name: 'Публикация имени и фотографии', brief: 'Публикация', whose: null },
	transfer: { name: 'Передача сведений в РЦ и ведомства', brief: 'Передача', whose: null },
	mentor: { name: 'Участие наставником', brief: 'Наставник', whose: 'mentor' },
	mentee: { name: 'Участие наставляемым', brief: 'Наставляемый', whose: 'mentee' }
} as const satisfies Record<string, { name: string; brief: string; whose: Role | null }>;

export type ConsentKind = keyof typeof consentKinds;
export const allKinds = Object.keys(consentKinds) as ConsentKind[];
/** Within a sentence: «передача сведений в РЦ и ведомства». */
export const kindInSentence = (kind: ConsentKind) => {
	const { name } = consentKinds[kind];
	return name[0]?.toLocaleLowerCase('ru') + name.slice(1);
};
export const isKind = (text: string): text is ConsentKind => Object.hasOwn(consentKinds, text);

/** What a text is made of. */
export const consentParts = {
	operator: 'Кому даётся согласие: наименование, адрес, ИНН, ОГРН',
	content: 'С чем согласен участник',
	purpose: 'Цель',
	data: 'Перечень сведений',
	resources: 'Где публикуется: адреса страниц',
	recipient: 'Кому передаются или поручается обработка',
	actions: 'Действия со сведениями',
	conditions: 'Условия и запреты, которые человек может поставить',
	term: 'Срок действия',
	withdrawal: 'Как отозвать'
} as const;
export type ConsentPart = keyof typeof consentParts;
export type ConsentParts = Partial<Record<ConsentPart, string>>;

/** What each kind must have: ч. 4 ст. 9 and ст. 10.1 152-ФЗ, приказ Роскомнадзора от 24.02.2021 № 18; ст. 351.8 ТК РФ. */
export const requiredParts: Record<ConsentKind, readonly ConsentPart[]> = {
	processing: ['operator', 'purpose', 'data', 'recipient', 'actions', 'term', 'withdrawal'],
	publication: ['operator', 'resources', 'purpose', 'data', 'conditions', 'term', 'withdrawal'],
	transfer: ['operator', 'recipient', 'purpose', 'data', 'actions', 'term', 'withdrawal'],
	mentor: ['content', 'term', 'withdrawal'],
	mentee: ['content', 'term', 'withdrawal']
};

/** Why each is asked, in a sentence for whoever decides. */
export const whyAsked: Record<ConsentKind, string> = {
	processing:
		'Для трудовых отношений закон его не требует; школы берут его для сведений сверх этого: анкет, интересов, фотографий.',
	publication: 'Без него имя и фотография не появляются на сайте и в сборниках. Молчание согласием не считается.',
	transfer: 'Без него сведения с именем не уходят за пределы организации: в РЦ, управление, министерство.',
	mentor: 'Наставником работают только с письменного согласия (ст. 351.8 ТК РФ).',
	mentee: 'Участие в программе добровольно; школы берут согласие вместе с приказом о парах.'
};

/** Who keeps the register and sees what others gave. */
export const consentKeepers = ['curator', 'director', 'personnel'] as const;
export const canKeepConsents = (actor: Pick<Actor, 'roles'>) => has(actor, ...consentKeepers);

/** Who settles what people agree to. */
export const textKeepers = ['curator', 'director'] as const;
export const canKeepTexts = (actor: Pick<Actor, 'roles'>) => has(actor, ...textKeepers);

/** Which of the kinds the school asks of somebody with these roles. */
export const askedOf = (roles: readonly Role[], asked: readonly ConsentKind[]) =>
	asked.filter((kind) => {
		const { whose } = consentKinds[kind];
		return whose ? roles.includes(whose) : roles.includes('mentor') || roles.includes('mentee');
	});

/** Parts a text cannot do without. */
export const emptyParts = (kind: ConsentKind, parts: ConsentParts) =>
	requiredParts[kind].filter((part) => !parts[part]?.trim());

/** Parts with a blank still to be filled by the school; what people fill by hand themselves is no such blank. */
export const blanksIn = (kind: ConsentKind, parts: ConsentParts) =>
	requiredParts[kind].filter((part) => part !== 'conditions' && /_{3,}/.test(parts[part] ?? ''));
