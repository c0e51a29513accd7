import * as v from 'valibot';
import { line, token } from '../../../core/forms';

const id = v.pipe(v.string('Выберите из списка'), v.uuid('Выберите из списка'));

/** Who answers: a person of the organisation, in place of written words (`position`) or beside them (''). */
export const assignmentForm = v.object({
	token,
	personId: id,
	position: v.pipe(line(4), v.regex(/^\d*$/, 'Выберите из списка'))
});

/** Several chosen rows to one person. */
export const bulkAssignmentForm = v.object({ token, personId: id });

export const tokenForm = v.object({ token });

/** A row of the term's review: `outcome-<occurrence>` and `note-<occurrence>`; what is left blank waits. */
export const reviewForm = v.objectWithRest(
	{ token },
	v.pipe(v.string(), v.maxLength(1000, 'Заметка длиннее 1000 знаков: сократите её'))
);
