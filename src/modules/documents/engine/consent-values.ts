import type { OwnTemplateCode } from '../rules/library/templates';
import { type Worker, workerValue } from './common-values';
import type { Fields } from './template/values';

/** The wording of consents about personal data, part by part: the school's own, or ours until there is one. */
export type ConsentFacts = Readonly<Record<'processing' | 'publication', Readonly<Record<string, string | undefined>>>>;

export function consentValues(code: OwnTemplateCode, who: Worker, { processing, publication }: ConsentFacts): Fields {
	const parts = code === 'distribution-consent' ? publication : processing;
	const said = (text: string | undefined) => text?.trim().replace(/\.$/, '') || null; // a full stop stands in the paper
	return {
		участник: workerValue(who),
		оператор: said(parts.operator),
		цель: said(parts.purpose),
		сведения: said(parts.data),
		кому: said(parts.recipient),
		действия: said(parts.actions),
		ресурсы: said(parts.resources),
		условия: said(parts.conditions),
		срок: said(parts.term),
		отзыв: said(parts.withdrawal)
	};
}
