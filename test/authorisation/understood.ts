import type { Activity, Understanding } from '../../src/modules/roadmap/rules/understanding';

/** Words that stand nowhere but in this school's plan. */
export const secretTitle = 'Заветный план Заречной школы';

/** What an unkind hand might type anywhere: on every page of the walk it must stay words. */
export const unkind = `"><script>alert('&amp;')</script><p onclick=go()>`;

const row = (title: string, until: string): Activity => ({
	stage: 0,
	title: title + unkind,
	number: null,
	lead: null,
	deadline: { text: `до ${until}`, kind: 'windows', windows: [{ from: '2026-09-01', to: until }], until: true },
	responsible: [{ text: `Белова А. С. ${unkind}`, kind: 'person' }],
	responsibleText: 'Белова А. С.',
	results: [],
	resultText: null,
	capability: 'local-act',
	capabilityBecause: 'приказ',
	coverage: null,
	norm: null,
	pieces: []
});

/** What a reader would have answered about a small plan. */
export const understood: Understanding = {
	title: secretTitle + unkind,
	period: { from: '2026-09-01', to: '2027-08-31' },
	organisation: null,
	document: { annex: null, number: null, date: null, text: null },
	approvals: [],
	goal: null,
	tasks: [],
	stages: [
		{ number: '1', title: `Готовим год${unkind}`, goal: unkind },
		{ number: '2', title: 'Работаем', goal: null }
	],
	activities: [
		row('Приказ о наставниках', '2026-09-10'),
		row('Приказ о парах', '2026-09-20'),
		row('Приказ об итогах', '2027-05-20')
	],
	doubts: [],
	remarks: [],
	warnings: [],
	pieces: [],
	source: { name: `План${unkind}.txt`, format: 'pasted', encoding: null, tables: 0 }
};
