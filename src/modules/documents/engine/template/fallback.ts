import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { Node } from './compile';
import { type Expression, parseExpression, textOf, within } from './expression';
import { checkPictureOf } from './pictures';
import { partTitle, type TemplateProblem } from './problems';
import type { Opened } from './template';
import type { Fields } from './values';

type ParserContext = { meta: { part: { module?: string } } };

/** Our names and modifiers, in docxtemplater's own walk over loops. */
export const parser = (tag: string) => {
	const { path, uses } = expressionOf(tag);
	return {
		get(scope: unknown, context: ParserContext) {
			const value = within(scope, path);
			const text = context.meta.part.module !== 'loop' && context.meta.part.module !== 'rawxml';
			// nothing here: docxtemplater looks further out and asks again
			return value === undefined || value === null || !text ? value : textOf(value, uses);
		}
	};
};

function expressionOf(tag: string): Expression {
	const parsed = parseExpression(tag);
	if ('unknown' in parsed) throw new Error(`После «|» стоит «${parsed.unknown}»: такого преобразования нет.`);
	return parsed;
}

const options = {
	paragraphLoop: true,
	linebreaks: true,
	parser: parser as never,
	nullGetter: (part: { module?: string; value: string }) =>
		part.module ? '' : textOf(undefined, expressionOf(part.value).uses)
};

/** Fills a Word file by docxtemplater alone. */
export function byDocxtemplater(original: Uint8Array, fields: Fields, pictures: readonly string[] = []): Uint8Array {
	const document = new Docxtemplater(new PizZip(original), { ...options, errorLogging: false } as never);
	document.render(fields);
	const zip = document.getZip();
	for (const name of pictures) zip.file(name, checkPictureOf(fields));
	return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A template whose tags are not all ours. Its mistakes are docxtemplater's, told in our words. */
export function fallback(
	original: Uint8Array,
	parts: readonly { name: string; nodes: Node[] }[],
	pictures: readonly string[]
): Opened {
	try {
		new Docxtemplater(new PizZip(original), { ...options, errorLogging: false } as never);
	} catch (error) {
		return { ok: false, problems: problemsOf(error) };
	}
	return {
		ok: true,
		template: { way: 'docxtemplater', parts, render: (fields) => byDocxtemplater(original, fields, pictures) }
	};
}

type Told = { properties?: { id?: string; xtag?: string; context?: string; file?: string; errors?: Told[] } };

const reasons: Record<string, string> = {
	unclosed_tag: 'Скобка «{» открыта и не закрыта: поле пишется так: {название}.',
	unopened_tag: 'Скобка «}» закрыта, а открытой «{» перед ней нет.',
	unclosed_loop: 'Раздел открыт и не закрыт: нужен {/название}.',
	unopened_loop: 'Раздел закрыт, но не открыт: перед ним нет {#название}.',
	closing_tag_does_not_match_opening_tag: 'Закрыт не тот раздел, который открыт последним.',
	raw_xml_tag_should_be_only_text_in_paragraph: 'Поле с «@» должно стоять в абзаце одно.',
	raw_tag_outerxml_invalid: 'Поле с «@» должно стоять в абзаце одно.'
};

function problemsOf(error: unknown): TemplateProblem[] {
	const told = error as Told;
	return (told.properties?.errors ?? [told]).map(({ properties }) => ({
		place: partTitle(properties?.file ?? '') || 'текст документа',
		near: properties?.context ?? properties?.xtag ?? '',
		reason: reasons[properties?.id ?? ''] ?? 'Поле написано так, что его нельзя заполнить.'
	}));
}
