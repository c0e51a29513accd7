import type { OrganisationKind } from '../../../core/actor';
import type { Values } from '../../../core/forms';

/** What the wizard has been told so far, as it was typed; never a password. */
export type FirstRunDraft = { organisation?: Values; person?: Values; account?: Values };

export const firstRunSteps = ['code', 'organisation', 'person', 'account'] as const;
export type FirstRunStep = (typeof firstRunSteps)[number];

export const stepLabels: Record<FirstRunStep, string> = {
	code: 'Код',
	organisation: 'Организация',
	person: 'Вы',
	account: 'Логин и пароль'
};

export const stepPath = (step: FirstRunStep) => (step === 'code' ? '/welcome' : `/welcome/${step}`);

export type Founded = {
	organisation: {
		kind: OrganisationKind;
		name: string;
		fullName: string;
		timeZone: string;
		onePersonMode: boolean;
	};
	person: { familyName: string; givenName: string; patronymic: string; post: string };
	account: { login: string; email: string; password: string };
};

/** Figures and Latin letters that are not mistaken for one another, in groups of four. */
export const firstRunAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** However it was typed: small letters, spaces, hyphens. */
export const readFirstRunCode = (typed: string) => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');

export const showFirstRunCode = (code: string) => code.replace(/(.{4})(?=.)/g, '$1-');
