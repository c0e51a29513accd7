/** Versions of a document's file. */
export const fileKinds = {
	generated: 'сделан программой',
	edited: 'поправлен в Word',
	scan: 'подписанный, скан',
	signature: 'файл подписи'
} as const;
export type FileKind = keyof typeof fileKinds;

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
