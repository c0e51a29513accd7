import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { sendCsv, sendXlsx } from '../../../http-tables';
import { closesIn } from '../../../ui/closes';
import { otherRole } from '../../matching/rules/score/roles';
import { listCandidates } from '../../registry/queries/candidates';
import { listClosable } from '../../roadmap/queries/closable';
import { assignMentor } from '../commands/assign';
import { setMentorshipSettings } from '../commands/settings';
import { type AssignInput, assignForm, settingsForm } from '../form/mentorship';
import { PairsPage } from '../pages/list';
import { TermPage, WhoHelpsPage, WhomPage } from '../pages/new';
import { PairsTablePage } from '../pages/table';
import { chooseMentor, listUnmatched } from '../queries/choosing';
import { findNewGuest } from '../queries/guests';
import { listMentorships } from '../queries/mentorships';
import { findMentorshipSettings } from '../queries/settings';
import { formOf } from '../rules/proposal';
import { narrowTable, tableOf } from '../rules/table';
import { usualTerm } from '../rules/usual-term';
import { chosenPairs, lineOf, pairsAddress, pairsWanted } from '../rules/wanted';
import { mentorshipKeepers, mentorshipReaders } from '../rules/words';
import type { C, Wrong } from './shared';

/** What the list shows for its address. */
async function found(c: C) {
	const { tx, actor, now } = c.var;
	const wanted = pairsWanted(c.req.query());
	const all = (await listMentorships(tx, actor, now)).map((one) => lineOf(one, now.today));
	return { wanted, total: all.length, chosen: chosenPairs(all, wanted) };
}

async function showList(c: C, problems?: Problems) {
	const { tx, actor, now, view } = c.var;
	const { wanted, total, chosen } = await found(c);
	const unmatched = (await listUnmatched(tx, actor, now)).length;
	const { counts, page: lines } = chosen;
	const settings = await findMentorshipSettings(tx, actor);
	const page = <PairsPage {...{ view, wanted, lines, counts, total, unmatched, settings, problems }} />;
	return c.html(page, problems ? 409 : 200);
}

async function showWhom(c: C, status: 200 | 422 = 200) {
	const { tx, actor, now, view } = c.var;
	const waiting = await listUnmatched(tx, actor, now);
	const staff = await listCandidates(tx, actor, 'mentees', now);
	return c.html(<WhomPage {...{ view, waiting, staff }} gone={status === 422} />, status);
}

async function showTerm(c: C, ids: { mentee: string; mentor: string }, wrong?: Wrong & { closes: readonly string[] }) {
	const { tx, actor, now, view } = c.var;
	const choice = await chooseMentor(tx, actor, ids.mentee, now);
	if (!choice) return showWhom(c, 422);
	const mentor = choice.staff.find(({ id }) => id === ids.mentor);
	if (!mentor) return c.html(<WhoHelpsPage {...{ view, choice }} />, 422);
	const term = usualTerm(now.today);
	const guest = await findNewGuest(tx, actor, mentor.id);
	const fresh: Values = {
		token: crypto.randomUUID(),
		from: showDate(term.from),
		to: showDate(term.to),
		papersOn: showDate(now.today),
		kind: 'one-to-one',
		actKind: 'order',
		series: 'main'
	};
	const closable = await listClosable(tx, actor, ['pair-order', 'match'], now.today);
	const { mentee, staff } = choice;
	const page = (
		<TermPage
			{...{ view, guest, mentee, mentor, closable }}
			staff={staff.filter(({ id }) => id !== mentor.id)}
			values={wrong?.values ?? fresh}
			problems={wrong?.problems ?? {}}
			closes={wrong?.closes}
		/>
	);
	return c.html(page, wrong ? 422 : 200);
}

const assigningOf = (input: AssignInput, closes: readonly string[]) => {
	const { mentee, mentor, second, roles } = input;
	const pairs = [
		{ mentor, mentee, role: roles },
		...(second ? [{ mentor: second, mentee, role: roles && otherRole(roles) }] : [])
	];
	const codes = [
		...(input.words ? ['word' as const] : []),
		...(input.consents ? ['consent' as const] : []),
		...(input.agreement ? ['agreement' as const] : [])
	];
	const { kind, from, to, content, inJobFunction, notEmployee } = input;
	return {
		proposal: { ...{ kind, from, to, content, inJobFunction, notEmployee, pairs }, form: formOf(pairs) },
		papers:
			input.papersOn && codes.length > 0
				? { on: input.papersOn, codes, number: input.agreementNumber, pay: input.pay }
				: null,
		order:
			input.orderNumber && input.signedOn
				? { ...{ actKind: input.actKind, series: input.series, signedOn: input.signedOn }, number: input.orderNumber }
				: null,
		anyway: input.anyway,
		closes
	};
};

/** The list of pairs, its files, and «Назначить наставника». */
export const mentorshipListRoutes: readonly Route[] = [
	get('/mentorships', mentorshipReaders, (c) => showList(c)),

	post('/mentorships/settings', mentorshipKeepers, ['mentorship.settings-set'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), settingsForm);
		const result = form.ok ? await setMentorshipSettings(tx, actor, form.value, now) : form;
		return result.ok ? c.redirect('/mentorships?saved=settings', 303) : showList(c, result.problems);
	}),

	get('/mentorships/export/:format', mentorshipReaders, async (c) => {
		const { now } = c.var;
		const { chosen } = await found(c);
		const table = { name: `Пары, ${showDate(now.today)}`, ...tableOf(chosen.all, now.today) };
		const format = c.req.param('format');
		if (format === 'xlsx') return sendXlsx(c, table);
		return format === 'csv' ? sendCsv(c, table) : notFound();
	}),

	get('/mentorships/table', mentorshipReaders, async (c) => {
		const { view, now } = c.var;
		const { wanted, chosen } = await found(c);
		const files = pairsAddress(wanted, {}, '/export/xlsx');
		return c.html(<PairsTablePage {...{ view, files }} {...narrowTable(tableOf(chosen.all, now.today))} />);
	}),

	get('/mentorships/new', mentorshipKeepers, async (c) => {
		const { tx, actor, now, view } = c.var;
		const { mentee, mentor, other } = c.req.query();
		if (!mentee) return showWhom(c);
		if (other || mentor) return showTerm(c, { mentee, mentor: other || mentor || '' });
		const choice = await chooseMentor(tx, actor, mentee, now);
		if (!choice) return showWhom(c, 422);
		return c.html(<WhoHelpsPage {...{ view, choice }} />);
	}),

	post('/mentorships', mentorshipKeepers, ['mentorship.proposed'], async (c) => {
		const { tx, actor, now } = c.var;
		const data = await c.req.formData();
		const form = readForm(data, assignForm);
		const closes = closesIn(data);
		const result = form.ok
			? await assignMentor(tx, actor, { ...assigningOf(form.value, closes), token: form.value.token }, now)
			: form;
		if (result.ok) {
			const { id, closed } = result.value;
			return c.redirect(`/mentorships/${id}?saved=assigned${closed > 0 ? `&closed=${closed}` : ''}`, 303);
		}
		const { mentee = '', mentor = '' } = form.values;
		return showTerm(c, { mentee, mentor }, { values: form.values, problems: result.problems, closes });
	})
];
