import type { PersonName } from '../../../core/names';

/** As in a passport of today, near enough to be read back. */
const latin: Record<string, string> = Object.fromEntries(
	'а-a б-b в-v г-g д-d е-e ё-e ж-zh з-z и-i й-y к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ф-f х-kh ц-ts ч-ch ш-sh щ-shch ъ- ы-y ь- э-e ю-yu я-ya'
		.split(' ')
		.map((pair) => pair.split('-') as [string, string])
);

export const transliterate = (text: string) =>
	[...text.toLowerCase()]
		.map((sign) => latin[sign] ?? sign)
		.join('')
		.replace(/[^a-z0-9]+/g, '');

/** «Дронова Вера Павловна» → «dronova.vp». */
export function suggestedLogin({ familyName, givenName, patronymic }: PersonName) {
	const initials = transliterate(`${givenName[0] ?? ''}${patronymic[0] ?? ''}`);
	const login = [transliterate(familyName).slice(0, 30), initials].filter(Boolean).join('.');
	return login.length >= 3 ? login : `user.${login}`;
}

/** Letters of a login are small and Latin: Cyrillic «а» beside Latin «a» would be two people. */
export const loginPattern = /^[a-z0-9][a-z0-9._-]{2,39}$/;

export const tidyLogin = (typed: string) => typed.trim().toLowerCase();

export function problemWithLogin(login: string) {
	if (/[а-яё]/i.test(login))
		return 'Логин пишется латинскими буквами, например dronova.vp. Переключите раскладку клавиатуры.';
	if (login.length < 3) return 'Логин – не короче трёх знаков';
	if (login.length > 40) return 'Логин – не длиннее 40 знаков';
	if (!loginPattern.test(login)) {
		return 'В логине – латинские буквы и цифры, между ними можно поставить точку, дефис или подчёркивание';
	}
	return undefined;
}
