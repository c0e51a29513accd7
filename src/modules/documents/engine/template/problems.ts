/** Something wrong with a template: where it stands, what is written there, why it cannot be so. */
export type TemplateProblem = { place: string; near: string; reason: string; suggestion?: string };

/** «таблица 2, строка 3, столбец 1» or «абзац 14»; headers and footers are named. */
export type Place = { part: string; paragraph: number; table?: { number: number; row: number; column: number } };

export function placeText({ part, paragraph, table }: Place): string {
	const inside = table ? `таблица ${table.number}, строка ${table.row}, столбец ${table.column}` : `абзац ${paragraph}`;
	return part ? `${part}, ${inside}` : inside;
}

const partNames: [RegExp, string][] = [
	[/header/, 'верхний колонтитул'],
	[/footer/, 'нижний колонтитул'],
	[/footnotes/, 'сноски'],
	[/endnotes/, 'концевые сноски']
];

/** A part of a Word file as people call it; the text itself needs no name. */
export const partTitle = (name: string) => partNames.find(([pattern]) => pattern.test(name))?.[1] ?? '';
