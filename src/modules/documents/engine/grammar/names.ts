import { type Cases, endings, joined, listed, partsOf, unchanged } from './cases';
import { feminineSoft, inA, masculine } from './endings';
import { fleetingStem } from './fleeting';
import type { Sex } from './surname';

const inO = listed('данило гаврило михайло кирило самойло'); // «Данилы», as from Данила
const withoutChange = listed('оглы оглу кызы гызы улы уулу оол');
const stressedPatronymics = listed('ильич фомич кузьмич лукич козьмич');

const eachPart = (text: string, decline: (word: string) => Cases) =>
	joined(partsOf(text).map(({ word, after }) => ({ cases: decline(word), after })));

/** A given name: Лев – Льва, Илья – Ильёй, Любовь – Любови; Кармен, Отто, Мэри stay. */
export const declineGiven = (name: string, sex: Sex): Cases =>
	eachPart(name, (word) => (sex === 'male' ? ofMan(word) : ofWoman(word)));

function ofMan(word: string): Cases {
	if (inO(word)) return endings(word, word.slice(0, -1), 'ы е у ой е');
	if (/[аеёиоуыэюя]а$/i.test(word)) return unchanged(word);
	if (/[ая]$/i.test(word)) return inA(word, { stressed: /^илья$/i.test(word) });
	if (/[еёиоуыэю]$/i.test(word)) return unchanged(word);
	const stem = /^(лев|павел|п[её]тр)$/i.test(word) ? fleetingStem(word) : undefined;
	return masculine(word, stem ? { stem } : {});
}

function ofWoman(word: string): Cases {
	if (/[аеёиоуыэюя]а$/i.test(word)) return unchanged(word);
	if (/[ая]$/i.test(word)) return inA(word);
	return /ь$/i.test(word) ? feminineSoft(word) : unchanged(word);
}

/** A patronymic: Ильич – Ильичом, Ивановна – Ивановной; «Гасан оглы» and «Руслан кызы» stay whole. */
export function declinePatronymic(patronymic: string, sex: Sex): Cases {
	if (partsOf(patronymic).some(({ word }) => withoutChange(word))) return unchanged(patronymic);
	return eachPart(patronymic, (word) => {
		if (sex === 'male' && /ич$/i.test(word)) return masculine(word, { stressed: stressedPatronymics(word) });
		return sex === 'male' ? ofMan(word) : ofWoman(word);
	});
}
