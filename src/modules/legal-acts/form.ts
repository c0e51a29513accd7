import * as v from 'valibot';
import { line, optionalDay, token, version } from '../../core/forms';
import { type ActLevel, actLevels } from './rules/act';
import { type LineState, lineStates } from './rules/checklist';

export const tokenForm = v.object({ token });

const date = 'ДД.ММ.ГГГГ, например 25.10.2026';
const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value === 'on')
);

export const actForm = v.pipe(
	v.object({
		token,
		version,
		level: v.picklist(Object.keys(actLevels) as ActLevel[], 'Выберите уровень'),
		form: line(100, 'Напишите вид: «Приказ», «Положение»'),
		body: line(300),
		number: line(60),
		signedOn: optionalDay(`Укажите день: ${date}`),
		title: line(600, 'Напишите название'),
		from: optionalDay(`Укажите день: ${date}`),
		to: optionalDay(`Укажите день: ${date}`),
		replacedBy: line(300),
		link: v.pipe(line(500), v.regex(/^$|^https?:\/\/\S+$/, 'Ссылка начинается с https://')),
		note: line(2000),
		unsure: ticked
	}),
	v.forward(
		v.check(({ from, to }) => !from || !to || from <= to, 'Последний день раньше первого'),
		['to']
	)
);

export const takeForm = v.object({
	token,
	file: v.pipe(v.optional(v.string(), ''), v.minLength(1, 'Выберите файл заново')),
	take: v.pipe(v.array(v.string()), v.minLength(1, 'Отметьте, что взять из файла'))
});

const idOrNone = v.pipe(
	v.optional(v.string(), ''),
	v.transform((typed) => typed || null),
	v.nullable(v.pipe(v.string('Выберите из списка'), v.uuid('Выберите из списка')))
);

export const lineForm = v.object({
	token,
	version,
	title: line(300, 'Напишите, какой нужен акт'),
	owner: idOrNone,
	state: v.picklist(Object.keys(lineStates) as LineState[], 'Выберите, как стоит'),
	dueOn: optionalDay(`Укажите день: ${date}`),
	act: v.pipe(
		line(80),
		v.transform((typed) => typed || null)
	),
	note: line(1000)
});
