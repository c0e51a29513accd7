import { notFound } from '../../../core/errors';
import { readForm } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { closedIn, closesIn } from '../../../ui/closes';
import { listClosable } from '../../roadmap/queries/closable';
import { answerSearch, askNetwork, closeBySearch, closeSearch, recordFact, undoFact } from '../commands/search';
import { tokenForm } from '../form/mentorship';
import { askingForm, closingForm, exchangeAnswerForm, factForm } from '../form/search';
import { ExchangePage, SupportPage } from '../pages/support';
import { UnmatchedPage } from '../pages/unmatched';
import { findFact, findSearch, listSearchesBelow, listSearching, listSupported } from '../queries/search';
import { exchangeKeepers, isAboutUnmatched, supporters } from '../rules/search';
import { canKeepMentorships, mentorshipKeepers } from '../rules/words';
import type { C, Wrong } from './shared';

async function showUnmatched(c: C, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const people = await listSearching(tx, actor, now);
	const closable = (await listClosable(tx, actor, ['support'], now.today)).filter(({ title }) =>
		isAboutUnmatched(title)
	);
	const closed = closedIn(c.req.query('closed'));
	const shown = wrong ?? { values: {}, problems: {} };
	const asked = wrong?.values.person;
	return c.html(
		<UnmatchedPage {...{ view, people, closable, closed }} {...shown} {...(asked && { asked })} />,
		wrong ? 422 : 200
	);
}

async function showExchange(c: C, wrong?: Wrong & { asked: string }) {
	const { tx, actor, view } = c.var;
	const searches = await listSearchesBelow(tx, actor);
	const shown = wrong ?? { values: {}, problems: {} };
	return c.html(<ExchangePage {...{ view, searches }} {...shown} />, wrong ? 422 : 200);
}

/** Where an act on somebody without a mentor leads back to: the curator's list, or the psychologist's. */
const back = (c: C, saved: string) =>
	c.redirect(
		canKeepMentorships(c.var.actor) ? `/mentorships/unmatched?saved=${saved}` : `/support?saved=${saved}`,
		303
	);

/** «Без наставника»: the search goes on; support for those who want it; the district's network. */
export const unmatchedRoutes: readonly Route[] = [
	get('/mentorships/unmatched', mentorshipKeepers, (c) => showUnmatched(c)),

	post('/mentorships/unmatched/closing', mentorshipKeepers, ['activity.done', 'activity.noted'], async (c) => {
		const { tx, actor, now } = c.var;
		const data = await c.req.formData();
		const form = readForm(data, tokenForm);
		const result = form.ok ? await closeBySearch(tx, actor, { ...form.value, closes: closesIn(data) }, now) : form;
		if (!result.ok) return showUnmatched(c, { values: {}, problems: result.problems });
		return c.redirect(`/mentorships/unmatched?saved=closed&closed=${result.value}`, 303);
	}),

	post('/search-facts', [...mentorshipKeepers, 'psychologist'], ['search.noted'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), factForm);
		const result = form.ok ? await recordFact(tx, actor, form.value, now) : form;
		if (result.ok) return back(c, 'noted');
		if (canKeepMentorships(actor)) return showUnmatched(c, { values: form.values, problems: result.problems });
		return c.html(<SupportPage view={c.var.view} waiting={await listSupported(tx, actor)} />, 422);
	}),

	post('/search-facts/:id/undoing', [...mentorshipKeepers, 'psychologist'], ['search.note-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const fact = (await findFact(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await undoFact(tx, actor, fact, form.value, now);
		return back(c, 'undone');
	}),

	post('/mentor-searches', mentorshipKeepers, ['mentor-search.asked'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), askingForm);
		const result = form.ok ? await askNetwork(tx, actor, form.value, now) : form;
		if (!result.ok) return showUnmatched(c, { values: form.values, problems: result.problems });
		return back(c, 'asked');
	}),

	post('/mentor-searches/:id/closing', mentorshipKeepers, ['mentor-search.closed'], async (c) => {
		const { tx, actor, now } = c.var;
		const search = (await findSearch(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), closingForm);
		const result = form.ok ? await closeSearch(tx, actor, search, form.value, now) : form;
		if (!result.ok) return showUnmatched(c, { values: {}, problems: result.problems });
		return back(c, 'search-closed');
	}),

	get('/support', supporters, async (c) => {
		const { tx, actor, view } = c.var;
		return c.html(<SupportPage view={view} waiting={await listSupported(tx, actor)} />);
	}),

	get('/mentor-exchange', exchangeKeepers, (c) => showExchange(c)),

	post('/mentor-exchange/:id/answers', exchangeKeepers, ['mentor-search.answered'], async (c) => {
		const { tx, actor, now } = c.var;
		const asked = c.req.param('id');
		const search = (await listSearchesBelow(tx, actor)).find(({ id }) => id === asked) ?? notFound();
		const form = readForm(await c.req.formData(), exchangeAnswerForm);
		const result = form.ok ? await answerSearch(tx, actor, search, form.value, now) : form;
		if (!result.ok) return showExchange(c, { values: form.values, problems: result.problems, asked });
		return c.redirect('/mentor-exchange?saved=answered', 303);
	})
];
