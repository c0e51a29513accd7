import { unzipSync } from 'fflate';
import { type OwnTemplateCode, ownTemplates } from '../../rules/library/templates';
import { openTemplate, type Template } from '../template/template';
import { type Layout, usualLayout } from './source';
import { templateFile } from './word';

/** One of our templates as a Word file, with the look a school has chosen. */
export const ownTemplateFile = (code: OwnTemplateCode, layout: Layout = usualLayout): Uint8Array =>
	templateFile(ownTemplates[code].title, ownTemplates[code].source, layout);

/** … and ready to be filled. Worth keeping: compiling takes some milliseconds. */
export function openOwnTemplate(code: OwnTemplateCode, layout: Layout = usualLayout): Template {
	const bytes = ownTemplateFile(code, layout);
	const opened = openTemplate(new Map(Object.entries(unzipSync(bytes))), bytes);
	if (!opened.ok) throw new Error(`our own template ${code} is broken: ${JSON.stringify(opened.problems)}`);
	return opened.template;
}
