const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/** How long a session lives: since it was last used, and at most. A shared computer of the staff room forgets by the evening. */
const lifetimes = {
	remembered: { idle: 30 * day, most: 180 * day },
	brief: { idle: 12 * hour, most: 2 * day }
} as const;

/** When a session used at `at` (ISO 8601) runs out. */
export function expiryOf({ remembered, createdAt, at }: { remembered: boolean; createdAt: string; at: string }) {
	const { idle, most } = lifetimes[remembered ? 'remembered' : 'brief'];
	return new Date(Math.min(Date.parse(at) + idle, Date.parse(createdAt) + most)).toISOString();
}

/** Use is noted at most once in five minutes: a page must not cost a write. */
export const isDueForTouch = (lastSeenAt: string, at: string) => Date.parse(at) - Date.parse(lastSeenAt) >= 5 * minute;

const browsers: readonly [RegExp, string][] = [
	[/YaBrowser/, 'Яндекс Браузер'],
	[/Edg/, 'Edge'],
	[/OPR|Opera/, 'Opera'],
	[/Firefox|FxiOS/, 'Firefox'],
	[/Chromium|Chrome|CriOS/, 'Chrome'],
	[/Safari/, 'Safari']
];

const systems: readonly [RegExp, string][] = [
	[/Android/, 'телефон или планшет Android'],
	[/iPhone/, 'iPhone'],
	[/iPad/, 'iPad'],
	[/Windows/, 'Windows'],
	[/Mac OS/, 'Mac'],
	[/CrOS/, 'Chromebook'],
	[/Linux/, 'Linux']
];

/** «Chrome, Windows»: enough to recognise one's own, too little to trace anybody. */
export function deviceWords(userAgent: string | undefined) {
	const named = (list: readonly [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
	return [named(browsers), named(systems)].filter(Boolean).join(', ') || 'Неизвестное устройство';
}
