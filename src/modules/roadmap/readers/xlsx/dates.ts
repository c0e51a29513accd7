import { addDays } from '../../../../core/dates';
import { attribute, walkXml } from '../xml';

/** How a cell shows a number that is a date: as a day, or as a month of a year («сен.25»). */
export type DateLook = 'day' | 'month';

const builtIn: Record<string, DateLook> = {
	14: 'day',
	15: 'day',
	16: 'day',
	17: 'month',
	22: 'day',
	27: 'day',
	28: 'day',
	29: 'day',
	30: 'day',
	31: 'day',
	36: 'day',
	50: 'day',
	57: 'day'
};
const months = [
	'январь',
	'февраль',
	'март',
	'апрель',
	'май',
	'июнь',
	'июль',
	'август',
	'сентябрь',
	'октябрь',
	'ноябрь',
	'декабрь'
];

/** Style index of a cell → how it shows dates; styles of plain numbers are absent. */
export function dateStyles(part: Uint8Array | undefined): Map<number, DateLook> {
	const looks = new Map<number, DateLook>();
	if (!part) return looks;
	const formats = new Map<string, DateLook>(Object.entries(builtIn));
	let inCells = false;
	let index = 0;
	walkXml(part, {
		open(name, attributes) {
			if (name === 'numFmt') {
				const look = lookOf(attribute(attributes, 'formatCode') ?? '');
				if (look) formats.set(attribute(attributes, 'numFmtId') ?? '', look);
			} else if (name === 'cellXfs') inCells = true;
			else if (name === 'xf' && inCells) {
				const look = formats.get(attribute(attributes, 'numFmtId') ?? '');
				if (look) looks.set(index, look);
				index++;
			}
		},
		close(name) {
			if (name === 'cellXfs') inCells = false;
		}
	});
	return looks;
}

function lookOf(code: string): DateLook | undefined {
	const plain = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
	if (!/y|г/.test(plain) || !/m|м/.test(plain)) return /d.*m|д.*м/.test(plain) ? 'day' : undefined;
	return /d|д/.test(plain) ? 'day' : 'month';
}

/** Excel counts days from 30 December 1899. */
export function showSerial(serial: number, look: DateLook): string {
	const [year, month, day] = addDays('1899-12-30', Math.floor(serial)).split('-') as [string, string, string];
	return look === 'day' ? `${day}.${month}.${year}` : `${months[Number(month) - 1]} ${year}`;
}
