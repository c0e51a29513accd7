import { showDate } from '../../../core/dates';
import { type CommonFacts, commonValues, type Worker, workerValue } from './common-values';
import { wholeNumber } from './template/unbroken';
import { dayValue, type Fields } from './template/values';

type Sheet = {
	title: string;
	number: string;
	datedOn: string | null;
	acquaintBy: string | null;
	readers: readonly { worker: Worker; acquaintedOn: string | null; how: 'program' | 'paper' | null }[];
};

/** The sheet of one document: its readers, the day beside those who have signed before, «в программе» beside those who said so there. */
export const sheetValues = (
	common: Omit<CommonFacts, 'bases' | 'acquainted'>,
	{ title, number, datedOn, acquaintBy, readers }: Sheet
): Fields => ({
	...commonValues({ ...common, bases: [], acquainted: [] }),
	о_чём: title,
	документ: { дата: datedOn && dayValue(datedOn), номер: number ? wholeNumber(number) : null },
	до: acquaintBy && dayValue(acquaintBy),
	ознакомлены: readers.map(({ worker, acquaintedOn, how }, at) => ({
		номер: at + 1,
		...(workerValue(worker) as Fields),
		когда: acquaintedOn && `${showDate(acquaintedOn)}${how === 'program' ? ', в программе' : ''}`
	}))
});
