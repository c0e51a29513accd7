import * as v from 'valibot';
import { day, line, optionalDay, token, version } from '../../core/forms';
import { type Font, fonts } from './rules/documents';
import { packageKinds } from './rules/packages';
import { readerGroupCodes } from './rules/readers';
import { journalSeries } from './rules/registration';

export const tokenForm = v.object({ token });

const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((sent) => sent === 'on')
);

const maybeFromList = v.pipe(
	v.optional(v.string(), ''),
	v.transform((chosen) => chosen || null),
	v.nullable(v.pipe(v.string(), v.uuid('Выберите из списка')))
);

/** The small form of a paper: what it asks is read by its own questions (rules/particulars.ts). */
export const particularsForm = v.object({ token, version });

const millimetres = (least: number, most: number, side: string) =>
	v.pipe(
		line(3),
		v.regex(/^\d{1,3}$/, `${side}: напишите целое число миллиметров`),
		v.transform(Number),
		v.minValue(least, `${side}: не меньше ${least} мм (ГОСТ Р 7.0.97)`),
		v.maxValue(most, `${side}: не больше ${most} мм`)
	);

export const settingsForm = v.object({
	token,
	version,
	shortName: line(200),
	place: line(100),
	founder: line(300),
	address: line(300),
	taxNumber: v.pipe(line(10), v.regex(/^(\d{10})?$/, 'В ИНН организации десять цифр')),
	site: line(200),
	signerId: maybeFromList,
	font: v.picklist(Object.keys(fonts) as Font[], 'Выберите шрифт из списка'),
	sizeHalves: v.pipe(v.picklist(['24', '26', '28'], 'Выберите размер шрифта'), v.transform(Number)),
	marginLeft: millimetres(20, 40, 'Левое поле'),
	marginRight: millimetres(10, 30, 'Правое поле'),
	marginTop: millimetres(20, 40, 'Верхнее поле'),
	marginBottom: millimetres(20, 40, 'Нижнее поле'),
	checkPage: ticked
});

/** An uploaded template: fields nobody fills are named first, and taken only when that was said to be right. */
export const uploadForm = v.object({
	token,
	anyway: ticked
});

export const registrationForm = v.object({
	token,
	version,
	actKind: v.pipe(
		v.optional(v.picklist(['order', 'directive', 'none'], 'Выберите, что это'), 'none'),
		v.transform((chosen) => (chosen === 'none' ? null : chosen))
	),
	series: v.picklist(['main', 'staff', 'agreement', 'none'], 'Выберите серию'),
	number: line(50),
	datedOn: day('Впишите дату документа: ДД.ММ.ГГГГ'),
	anyway: ticked,
	override: line(1000),
	unagreed: line(1000)
});

const maybeDay = optionalDay('Такого дня нет: ДД.ММ.ГГГГ');
export const turnForm = v.object({ token, version, on: maybeDay, where: line(300), unagreed: line(1000) });

export const fileForm = v.object({
	token,
	kind: v.picklist(['edited', 'scan', 'signature'], 'Выберите, что за файл'),
	signs: maybeFromList
});

export const askApprovalForm = v.object({
	token,
	approvalKind: v.picklist(['visa', 'union'], 'Выберите, что нужно'),
	whom: maybeFromList,
	name: line(200),
	post: line(200),
	askedOn: day('Впишите, когда передали проект: ДД.ММ.ГГГГ'),
	dueOn: maybeDay
});
const approval = v.pipe(v.string('Выберите, чей это ответ'), v.uuid('Выберите, чей это ответ'));
export const oneApprovalForm = v.object({ token, approval });
const stored = v.pipe(v.string('Выберите документ'), v.uuid('Выберите документ'));
export const linkForm = v.object({
	token,
	how: v.picklist(['replaces', 'cancels', 'amends'], 'Выберите, что делает поздний документ'),
	later: v.union([v.literal('new'), stored], 'Выберите документ'),
	making: v.optional(token)
});
export const unlinkForm = v.object({ token, link: stored });
const remarks = line(4000);
export const answerOnPaperForm = v.object({
	token,
	approval,
	outcome: v.picklist(['agreed', 'remarks', 'refused', 'silent'], 'Выберите, что ответили'),
	answeredOn: day('Впишите день ответа: ДД.ММ.ГГГГ'),
	words: remarks
});
export const ownAnswerForm = v.object({
	token,
	outcome: v.picklist(['agreed', 'remarks', 'refused'], 'Выберите, что вы скажете'),
	words: remarks,
	text: v.pipe(v.string('Откройте документ заново'), v.uuid('Откройте документ заново'))
});

const pattern = v.pipe(line(40, 'Впишите, как выглядит номер'), v.includes('{№}', 'В номере должно быть {№}'));
const version0 = v.optional(version, '0');

/** Whose numbers each series has; sent as fields of each series, read as a list. */
export const journalsForm = v.pipe(
	v.object({
		token,
		...{ 'version-main': version0, 'kept-main': ticked, 'pattern-main': pattern },
		...{ 'version-staff': version0, 'kept-staff': ticked, 'pattern-staff': pattern },
		...{ 'version-agreement': version0, 'kept-agreement': ticked, 'pattern-agreement': pattern }
	}),
	v.transform((sent) => ({
		token: sent.token,
		wanted: journalSeries.map((series) => ({
			series,
			version: sent[`version-${series}`],
			kept: sent[`kept-${series}`],
			pattern: sent[`pattern-${series}`]
		}))
	}))
);

const reader = v.pipe(v.string(), v.uuid('Откройте список заново'));
export const readersForm = v.object({
	token,
	readOn: day('Впишите дату на листе: ДД.ММ.ГГГГ'),
	person: v.pipe(v.array(reader), v.minLength(1, 'Отметьте тех, кто расписался'), v.maxLength(10_000))
});
export const addReadersForm = v.object({
	token,
	group: v.array(v.picklist(readerGroupCodes, 'Выберите из списка')),
	person: v.pipe(v.array(reader), v.maxLength(10_000)),
	acquaintBy: optionalDay('Такого дня нет: ДД.ММ.ГГГГ')
});
export const removeReaderForm = v.object({ token, gone: reader });
export const undoReaderForm = v.object({ token, person: reader });

export const packageForm = v.object({
	token,
	kind: v.picklist(packageKinds, 'Выберите комплект из списка'),
	drafts: ticked
});
