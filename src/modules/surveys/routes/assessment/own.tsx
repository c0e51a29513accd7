import { notFound } from '../../../../core/errors';
import { get, type Route } from '../../../../http';
import { OwnAssessmentPage } from '../../pages/assessment/own';
import { listOwnAssessments, listOwnSheets } from '../../queries/assessment/assessed';
import { assessedIn } from '../../rules/assessment/assessed';

export const ownAssessmentRoutes: readonly Route[] = [
	get('/my-assessments/:id', 'signed-in', async (c) => {
		const { tx, actor, view } = c.var;
		const shown = await listOwnAssessments(tx, actor);
		const wave = shown.find(({ id }) => id === c.req.param('id')) ?? notFound();
		const earlier = shown.find(
			({ id, seriesId, closesOn }) => id !== wave.id && seriesId === wave.seriesId && closesOn <= wave.closesOn
		);
		const all = await listOwnSheets(tx, actor, [wave.id, ...(earlier ? [earlier.id] : [])]);
		const of = (id: string) => all.filter(({ waveId }) => waveId === id);
		const [one = notFound()] = assessedIn(
			{ content: wave.content, sheets: of(wave.id) },
			earlier ? { content: earlier.content, sheets: of(earlier.id) } : null
		);
		return c.html(<OwnAssessmentPage {...{ view, one }} title={wave.title} earlier={earlier?.title ?? null} />);
	})
];
