import { understand } from '../engine/understand';
import { type Understanding, Unreadable } from '../rules/understanding';
import { decode } from './encoding';
import { maxFileBytes } from './limits';
import { readText } from './text/read-text';

/**
 * Understands a roadmap out of the bytes of a file: what they are is told by themselves first, by the name second.
 * @throws Unreadable with a Russian sentence for the user.
 */
export async function readRoadmap(bytes: Uint8Array, name: string): Promise<Understanding> {
	if (bytes.length === 0) throw new Unreadable('Файл пуст. Проверьте, тот ли файл выбран.');
	if (bytes.length > maxFileBytes) throw new Unreadable('Файл слишком велик для дорожной карты.');
	const { text, encoding } = decode(bytes);
	return understand(readText(text), { name, format: 'txt', encoding, tables: 0 });
}

/** Understands text pasted from Word, Excel or a page. */
export function readPastedText(text: string): Understanding {
	return understand(readText(text), { name: '', format: 'pasted', encoding: null, tables: 0 });
}
