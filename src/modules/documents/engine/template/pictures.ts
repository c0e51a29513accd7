import { checkField, checkPictureName } from '../../rules/check-page';
import { checkPicture } from '../check-picture';
import { within } from './expression';
import type { Fields } from './values';

/** Cut, not matched: of openings that are never closed a stranger's file may hold any number. */
const drawingsIn = (xml: string) =>
	xml
		.split('<w:drawing>')
		.slice(1)
		.map((one) => one.split('</w:drawing>', 1)[0] ?? '');

/**
 * Pictures that become the code of the check page: those whose alternative text is its field, in ours and in a school's own file. Word
 * calls the files of pictures as it likes, so they are found by where the drawing leads.
 */
export function checkPictures(parts: ReadonlyMap<string, Uint8Array>, names: readonly string[]): string[] {
	const text = (name: string) => new TextDecoder().decode(parts.get(name));
	const found = names.flatMap((name) => {
		const ids = new Set(
			drawingsIn(text(name))
				.filter((drawing) => drawing.includes(`descr="${checkPictureName}"`))
				.flatMap((drawing) => /r:embed="([^"]+)"/.exec(drawing)?.[1] ?? [])
		);
		if (ids.size === 0) return [];
		const relations = text(name.replace(/[^/]+$/, '_rels/$&.rels')).match(/<Relationship\s[^<>]*>/g) ?? [];
		return relations
			.filter((one) => ids.has(/\sId="([^"]*)"/.exec(one)?.[1] ?? ''))
			.flatMap((one) => /Target="([^"]+\.png)"/.exec(one)?.[1] ?? [])
			.map((target) => (target.startsWith('/') ? target.slice(1) : name.replace(/[^/]+$/, target)));
	});
	return [...new Set(found)].filter((name) => parts.has(name));
}

/** … as it is in one paper: a white dot where the paper has no page. */
export function checkPictureOf(fields: Fields): Buffer {
	const link = within(fields, [checkField.group, checkField.name]);
	return checkPicture(typeof link === 'string' ? link : '');
}
