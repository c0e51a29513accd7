import * as v from 'valibot';
import { line, token } from '../../../core/forms';

/** The next plan: its title; the rows carried over come beside it as `row`. */
export const nextYearForm = v.object({
	token,
	title: line(500, 'Напишите название нового плана')
});
