import { createHash, createHmac } from 'node:crypto';

/**
 * The secret of a personal address: follows from the session of whoever issued it, which is stored nowhere, and the
 * link's id. The slips may be shown again while that session lives; the database knows hashes only.
 */
export const answerToken = (sessionSecret: string, linkId: string) =>
	createHmac('sha256', sessionSecret).update(`survey answer ${linkId}`).digest().subarray(0, 24).toString('base64url');

/** 192 random bits: nothing else is looked for in the database. */
export const isAnswerToken = (text: string) => /^[\w-]{32}$/.test(text);

/**
 * The number of a printed sheet: the person's place on the list of the wave, and two figures that follow from who it is.
 * It opens nothing: it is typed by whoever enters sheets, and a slip of the finger is noticed.
 * @param place from 1, in the order in which people were put on the list
 */
export const sheetCode = (place: number, participantId: string) => `${place}${checkOf(participantId)}`;

const checkOf = (participantId: string) =>
	String(createHash('sha256').update(participantId).digest().readUInt16BE(0) % 100).padStart(2, '0');

/** «17-42», as it is printed. */
export const showSheetCode = (code: string) => `${code.slice(0, -2)}-${code.slice(-2)}`;

/** Figures however they were typed: «17-42», «17 42», «1742»; undefined when it is no code of a sheet. */
export function readSheetCode(typed: string) {
	const figures = typed.replace(/[\s\-–—.№]/g, '');
	return /^[1-9]\d{2,7}$/.test(figures) ? figures : undefined;
}
