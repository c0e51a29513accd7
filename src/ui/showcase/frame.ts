import { navigation } from '../navigation';

/** The pages of the showcase are looked at on one autumn day, by one invented curator. */
export const today = '2026-10-08';
export const token = '0199c0de-0000-4000-8000-000000000001';

export const frame = {
	nav: navigation.curator,
	user: { name: 'Соколова М. Ю.', role: 'куратор', organisation: 'МБОУ «Сосновская СОШ»' }
};
