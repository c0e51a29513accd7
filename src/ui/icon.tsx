/** Drawn on a 24 × 24 grid with a 1.75 stroke; they only accompany words, so assistive technology skips them. */
const drawings = {
	alert: 'M12 8v5m0 3.5v.01M10.3 4.2 2.9 17a2 2 0 0 0 1.7 3h14.8a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0Z',
	arrow: 'M5 12h14m-6-6 6 6-6 6',
	back: 'M19 12H5m6 6-6-6 6-6',
	bell: 'M6 10a6 6 0 0 1 12 0c0 6 2 7 2 7H4s2-1 2-7Zm4 10a2.2 2.2 0 0 0 4 0',
	book: 'M4 5.5A2.5 2.5 0 0 1 6.5 3H20v15H6.5A2.5 2.5 0 0 0 4 20.5v-15Zm0 15A2.5 2.5 0 0 0 6.5 21H20v-3',
	calendar: 'M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Zm-1 5h16M8 3v4m8-4v4',
	chart: 'M4 20h16M7 16v-4m5 4V6m5 10V9',
	check: 'm5 12.5 4.5 4.5L19 7.5',
	chevron: 'm9 6 6 6-6 6',
	circle: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16Z',
	clock: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 7v5l3.5 2',
	cog: 'M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6Zm0-6v3m0 12v3m9-9h-3M6 12H3m15.4-6.4-2.2 2.2M7.8 16.2l-2.2 2.2m12.8 0-2.2-2.2M7.8 7.8 5.6 5.6',
	copy: 'M9 9h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1Zm7 0V4a1 1 0 0 0-1-1H5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h3',
	cross: 'm6 6 12 12M18 6 6 18',
	document: 'M6 3h8l5 5v12a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Zm8 0v5h5M9 13h6m-6 4h6',
	download: 'M12 4v11m-5-5 5 5 5-5M5 20h14',
	exit: 'M10 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h4m5-4 4-4-4-4m4 4H9',
	help: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Zm-2.4 6.3a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.9m0 2.8v.01',
	home: 'M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1v-8Z',
	hourglass: 'M7 3h10M7 21h10M8 3v4l4 5-4 5v4m8-18v4l-4 5 4 5v4',
	key: 'M8 11a4 4 0 1 1 0 8 4 4 0 0 1 0-8Zm3 1.2L20 3.5m-4 4 2.5 2.5',
	link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1m2 3.7a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
	list: 'M9 6h11M9 12h11M9 18h11M4.5 6v.01M4.5 12v.01M4.5 18v.01',
	lock: 'M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Zm2 0V8a4 4 0 0 1 8 0v3',
	mail: 'M4 6h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1Zm-.5 1 8.5 6 8.5-6',
	menu: 'M4 7h16M4 12h16M4 17h16',
	pair: 'M8.5 4.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM3 19c0-3 2.4-5 5.5-5s5.5 2 5.5 5m1-14.2a3 3 0 0 1 0 5.4m2.3 4.2c2.2.7 3.7 2.4 3.7 4.6',
	paperclip: 'm20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4L15 7',
	pencil: 'm4 20 1-4L16 5a2 2 0 0 1 3 3L8 19l-4 1Zm10-13 3 3',
	person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.5 20c.4-3.6 3.5-6 7.5-6s7.1 2.4 7.5 6',
	plus: 'M12 5v14M5 12h14',
	printer: 'M7 8V3h10v5M7 17H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1h16a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-3M7 14h10v7H7v-7Z',
	repeat: 'M4 11a7 7 0 0 1 12-4.5L19 9m0-5v5h-5m6 4a7 7 0 0 1-12 4.5L5 15m0 5v-5h5',
	road: 'M5 21 9 3m6 0 4 18M12 4v3m0 4v3m0 4v3',
	school: 'm3 9 9-5 9 5-9 5-9-5Zm4 2.5V16c0 1.5 2.2 3 5 3s5-1.5 5-3v-4.5M21 9v5',
	search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm4.7 11.2L20 20',
	spark: 'M12 3v4m0 10v4M3 12h4m10 0h4M7.5 7.5 9 9m6 6 1.5 1.5m0-9L15 9m-6 6-1.5 1.5',
	sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8Zm0-5v2m0 14v2m9-9h-2M5 12H3m15.4-6.4L17 7M7 17l-1.4 1.4m12.8 0L17 17M7 7 5.6 5.6',
	table: 'M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Zm-1 5h18M9 5v14',
	upload: 'M12 16V5M7 9.5 12 4.5l5 5M5 20h14'
} as const;

export type IconName = keyof typeof drawings;

export const Icon = ({ name }: { name: IconName }) => (
	<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
		<path d={drawings[name]} />
	</svg>
);

/** The product's mark: a bigger and a smaller path that go on together. */
export const Mark = () => (
	<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
		<rect width="32" height="32" rx="8" />
		<path d="M8 24V14a4 4 0 0 1 8 0v6a4 4 0 0 0 8 0v-3" />
		<circle cx="24" cy="11" r="2.4" />
	</svg>
);

/** The same mark for the browser's tab, as an address that carries its own picture. */
export const favicon = `data:image/svg+xml,${encodeURIComponent(
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"><rect width="32" height="32" rx="8" fill="#085250" stroke="none"/><path d="M8 24V14a4 4 0 0 1 8 0v6a4 4 0 0 0 8 0v-3"/><circle cx="24" cy="11" r="2.4" fill="#d59a2b" stroke="none"/></svg>'
)}`;
