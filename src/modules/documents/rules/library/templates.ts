import { commonFields } from '../fields/common';
import { curatorFields, mentorFields, pairingFields, regulationFields } from '../fields/pairs';
import type { FieldSpec } from '../fields/spec';
import { additionalAgreement } from './agreement';
import { curatorOrder } from './curator-order';
import { mentorConsent } from './mentor-consent';
import { pairingOrder } from './pairing-order';
import { regulation } from './regulation';
import { workingTemplates } from './working/kinds';

/** Orders on the main activity and on staff are numbered apart; consents have no number. */
export type Series = 'main' | 'staff' | 'agreement' | 'none';

export type OwnTemplate = {
	title: string;
	series: Series;
	/** Of whom one paper is: of the whole organisation, of each mentor, of each minutes of a meeting. */
	about: 'organisation' | 'mentor' | 'minutes';
	source: string;
	/** Acts the paper leans on, by codes; those not in force on its day are left out. */
	bases: readonly string[];
	fields: readonly FieldSpec[];
	/** Part of it is written with a pen: its blanks are no mistake. */
	byHand?: boolean;
};

const template = (
	title: string,
	series: Series,
	source: string,
	bases: readonly string[],
	fields: readonly FieldSpec[]
): OwnTemplate => ({
	title,
	series,
	about: fields === mentorFields ? 'mentor' : 'organisation',
	source,
	bases,
	fields: [...commonFields, ...fields]
});

const model = ['education-law', 'target-model-of-teachers'];

/** Our templates. A new wording of one is a new source here and a new number in the list of templates. */
export const ownTemplates = {
	'pairing-order': template(
		'Приказ о закреплении наставнических пар (групп)',
		'main',
		pairingOrder,
		['labour-code-351-8', 'target-model-of-teachers'],
		pairingFields
	),
	'mentor-consent': template('Согласие наставника', 'none', mentorConsent, ['labour-code-351-8'], mentorFields),
	'additional-agreement': template(
		'Дополнительное соглашение к трудовому договору',
		'agreement',
		additionalAgreement,
		['labour-code-351-8'],
		mentorFields
	),
	'curator-order': template('Приказ о назначении куратора', 'main', curatorOrder, model, curatorFields),
	regulation: template(
		'Положение о системе наставничества',
		'none',
		regulation,
		['labour-code-351-8', ...model],
		regulationFields
	),
	...workingTemplates
} satisfies Record<string, OwnTemplate>;

export type OwnTemplateCode = keyof typeof ownTemplates;
export const ownTemplateCodes = Object.keys(ownTemplates) as OwnTemplateCode[];
