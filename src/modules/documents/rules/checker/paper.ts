import type { OrganisationKind } from '../../../../core/actor';
import type { PersonName } from '../../../../core/names';
import type { ActContent } from '../../../legal-acts/rules/act';

/** A paragraph or a cell of a paper, with the place people find it by. */
export type Piece = { place: string; text: string; row: string | null };

export type FindingKind =
	| 'blank'
	| 'organisation'
	| 'kind'
	| 'act'
	| 'lapsed'
	| 'cancelled'
	| 'left'
	| 'case'
	| 'sex'
	| 'day'
	| 'order'
	| 'period'
	| 'consent';

/** What a careful colleague says of a paper before it is signed. `mend`: what should stand there, when it is clear. */
export type Finding = {
	kind: FindingKind;
	place: string;
	written: string;
	reason: string;
	mend: string | null;
};

export type KnownPerson = PersonName & {
	id: string;
	sex: 'female' | 'male' | null;
	/** The first day without them; null while they work here. */
	leftOn: string | null;
};

export type KnownPair = { mentor: string; mentee: string; from: string; to: string };

export type QuotedAct = Pick<
	ActContent,
	'form' | 'body' | 'number' | 'signedOn' | 'title' | 'from' | 'to' | 'replacedBy'
>;

/** A registered paper of the organisation that a later one has replaced or cancelled. */
export type OwnCancelled = {
	number: string;
	datedOn: string;
	title: string;
	how: 'replaces' | 'cancels';
	by: string;
	byOn: string;
};

/** What the organisation knows of itself. */
export type PaperHome = {
	kind: OrganisationKind;
	names: readonly string[];
	/** «директор», «заведующая»: how its head is called. */
	head: string;
	people: readonly KnownPerson[];
	pairs: readonly KnownPair[];
	acts: readonly QuotedAct[];
	cancelled?: readonly OwnCancelled[];
	today: string;
};

/** Around the words, so that they are found in a long paragraph. */
export function around(text: string, index: number, length: number, more = 24) {
	const from = Math.max(0, index - more);
	const to = Math.min(text.length, index + length + more);
	const words = text.slice(from, to).replace(/\s+/g, ' ').trim();
	return `${from > 0 ? '…' : ''}${words}${to < text.length ? '…' : ''}`;
}

const months = ['янв', 'фев', 'мар', 'апр', 'ма[йя]', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

/** «02.09.2026», «2 сентября 2026», «« 2» сентября 2026». */
export const dayPattern = `(?:(?<!\\d)\\d{1,2}\\.\\d{1,2}\\.(?:19|20)\\d\\d(?!\\d)|[«"]?(?<!\\d)\\d{1,2}[»"]?\\s(?:${months.join('|')})[а-яё]{0,6}\\s(?:19|20)\\d\\d(?!\\d))`;

export type WrittenDay = { written: string; day: string };

/** A written day as YYYY-MM-DD; it may be one that no calendar has. */
export function readDay(written: string): WrittenDay {
	const [, first = '', word = '', year = ''] =
		/(\d{1,2})[»"]?[\s.]+(\d{1,2}|[а-яё]+)[\s.]+(\d{4})/iu.exec(written) ?? [];
	const month = /\d/.test(word)
		? Number(word)
		: months.findIndex((stem) => new RegExp(`^${stem}`, 'iu').test(word)) + 1;
	return { written, day: `${year}-${String(month).padStart(2, '0')}-${first.padStart(2, '0')}` };
}
