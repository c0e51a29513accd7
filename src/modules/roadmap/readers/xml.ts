import { SaxesParser } from 'saxes';
import { remembering } from '../engine/remembering';
import { Unreadable } from '../rules/understanding';
import { maxDepth } from './limits';

export type Attributes = Readonly<Record<string, string>>;

/** What to do on the way through an XML part. Names come without their prefix: «w:tbl» is «tbl». */
export type Visitor = {
	open?: (name: string, attributes: Attributes) => void;
	close?: (name: string) => void;
	text?: (text: string) => void;
};

const foreign =
	'В файле есть то, чего в документах не бывает (объявления DOCTYPE); такой файл не читается из осторожности. Сохраните документ заново в Word или LibreOffice.';
const broken =
	'Файл повреждён внутри. Откройте его в той программе, где он сделан, сохраните заново и загрузите ещё раз.';
const tooDeep =
	'Документ устроен слишком сложно (таблицы вложены друг в друга). Скопируйте таблицу плана в новый документ и загрузите его.';

/** A long part is never one string beside its bytes. */
const chunkBytes = 64 * 1024;

/** Walks an XML part. Declared entities are refused, never expanded; nothing outside the file is ever fetched. */
export function walkXml(bytes: Uint8Array, visitor: Visitor) {
	const parser = new SaxesParser({ xmlns: false, position: false });
	let depth = 0;
	parser.on('doctype', () => {
		throw new Unreadable(foreign);
	});
	parser.on('error', () => {
		throw new Unreadable(broken);
	});
	parser.on('opentag', ({ name, attributes }) => {
		depth++;
		if (depth > maxDepth * 20) throw new Unreadable(tooDeep);
		visitor.open?.(local(name), attributes as Attributes);
	});
	parser.on('closetag', ({ name }) => {
		depth--;
		visitor.close?.(local(name));
	});
	parser.on('text', (text) => visitor.text?.(text));
	parser.on('cdata', (text) => visitor.text?.(text));
	const decoder = new TextDecoder();
	for (let at = 0; at < bytes.length; at += chunkBytes)
		parser.write(decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: true }));
	parser.write(decoder.decode()).close();
}

/** A document has few names and says them again and again. */
const local = remembering((name: string) => name.slice(name.indexOf(':') + 1), 500);

/** An attribute by its local name. */
export function attribute(attributes: Attributes, name: string): string | undefined {
	for (const key in attributes) if (key.endsWith(name) && local(key) === name) return attributes[key];
	return undefined;
}
