import * as v from 'valibot';
import { day, line, readForm, token, version } from '../../../core/forms';
import { bareNumber } from '../rules/edition';
import { readPaperForm } from './paper';

/** The order that approves: its number and day. */
const order = {
	orderNumber: v.pipe(line(60, 'Напишите номер приказа, например 112-О'), v.transform(bareNumber)),
	orderDay: day('Напишите день приказа: ДД.ММ.ГГГГ, например 28.08.2026')
};

/** The sum of the words on the page (rules/plan-hash.ts). */
const sum = v.pipe(v.string('Откройте форму заново'), v.regex(/^[0-9a-f]{64}$/, 'Откройте форму заново'));

const approvalForm = v.object({ token, seen: sum, ...order });

/** An approval: the order, and how the annex looks on paper. */
export function readApproval(data: FormData) {
	const form = readForm(data, approvalForm);
	const typed = Object.fromEntries(
		[...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
	);
	const paper = readPaperForm(typed);
	if (form.ok && paper.ok)
		return { ok: true as const, value: { ...form.value, paper: paper.value }, values: form.values };
	const problems = { ...(form.ok ? {} : form.problems), ...(paper.ok ? {} : paper.problems) };
	return { ok: false as const, problems, values: form.values };
}

export const reversionForm = v.object({ token, change: line(200, 'Выберите, что вернуть') });

/** What is taken over from a newer version: `change` comes once for each ticked line. */
export const renewalForm = v.object({
	token,
	version,
	seen: sum,
	change: v.array(line(200))
});
