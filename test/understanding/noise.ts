import type { Random } from './random';

const lookAlikes: Record<string, string> = {
	а: 'a',
	о: 'o',
	е: 'e',
	с: 'c',
	р: 'p',
	х: 'x',
	А: 'A',
	О: 'O',
	С: 'C',
	М: 'M'
};

type Noise = (random: Random, text: string) => string;

/** One letter of one word in a few becomes its Latin double. */
const latin: Noise = (random, text) =>
	text.replace(/[аоесрхАОСМ]/g, (letter) => (random.chance(0.05) ? (lookAlikes[letter] ?? letter) : letter));
const spaces: Noise = (random, text) => text.replace(/ /g, () => random.pick([' ', ' ', ' ', '  ', '\u00a0']));
const softHyphens: Noise = (random, text) =>
	text.replace(/(?<=[а-я]{3})(?=[а-я]{3})/g, () => (random.chance(0.06) ? '\u00ad' : ''));
const padded: Noise = (random, text) => (random.chance(0.4) ? ` ${text}  ` : text);

/** What scanning, copying and careless typing do to a whole document; null: nothing. */
export function inventNoise(random: Random): { name: string; spoil: (text: string) => string } | null {
	if (!random.chance(0.25)) return null;
	const [name, noise] = random.pick([
		['Latin look-alikes', latin],
		['odd spaces', spaces],
		['soft hyphens', softHyphens],
		['padding', padded]
	] as const);
	return { name, spoil: (text) => noise(random, text) };
}
