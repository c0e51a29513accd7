import * as v from 'valibot';
import { line, token, version } from '../../core/forms';
import { type Font, fonts } from './rules/documents';

export const tokenForm = v.object({ token });

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
	signerId: v.pipe(
		v.optional(v.string(), ''),
		v.transform((chosen) => chosen || null),
		v.nullable(v.pipe(v.string(), v.uuid('Выберите из списка')))
	),
	font: v.picklist(Object.keys(fonts) as Font[], 'Выберите шрифт из списка'),
	sizeHalves: v.pipe(v.picklist(['24', '26', '28'], 'Выберите размер шрифта'), v.transform(Number)),
	marginLeft: millimetres(20, 40, 'Левое поле'),
	marginRight: millimetres(10, 30, 'Правое поле'),
	marginTop: millimetres(20, 40, 'Верхнее поле'),
	marginBottom: millimetres(20, 40, 'Нижнее поле')
});

/** An uploaded template: fields nobody fills are named first, and taken only when that was said to be right. */
export const uploadForm = v.object({
	token,
	anyway: v.pipe(
		v.optional(v.string(), ''),
		v.transform((sent) => sent === 'on')
	)
});
