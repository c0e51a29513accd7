import * as v from 'valibot';
import { line, token } from '../../../core/forms';
import { readers, type Wish, wishes } from '../rules/pleas';
import { choice, confidence } from './mentorship';

export const pleaForm = v.object({
	token,
	wish: choice<Wish>(wishes, 'Откройте «Мою пару» заново'),
	reader: v.picklist(readers, 'Выберите, кому сказать'),
	words: confidence
});
export const pleaAnswerForm = v.object({
	token,
	what: v.picklist(['answered', 'settled'], 'Откройте список заново'),
	words: line(1000)
});
