import * as v from 'valibot';
import { line, token } from '../../../core/forms';
import { type Closing, closings, type SearchFact, searchFacts } from '../rules/search';
import { choice, person } from './mentorship';

const ids36 = person('Откройте список заново');
export const factForm = v.object({
	token,
	person: ids36,
	what: choice<SearchFact>(searchFacts, 'Откройте список заново'),
	note: line(500)
});
export const askingForm = v.object({
	token,
	person: ids36,
	subject: line(200, 'Напишите, кто нужен: предмет, должность, с чем помочь'),
	words: line(1000),
	format: line(100)
});
export const closingForm = v.object({ token, because: choice<Closing>(closings, 'Выберите, чем закончилось') });
export const exchangeAnswerForm = v.object({ token, words: line(1000, 'Напишите, кто может помочь и как связаться') });
