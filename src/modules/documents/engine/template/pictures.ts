import { checkField, checkPictureName } from '../../rules/check-page';
import { checkPicture } from '../check-picture';
import { within } from './expression';
import type { Fields } from './values';

const drawings = /<w:drawing>.*?<\/w:drawing>/gs;

/**
 * Pictures that become the code of the check page: those whose alternative text is its field, in ours and in a school's own file. Word
 * calls the files of pictures as it likes, so they are found by where the drawing leads.
 */
export function checkPictures(parts: ReadonlyMap<string, Uint8Array>, names: readonly string[]): string[] {
	const text = (name: string) => new TextDecoder().decode(parts.get(name));
	const found = names.flatMap((name) => {
		const ids = (text(name).match(drawings) ?? [])
			.filter((drawing) => drawing.includes(`descr="${checkPictureName}"`))
			.flatMap((drawing) => /r:embed="([^"]+)"/.exec(drawing)?.[1] ?? []);
		const relations = text(name.replace(/[^/]+$/, '_rels/$&.rels')).match(/<Relationship\s[^>]*>/g) ?? [];
		return relations
			.filter((one) => ids.some((id) => one.includes(`Id="${id}"`)))
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
