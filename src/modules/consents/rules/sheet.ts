import { type ConsentKind, type ConsentParts, consentParts, kindInSentence, requiredParts } from './kinds';

/** One sheet of one person, as it is printed, drawn on a page and put into Word. */
export type Sheet = {
	title: string;
	from: string; // «Белова Анна Сергеевна, учитель математики»
	opening: readonly string[];
	sections: readonly { label: string; text: string }[];
	signature: string;
};

export type SheetPerson = { name: string; post: string };

const openings: Record<ConsentKind, string> = {
	processing: 'даю согласие на обработку моих персональных данных.',
	publication: 'даю согласие на распространение моих персональных данных (ст. 10.1 Федерального закона № 152-ФЗ).',
	transfer: 'даю согласие на передачу моих персональных данных.',
	mentor: 'заявляю о своём согласии быть наставником.',
	mentee: 'заявляю о своём согласии участвовать в программе наставничества.'
};

/** What only paper carries: these are written in by hand and kept nowhere else. */
const byHand: Partial<Record<ConsentKind, string>> = {
	processing:
		'Зарегистрирован(а) по адресу: ____________________________________________. Паспорт: серия ________ № ____________, выдан ____________________________________________ «____» ____________ ______ г.',
	transfer:
		'Зарегистрирован(а) по адресу: ____________________________________________. Паспорт: серия ________ № ____________, выдан ____________________________________________ «____» ____________ ______ г.',
	publication: 'Телефон, адрес электронной почты или почтовый адрес: ____________________________________________'
};

/** The sheet of a kind; `paper`: with the lines that are filled by hand. */
export function sheetOf(kind: ConsentKind, parts: ConsentParts, person: SheetPerson, paper: boolean): Sheet {
	const said = [person.name, person.post].filter(Boolean).join(', ');
	const written = paper ? byHand[kind] : undefined;
	return {
		title: `Согласие: ${kindInSentence(kind)}`,
		from: said,
		opening: [`Я, ${said}, ${openings[kind]}`, ...(written ? [written] : [])],
		sections: requiredParts[kind].map((part) => ({ label: consentParts[part], text: parts[part] ?? '' })),
		signature: '«____» ____________ 20____ г.        ____________________ / ____________________'
	};
}
