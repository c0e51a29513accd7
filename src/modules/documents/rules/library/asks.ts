/** How something is asked when a paper is made. */
export type AskKind =
	| 'day'
	| 'line'
	| 'lines' // one a line
	| 'person'
	| 'people'
	| 'paper' // a day and a number: «от … № …»
	| 'choice'
	| 'tick'
	| 'event'
	| 'plan';

/** One question; its name is the field of the paper that the answer fills. */
export type Ask = {
	name: string;
	label: string;
	kind: AskKind;
	hint?: string;
	choices?: Readonly<Record<string, string>>;
	usual?: string;
	/** Of a choice: the paper is told which by a flag, «орган_council». */
	flags?: boolean;
};

const ask =
	(kind: AskKind) =>
	(name: string, label: string, more: Omit<Ask, 'name' | 'label' | 'kind'> = {}): Ask => ({
		name,
		label,
		kind,
		...more
	});

export const askDay = ask('day');
export const askLine = ask('line');
export const askLines = ask('lines');
export const askPerson = ask('person');
export const askPeople = ask('people');
export const askPaper = ask('paper');
export const askChoice = ask('choice');
export const askTick = ask('tick');
export const askEvent = ask('event');
export const askPlan = ask('plan');

/** Asked of every order. */
export const askAct = (usual: 'order' | 'directive' = 'order') =>
	askChoice('акт', 'Как называется', { choices: { order: 'приказ', directive: 'распоряжение' }, usual });
export const askControl = askPerson('контроль', 'Кому поручить контроль', {
	hint: 'Никого не выбрали – контроль остаётся за руководителем'
});
export const askUntil = askDay('по', 'По какой день', { hint: 'Пусто – без срока' });
export const askResponsible = askPerson('отвечает', 'Ответственный за внедрение', {
	hint: 'Не куратор, а тот, кто отвечает за внедрение в целом'
});
export const askGroup = askPeople('группа', 'Творческая (рабочая) группа');
export const askFrom = askDay('с', 'С какого дня');
export const askFormer = askPaper('прежний_приказ', 'Прежний приказ, который утрачивает силу', {
	hint: 'Пусто, если такого нет'
});
export const askDecision = askPaper('решение', 'Протокол, которым это решено', {
	hint: 'Протокол педсовета; пусто, если решения не было'
});
export const askUnion = askPaper('мнение_профсоюза', 'Протокол с мнением профсоюза', {
	hint: 'Пусто, если профсоюза нет'
});

/** What was answered to the question of a plan or an event; null: whichever may be meant first. */
export function chosenIn(asks: readonly Ask[], kind: 'event' | 'plan', texts: Readonly<Record<string, string>> = {}) {
	const ask = asks.find((one) => one.kind === kind);
	return (ask && texts[ask.name]) || null;
}
