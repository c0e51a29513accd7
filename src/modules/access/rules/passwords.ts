export const shortest = 10;
export const longest = 200;

/** What people choose first when ten characters are asked for. */
const common = `
1234567890 0987654321 12345678910 123456789a 123456789q 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 qwertyuiop qwerty12345 qwerty123456
qwertyuiop123 1qaz2wsx3edc zaq12wsxcde asdfghjkl1 asdfghjkl123 zxcvbnm123 password12 password123 password1234 administrator
admin12345 admin123456 welcome123 letmein123 iloveyou123 йцукенгшщз йцукен12345 йцукен123456 фывапролдж ячсмитьбю1 пароль12345
пароль123456 парольпароль наставник наставник1 наставник123 наставничество учитель123 учитель12345 директор123 школа12345
школа123456 детскийсад россия2024 россия2025 россия2026 россия2027 москва12345 любимаяшкола nastavnik1 nastavnik123 nastavnichestvo
shkola12345 uchitel123 uchitel12345 direktor123 parol12345 parol123456 rossiya2026 moskva12345
`
	.trim()
	.split(/\s+/);

const plain = (text: string) => text.normalize('NFC').toLowerCase();

/** One sequence from end to end, nought after nine too: «12345678901234», «aaaaaaaaaa», «abababab…». */
function isMonotonous(password: string) {
	if (new Set(password).size < 5) return true;
	const steps = [...password].map((sign) => sign.codePointAt(0) ?? 0);
	return steps.every((code, index) => index === 0 || [1, 9].includes(Math.abs(code - (steps[index - 1] ?? 0))));
}

/** What is wrong with a password, said kindly; undefined when nothing. `mine`: login and names, which others would try first. */
export function problemWithPassword(password: string, mine: readonly string[]) {
	const text = plain(password);
	if ([...text].length < shortest) {
		return `Слишком короткий: нужно не меньше ${shortest} знаков. Проще всего запомнить три-четыре слова подряд.`;
	}
	if ([...text].length > longest) return `Слишком длинный: не больше ${longest} знаков.`;
	if (common.includes(text) || isMonotonous(text)) {
		return 'Такой пароль подбирают первым. Придумайте другой: например, три-четыре слова, не связанных между собой.';
	}
	const obvious = mine.map(plain).filter((word) => word.length >= 4);
	if (obvious.some((word) => text.includes(word) && text.length - word.length < 6)) {
		return 'В пароле почти только ваше имя или логин: его легко угадать. Добавьте слова, которые знаете вы одни.';
	}
	return undefined;
}
