import * as v from 'valibot';
import { line, token } from '../../../core/forms';
import { longestConclusion } from './results';
import { waveForm } from './waves';

const { identity, readers, opensOn, closesOn, words, title } = waveForm.entries;

/** What each group is asked stands beside under `edition.<group>`. */
export const roundForm = v.object({
	token,
	set: v.pipe(v.string('Выберите набор групп'), v.uuid('Выберите набор групп')),
	title,
	words,
	identity,
	readers,
	opensOn,
	closesOn
});

export const roundReportForm = v.object({ token, conclusion: line(longestConclusion) });
