import { tidy, withoutEnd } from './grid';

/** A stage label taken apart: «Этап 1. Подготовка Задача этапа – …» → number, title, goal. */
export type StageLabel = { number: string | null; title: string; goal: string | null };

const stageWord = '(?:этап|раздел|блок|модуль|направление|ступень|часть|шаг)(?![а-яё])';
const roman = '[ivxlIVXLІХ]{1,6}';
const ordinals = ['перв', 'втор', 'трет', 'четв[её]рт', 'пят', 'шест', 'седьм', 'восьм'];
const ordinalWord = `(?:${ordinals.join('|')})(?:ый|ой|ий|ая|ья|ое)`;
/** «Блок А.»: only with a sign after it, or it is a word. */
const letter = '[А-ЯЁа-яёA-Za-z](?=\\s*[.:)–—])';
const named = new RegExp(
	`^${stageWord}\\s*№?\\s*(\\d{1,2}|${roman}|${ordinalWord}|${letter})?(?![а-яё])\\s*[.:)–—-]?\\s*`,
	'i'
);
const numberThenWord = new RegExp(
	`^(\\d{1,2}|${roman})\\s*[.)-]?\\s*(?:-?й\\s+)?${stageWord}\\s*[.:)–—-]?\\s*(?=[^а-яё]|\\s|$)`,
	'i'
);
const numbered = new RegExp(`^(\\d{1,2}|${roman}|[А-Е])\\s*[.)]\\s*(?=\\S)`);
const goalWords =
	/(?:^|[\s.])((?:задач[аи]|цель|цели)\s+(?:(?:данного\s+)?(?:этапа|раздела|блока|направления))\s*[-–—:]?)/i;

/** Is the text a goal of a stage rather than something to do («Задача этапа – …»)? */
export const isStageGoal = (text: string) =>
	/^(?:(?:задач[аи]|цель|цели)\s+(?:данного\s+)?(?:этапа|раздела|блока|направления)(?:\s|[:–—-])|(?:основн\S+\s+)?(?:задач[аи]|цел[ьи])\s*:\s*\S)/i.test(
		tidy(text)
	);

const wordThenNumber = new RegExp(
	`^${stageWord}\\s*№?\\s*(?:\\d{1,2}|${roman}|${ordinalWord}|${letter})(?=[\\s.:)–—-]|$)`,
	'i'
);
const numberThenStage = new RegExp(
	`^(?:\\d{1,2}|${roman})\\s*[.)-]?\\s*(?:-?й\\s+)?${stageWord}(?=[\\s.:)–—-]|$)`,
	'i'
);
const ordinalStage = new RegExp(`^${ordinalWord}\\s+${stageWord}`, 'i');

/** «3. Направление наставников на стажировку» is something to do. */
const sendsSomebody = /^\d{1,2}[.)]\s*направление\s+(?!работы|деятельности)[а-яё]/i;

/** Does the text call itself a stage: «Этап 2 …», «II. …», «1 этап …», «Подготовительный этап»? */
export function namesStage(text: string) {
	const words = tidy(text);
	if (sendsSomebody.test(words)) return false;
	return (
		wordThenNumber.test(words) ||
		numberThenStage.test(words) ||
		/^[IVXІХ]{1,5}\s*[.)]\s*\S/.test(words) ||
		ordinalStage.test(words) ||
		/^(?:(?:\d{1,2}|[IVXІХ]{1,5})[.)]\s*)?\S{1,40}(?:ый|ий|ной)(?:\s*\([^)]*\))?(?:\s*-?\s*\S{1,40}(?:ый|ий))?\s+(?:этап(?=[\s.:(–—-]|$)|период(?=[.:(]|$))/i.test(
			words
		)
	);
}

/** Takes a stage label apart. `number` is what its row's № column says, used when the label has none of its own. */
export function readStageLabel(text: string, number: string | null = null): StageLabel {
	const words = tidy(text).replace(/^\*+|(?<!\*)\*+$/g, '');
	const cut = goalWords.exec(words);
	const title = cut ? words.slice(0, cut.index + (cut[0].length - (cut[1]?.length ?? 0))) : words;
	const goal = cut ? words.slice(cut.index + cut[0].length) : null;
	return { ...takeNumber(tidy(title), number), goal: goal ? tidy(goal) : null };
}

function takeNumber(label: string, number: string | null): { number: string | null; title: string } {
	const own = withoutEnd(number ?? '', ' .)') || null;
	for (const pattern of [named, numberThenWord, numbered]) {
		const found = pattern.exec(label);
		const rest = found ? tidy(label.slice(found[0].length)).replace(behindBrackets, '') : '';
		if (found && rest.length > 2 && (pattern !== named || found[1] || /[.:–—-]\s*$/.test(found[0])))
			return { number: inDigits(found[1]) ?? own, title: cleanTitle(rest) };
	}
	return { number: own, title: cleanTitle(label) };
}

/** «Шаг третий» is number 3. */
function inDigits(number: string | undefined) {
	const order = ordinals.findIndex((stem) => number && new RegExp(`^${stem}[а-я]`, 'i').test(number));
	return order < 0 ? number : String(order + 1);
}

/** «1 этап (сентябрь – октябрь) – организационный»: what stands behind the brackets is the name. */
const behindBrackets = /^\([^()]{3,60}\)\s*[–—-]\s*(?=\S)/;

const cleanTitle = (title: string) => withoutEnd(tidy(title), '.:;,');
