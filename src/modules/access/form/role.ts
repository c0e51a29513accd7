import * as v from 'valibot';
import { allRoles } from '../../../core/actor';
import { day, line, token } from '../../../core/forms';

export const grantForm = v.object({
	token,
	role: v.picklist(allRoles, 'Выберите роль'),
	from: day('Укажите, с какого дня: ДД.ММ.ГГГГ'),
	basis: line(300)
});

export const endingForm = v.object({ token, on: day('Укажите последний день: ДД.ММ.ГГГГ') });

export const suspensionForm = v.object({ token, reason: line(300) });
