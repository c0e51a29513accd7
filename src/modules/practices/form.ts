import * as v from 'valibot';
import { line, token, version } from '../../core/forms';
import { allParts, longestPart, type Part, type PracticeForm, practiceForms } from './rules/practice';

export const tokenForm = v.object({ token });

const links = v.pipe(
	line(longestPart),
	v.check(
		(text) => text.split('\n').every((one) => one.trim() === '' || /^https?:\/\/\S+$/.test(one.trim())),
		'Каждая ссылка – в своей строке и начинается с https://'
	)
);
const texts = Object.fromEntries(
	allParts.map((part) => [part, part === 'links' ? links : line(longestPart)])
) as unknown as Record<Part, v.GenericSchema<unknown, string>>;

const idOrNone = v.pipe(
	v.optional(v.string(), ''),
	v.transform((typed) => typed || null),
	v.nullable(v.pipe(v.string(), v.uuid('Выберите из списка')))
);

export const practiceForm = v.object({
	token,
	title: line(300, 'Назовите практику: так её будут искать'),
	form: v.picklist(Object.keys(practiceForms) as PracticeForm[], 'Выберите форму'),
	...texts,
	author: v.pipe(
		v.array(v.pipe(v.string(), v.uuid('Откройте список заново'))),
		v.minLength(1, 'Отметьте хотя бы одного автора'),
		v.maxLength(20, 'Больше двадцати авторов у одной практики не бывает')
	),
	spreads: v.pipe(
		v.optional(v.string(), ''),
		v.transform((value) => value === 'on')
	),
	occurrence: idOrNone,
	programme: idOrNone
});
export type PracticeInput = v.InferOutput<typeof practiceForm>;

export const changedPracticeForm = v.object({ ...practiceForm.entries, version });
