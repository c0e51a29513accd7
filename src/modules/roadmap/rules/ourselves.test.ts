import { expect, test } from 'vitest';
import { isOurs, type Self } from './ourselves';

const lyceum: Self = { name: 'Лицей № 4', fullName: 'МАОУ «Лицей № 4 г. Зареченска»', kind: 'lyceum' };
const centre: Self = { name: 'Ресурсный центр Южного округа', kind: 'resource-centre' };

test.each([
	['ОО', true],
	['Школа', true],
	['ДОУ', true],
	['общеобразовательные организации', true],
	['Образовательная организация', true],
	['МАОУ "Лицей № 4 г. Зареченска"', true],
	['лицей № 4', true],
	['РЦ', false],
	['ЮЗУ', false],
	['Управление образования', false],
	['Школа № 12', false],
	['Гимназия «Росток»', false]
])('in a lyceum’s plan «%s» is the lyceum: %s', (text, ours) => {
	expect(isOurs(text, lyceum)).toBe(ours);
});

test.each([
	['РЦ', true],
	['Ресурсный центр', true],
	['методический центр', true],
	['ОО', false],
	['школы', false],
	['Министерство просвещения', false]
])('in a resource centre’s plan «%s» is the centre: %s', (text, ours) => {
	expect(isOurs(text, centre)).toBe(ours);
});
