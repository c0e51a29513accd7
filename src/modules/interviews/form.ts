import * as v from 'valibot';
import { day, line, token, version } from '../../core/forms';
import { type Outcome, outcomes, type Visibility, visibilities } from './rules/questions';

export const tokenForm = v.object({ token });
const date = day('Укажите день, ДД.ММ.ГГГГ');

export const interviewForm = v.object({
	token,
	register: v.picklist(['mentors', 'mentees'], 'Выберите, о какой роли разговор'),
	form: v.pipe(v.string('Откройте форму заново'), v.regex(/^(start|[0-9a-f-]{36})$/, 'Откройте форму заново')),
	heldOn: date,
	conductedBy: v.pipe(v.string('Выберите, кто беседовал'), v.uuid('Выберите, кто беседовал')),
	outcome: v.picklist(Object.keys(outcomes) as Outcome[], 'Отметьте, чем кончилось'),
	outcomeNote: line(1000),
	note: line(5000),
	visibility: v.optional(v.picklist(Object.keys(visibilities) as Visibility[], 'Выберите, кто увидит'), 'leaders')
});

export const noteForm = v.object({
	token,
	text: line(5000, 'Напишите заметку'),
	visibility: v.picklist(Object.keys(visibilities) as Visibility[], 'Выберите, кто увидит')
});

export const questionsForm = v.object({ token, version, questions: line(5000, 'Нужен хотя бы один вопрос') });

export const roundForm = v.object({
	token,
	register: v.picklist(['mentors', 'mentees'], 'Выберите банк'),
	since: date,
	on: date,
	note: line(500)
});
