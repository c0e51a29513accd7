const surname = "[А-ЯЁ][а-яё']+(?:-[А-ЯЁ][а-яё]+)?";
const initials = '[А-ЯЁ]\\s?[.,]\\s?(?:[А-ЯЁ]\\s?[.,]{0,2}|(?=\\s|$|,|;))';
const patronymic = '[А-ЯЁ][а-яё]+(?:вич|вна|ична|инична|оглы|кызы|вича|вны|вичу|вне)';

/** «Петрова А.И.», «А.И. Петрова», «Петрова Анна Ивановна»: initials on either side, spaced or not, «А,В» for «А.В.». */
const name = `(?:${surname}\\s*,?\\s+${initials}|${surname}\\s${patronymic}|${surname}\\s+[А-ЯЁ][а-яё]+\\s+${patronymic}|[А-ЯЁ]\\s?[.,]\\s?[А-ЯЁ]\\s?\\.\\s?${surname}|[А-ЯЁ]\\.\\s?${surname})`;

const nameAnywhere = new RegExp(name, 'u');
const namesAnywhere = new RegExp(name, 'gu');
const nameAtStart = new RegExp(`^${name}`, 'u');

/** «учитель информатики Попов Айаал», «техник Орлов»: after a small word a surname by its end, perhaps with a first name, and nothing more. */
const surnameEnd = '(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|[сц]кий|[сц]кая|енко|[ую]к|[иы]х|ян|дзе|швили)';
const barePerson = new RegExp(`[а-яё.]\\s[А-ЯЁ][а-яё]{1,20}${surnameEnd}(?:\\s[А-ЯЁ][а-яё]{2,})?$`, 'u');
export const endsWithSurname = (text: string) => barePerson.test(text);

/** «Лунина», «Лунина Елена»: a surname by its end, perhaps with a first name, and nothing else. */
const lone = /^[А-ЯЁ][а-яё]{1,20}(?:[оеё]ва?|[иы]на?|(?:цк|вск)(?:ий|ая)|енко|[иы]х)(?:\s[А-ЯЁ][а-яё]{2,20})?$/;
export const isSurname = (text: string) => lone.test(text);

/** The name a piece of text begins with, or undefined. */
export const leadingName = (text: string) => nameAtStart.exec(text)?.[0];

export const hasName = (text: string) => capital.test(text) && nameAnywhere.test(text);
export const firstName = (text: string) => nameAnywhere.exec(text);
export const allNames = (text: string) => (capital.test(text) ? [...text.matchAll(namesAnywhere)] : []);
/** A quick first look: no name is without a capital letter. */
const capital = /[А-ЯЁ]/;
