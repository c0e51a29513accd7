import { showDate } from '../../../core/dates';
import type { Values } from '../../../core/forms';
import type { FinishedProgramme } from '../queries/programme';
import { formOfProgramme } from './practice';

/** What a case begins with, from a programme that was gone through: its form, days, who, what was asked and what came of it. No names in its words. */
export const begunWith = (programme: FinishedProgramme): { values: Values; chosen: string[] } => ({
	values: {
		programme: programme.id,
		form: formOfProgramme(programme.form),
		problem: programme.requests,
		audience: 'Педагог, прошедший программу наставничества',
		dates: `${showDate(programme.from)} – ${showDate(programme.to)}`,
		after: programme.results
	},
	chosen: [programme.personId, ...(programme.partnerId ? [programme.partnerId] : [])]
});
