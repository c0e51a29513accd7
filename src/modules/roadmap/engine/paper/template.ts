import { paperOfTemplate, type TemplateContents } from '../../rules/template';
import { planInWord } from './word';

/** A version of a template as the file that is kept with what it proves. */
export async function templateFile({ contents, number }: { contents: TemplateContents; number: number }) {
	const bytes = await planInWord(paperOfTemplate(contents), { layout: 'usual', annex: '', stamps: [null, null, null] });
	return { name: `${contents.title.slice(0, 100)} (образец, версия ${number}).docx`, bytes };
}
