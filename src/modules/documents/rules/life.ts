import { showDate } from '../../../core/dates';
import { type ActKind, orderTitle } from '../../mentorships/rules/words';

/** Versions of a document's file. */
export const fileKinds = {
	generated: 'сделан программой',
	edited: 'поправлен в Word',
	scan: 'подписанный, скан',
	signature: 'файл подписи'
} as const;
export type FileKind = keyof typeof fileKinds;

/** Who agrees: a colleague, or the trade union with its reasoned opinion. */
export const approvalKinds = { visa: 'виза', union: 'мотивированное мнение профсоюза' } as const;
export type ApprovalKind = keyof typeof approvalKinds;
export const outcomes = {
	agreed: 'согласен',
	remarks: 'согласен с замечаниями',
	refused: 'не согласен',
	silent: 'в срок не ответил' // of the trade union alone
} as const;
export type Outcome = keyof typeof outcomes;

/** What a later document does to an earlier one. */
export const linkKinds = { replaces: 'заменяет', cancels: 'отменяет', amends: 'изменяет' } as const;
export type LinkKind = keyof typeof linkKinds;

/** The order that does it, made from the earlier one's page; what replaces is a paper of any kind. */
export const laterOrders = { cancels: 'cancelling-order', amends: 'amending-order' } as const;
export type LaterCode = (typeof laterOrders)[keyof typeof laterOrders];

/** The same said of the earlier one. */
export const laterWords: Record<LinkKind, string> = {
	replaces: 'заменён:',
	cancels: 'признан утратившим силу:',
	amends: 'изменён:'
};

/** How a document stands, as people say it. */
export const documentStates = {
	draft: 'черновик',
	agreeing: 'на согласовании',
	agreed: 'согласован',
	signed: 'подписан',
	registered: 'зарегистрирован',
	acquainting: 'знакомятся',
	acquainted: 'все ознакомлены',
	published: 'опубликован',
	archived: 'в деле',
	replaced: 'заменён',
	cancelled: 'отменён',
	removed: 'убран'
} as const;
export type DocumentState = keyof typeof documentStates;

/** What has happened to it, in numbers and days: enough to say how it stands. */
export type Happened = {
	removed: boolean;
	signedOn: string | null;
	datedOn: string | null; // registered
	publishedOn: string | null;
	archivedOn: string | null;
	approvals: number;
	approvalsLeft: number;
	refused: boolean;
	readers: number;
	readersLeft: number;
	superseded: 'replaces' | 'cancels' | null;
};

/** The last that happened tells. An archived paper may be cancelled later, and a cancelled one stays so. */
export function stateOf(document: Happened): DocumentState {
	if (document.removed) return 'removed';
	if (document.superseded) return document.superseded === 'cancels' ? 'cancelled' : 'replaced';
	if (document.archivedOn) return 'archived';
	if (document.publishedOn) return 'published';
	if (document.datedOn) {
		if (document.readers === 0) return 'registered';
		return document.readersLeft > 0 ? 'acquainting' : 'acquainted';
	}
	if (document.signedOn) return 'signed';
	if (document.approvals === 0) return 'draft';
	return document.approvalsLeft > 0 || document.refused ? 'agreeing' : 'agreed';
}

/** «Приказ № 16/1-О от 20.09.2026» once it is registered; its name before that. */
export const titleOfDocument = ({
	actKind,
	number,
	datedOn,
	title
}: Pick<Happened, 'datedOn'> & { actKind: ActKind | null; number: string; title: string }) =>
	datedOn === null
		? title
		: actKind === null && !number
			? `${title} от ${showDate(datedOn)}`
			: orderTitle(actKind, number, datedOn);

/** What keeps a registration from being taken back; undefined where nothing does. */
export function mayUndoRegistration(document: Happened): string | undefined {
	if (document.datedOn === null) return 'Документ не зарегистрирован.';
	if (document.superseded) return 'Документ заменён или отменён: сначала снимите ту связь.';
	if (document.publishedOn || document.archivedOn)
		return 'Документ опубликован или лежит в деле: сначала снимите эти отметки.';
	if (document.readersLeft < document.readers)
		return 'С документом уже знакомятся: сначала снимите отметки об ознакомлении.';
	return undefined;
}
