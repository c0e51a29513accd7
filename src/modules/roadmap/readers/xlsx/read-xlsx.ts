import type { Block, Grid } from '../../engine/grid';
import { Unreadable } from '../../rules/understanding';
import { attribute, walkXml } from '../xml';
import { unzip } from '../zip';
import { dateStyles } from './dates';
import { readSheet } from './sheet';

const wanted =
	/^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i;

/** A workbook: every visible sheet is a table; what stands above the head in it is read as the text before the table. */
export function readXlsx(bytes: Uint8Array): Grid {
	const files = unzip(bytes, (name) => wanted.test(name));
	const workbook = files.get('xl/workbook.xml');
	if (!workbook)
		throw new Unreadable('В книге Excel нет листов. Откройте её в Excel, сохраните заново и загрузите ещё раз.');
	const targets = relations(files.get('xl/_rels/workbook.xml.rels'));
	const strings = sharedStrings(files.get('xl/sharedStrings.xml'));
	const dates = dateStyles(files.get('xl/styles.xml'));
	const blocks: Block[] = [];
	for (const { name, relation } of sheetsOf(workbook)) {
		const target = targets.get(relation) ?? '';
		const part = files.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
		const table = part && readSheet(part, name, strings, dates);
		if (table) blocks.push(table);
	}
	return { blocks };
}

function sheetsOf(workbook: Uint8Array) {
	const sheets: { name: string; relation: string }[] = [];
	walkXml(workbook, {
		open(name, attributes) {
			if (name !== 'sheet' || (attribute(attributes, 'state') ?? 'visible') !== 'visible') return;
			const relation = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1] ?? '';
			sheets.push({ name: attribute(attributes, 'name') ?? '', relation });
		}
	});
	return sheets;
}

function relations(part: Uint8Array | undefined) {
	const targets = new Map<string, string>();
	if (part)
		walkXml(part, {
			open(name, attributes) {
				if (name === 'Relationship')
					targets.set(attribute(attributes, 'Id') ?? '', attribute(attributes, 'Target') ?? '');
			}
		});
	return targets;
}

/** Strings used by the sheets; phonetic hints are left out. */
function sharedStrings(part: Uint8Array | undefined): string[] {
	const strings: string[] = [];
	if (!part) return strings;
	let text = '';
	let inText = false;
	let phonetic = false;
	walkXml(part, {
		open(name) {
			if (name === 'si') text = '';
			else if (name === 't') inText = true;
			else if (name === 'rPh') phonetic = true;
		},
		text(piece) {
			if (inText && !phonetic) text += piece;
		},
		close(name) {
			if (name === 'si') strings.push(text);
			else if (name === 't') inText = false;
			else if (name === 'rPh') phonetic = false;
		}
	});
	return strings;
}
