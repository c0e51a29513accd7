/** «30 секунд», «2 минуты»: how long to wait, rounded up. */
export function waitWords(seconds: number) {
	if (seconds < 60) return `${seconds} ${form(seconds, ['секунду', 'секунды', 'секунд'])}`;
	const minutes = Math.ceil(seconds / 60);
	return `${minutes} ${form(minutes, ['минуту', 'минуты', 'минут'])}`;
}

function form(count: number, [one, few, many]: readonly [string, string, string]) {
	const [tens, units] = [count % 100, count % 10];
	if (tens > 10 && tens < 20) return many;
	if (units === 1) return one;
	return units > 1 && units < 5 ? few : many;
}
