/**
 * An act a paper leans on. `text` stands after «в соответствии с». What is repealed keeps its line with its last day: papers of
 * those days stay true. A new wording is a new line.
 */
export type LegalBasis = { code: string; text: string; title: string; from: string; to: string | null };

export const legalBases: readonly LegalBasis[] = [
	{
		code: 'labour-code-351-8',
		text: 'статьёй 351.8 Трудового кодекса Российской Федерации',
		title: 'Трудовой кодекс Российской Федерации, статья 351.8 (введена Федеральным законом от 09.11.2024 № 381-ФЗ)',
		from: '2025-03-01',
		to: null
	},
	{
		code: 'education-law',
		text: 'Федеральным законом от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»',
		title: 'Федеральный закон от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»',
		from: '2013-09-01',
		to: null
	},
	{
		code: 'target-model-of-teachers',
		text: 'письмом Минпросвещения России и Профсоюза работников народного образования и науки РФ от 21.12.2021 № АЗ-1128/08/657',
		title:
			'Методические рекомендации по разработке и внедрению системы (целевой модели) наставничества педагогических работников в образовательных организациях (письмо от 21.12.2021 № АЗ-1128/08/657)',
		from: '2021-12-21',
		to: null
	},
	{
		code: 'target-model',
		text: 'распоряжением Министерства просвещения Российской Федерации от 25.12.2019 № Р-145',
		title: 'Методология (целевая модель) наставничества, распоряжение Минпросвещения России от 25.12.2019 № Р-145',
		from: '2019-12-25',
		to: null
	},
	{
		code: 'concept-2030',
		text: 'Концепцией развития наставничества в Российской Федерации на период до 2030 года, утверждённой распоряжением Правительства Российской Федерации от 21.05.2025 № 1264-р',
		title:
			'Концепция развития наставничества в Российской Федерации до 2030 года (распоряжение от 21.05.2025 № 1264-р)',
		from: '2025-05-21',
		to: '2030-12-31'
	},
	{
		code: 'personal-data',
		text: 'Федеральным законом от 27.07.2006 № 152-ФЗ «О персональных данных»',
		title: 'Федеральный закон от 27.07.2006 № 152-ФЗ «О персональных данных»',
		from: '2007-01-26',
		to: null
	}
];

export const isInForce = ({ from, to }: Pick<LegalBasis, 'from' | 'to'>, on: string) =>
	from <= on && (to === null || on <= to);

/** The bases of a paper of a day, in their order: those not in force on it are left out. */
export const basesOn = (codes: readonly string[], on: string): LegalBasis[] =>
	codes.flatMap((code) => legalBases.filter((basis) => basis.code === code && isInForce(basis, on)));

/** «со статьёй 351.8 …, письмом …»: stands after «в соответствии». */
export function basesText(bases: readonly LegalBasis[]): string {
	const text = bases.map((basis) => basis.text).join(', ');
	return text && `${/^с[^аеёиоуыэюя]/i.test(text) ? 'со' : 'с'} ${text}`;
}
