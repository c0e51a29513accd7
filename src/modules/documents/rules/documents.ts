import { type Actor, has, type OrganisationKind } from '../../../core/actor';
import { isLevel } from '../../organisations/rules/kinds';
import type { Whose } from './library/template';
import type { OwnTemplateCode } from './library/templates';
import { ownTemplates } from './library/templates';

/** Who chooses how papers look and what they say. */
export const documentKeepers = ['curator', 'director'] as const;
export const canKeepDocuments = (actor: Pick<Actor, 'roles'>) => has(actor, ...documentKeepers);

/** Who makes papers. */
export const documentMakers = ['curator', 'director', 'personnel'] as const;
export const canMakeDocuments = (actor: Pick<Actor, 'roles'>) => has(actor, ...documentMakers);

export const isOwnTemplate = (code: string): code is OwnTemplateCode => Object.hasOwn(ownTemplates, code);

/** Whether a kind of paper is one that such an organisation makes. */
export const isFor = (whose: Whose, kind: OrganisationKind) => whose === 'all' || (whose === 'level') === isLevel(kind);

/** Fonts of papers that are on school computers; PT Astra Serif is free and has the same widths as Times. */
export const fonts = {
	'Times New Roman': 'Times New Roman',
	'PT Astra Serif': 'PT Astra Serif',
	'Liberation Serif': 'Liberation Serif'
} as const;
export type Font = keyof typeof fonts;

/** How papers look and what all of them say, as the school has set it. */
export type DocumentSettings = {
	shortName: string;
	place: string;
	founder: string;
	address: string;
	taxNumber: string;
	site: string;
	signerId: string | null;
	font: Font;
	sizeHalves: number;
	marginLeft: number;
	marginRight: number;
	marginTop: number;
	marginBottom: number;
	checkPage: boolean; // papers carry a code leading to the page that verifies them
};

/** Until somebody says otherwise. The left margin is wide: orders are kept for decades and sewn. */
export const usualSettings: DocumentSettings = {
	shortName: '',
	place: '',
	founder: '',
	address: '',
	taxNumber: '',
	site: '',
	signerId: null,
	font: 'Times New Roman',
	sizeHalves: 26,
	marginLeft: 30,
	marginRight: 15,
	marginTop: 20,
	marginBottom: 20,
	checkPage: false
};

/** Details without which papers have blanks, in words. */
export function missingDetails(settings: DocumentSettings, signer: string | null): string[] {
	return [
		settings.shortName === '' && 'краткое наименование',
		settings.place === '' && 'место составления',
		settings.taxNumber === '' && 'ИНН',
		signer === null && 'кто подписывает'
	].filter((one) => one !== false);
}

/** The settings as their form holds them. */
export const settingsValues = (settings: DocumentSettings, version: number) => ({
	version: String(version),
	...Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value ?? '')])),
	checkPage: settings.checkPage ? 'on' : ''
});
