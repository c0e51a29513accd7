/** «1 мероприятие», «2 мероприятия», «5 мероприятий». */
export function plural(count: number, [one, few, many]: readonly [string, string, string]) {
	const [tens, units] = [count % 100, count % 10];
	const form = tens > 10 && tens < 20 ? many : units === 1 ? one : units > 1 && units < 5 ? few : many;
	return `${count} ${form}`;
}
