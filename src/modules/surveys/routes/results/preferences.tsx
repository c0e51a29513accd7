import type { Context } from 'hono';
import { paperInWord } from '../../../../core/paper-in-word';
import { type App, get, type Route } from '../../../../http';
import { sendFile } from '../../../../http-tables';
import { dayText } from '../../../../ui/text';
import { findOrganisation } from '../../../organisations/queries';
import { noteReading } from '../../commands/read-answers';
import { PreferencesPage } from '../../pages/results/preferences';
import { listNames } from '../../queries/results/sheets';
import { listSaid } from '../../queries/said';
import { choicesIn, mutualIn } from '../../rules/preferences';

/** Who named whom is for the curator's eyes (rules/summary/reading.ts). */
const matchers = ['curator'] as const;

async function choicesFor({ var: { tx, actor, now } }: Context<App>) {
	const said = await listSaid(tx, actor, now);
	const choosers = await listNames(tx, actor, [...new Set(said.map(({ personId }) => personId))]);
	const every = said.flatMap((one) => choicesIn({ ...one, name: choosers.get(one.personId) ?? '—' }));
	// Asked twice in a year: the later choice counts.
	const last = new Map(every.map((one) => [`${one.personId}:${one.of}`, one]));
	const choices = [...last.values()].sort((a, b) => a.name.localeCompare(b.name, 'ru'));
	const names = await listNames(tx, actor, [
		...new Set(choices.flatMap(({ personId, named }) => [personId, ...named]))
	]);
	await noteReading(
		tx,
		actor,
		choices.map(({ personId }) => ({ id: personId })),
		now
	);
	return { choices, names };
}

export const preferenceRoutes: readonly Route[] = [
	{
		...get('/surveys/preferences', matchers, async (c) =>
			c.html(<PreferencesPage view={c.var.view} {...(await choicesFor(c))} />)
		),
		writes: true // who looked at answers by name is noted
	},
	{
		...get('/surveys/preferences/word', matchers, async (c) => {
			const { tx, actor, now } = c.var;
			const { choices, names } = await choicesFor(c);
			const { fullName } = await findOrganisation(tx, actor, now);
			const name = (id: string) => names.get(id) ?? '—';
			const ranked = (of: 'mentors' | 'mentees') => ({
				headings: ['№', 'Кто', 'Кого назвал, по порядку', 'Пожелание'],
				widths: [1, 4, 7, 5],
				rows: choices
					.filter((one) => one.of === of)
					.map((one, at) => [
						String(at + 1),
						one.name,
						one.named.map((id, place) => `${place + 1}. ${name(id)}`).join('\n'),
						one.wish
					])
			});
			const bytes = await paperInWord({
				title: 'Взаимный выбор после групповой встречи',
				stamp: [fullName, `на ${dayText(now.today)}`],
				parts: [
					{ heading: 'Назвали друг друга' },
					{
						headings: ['№', 'Наставляемый', 'Наставник', 'Место у наставляемого', 'Место у наставника'],
						widths: [1, 5, 5, 3, 3],
						rows: mutualIn(choices).map(({ mentee, mentor, byMentee, byMentor }, at) => [
							...[String(at + 1), name(mentee), name(mentor)],
							...[String(byMentee), String(byMentor)]
						])
					},
					{ heading: 'Кого выбрали наставляемые' },
					ranked('mentors'),
					{ heading: 'Кого выбрали наставники' },
					ranked('mentees'),
					'Для куратора. Другим не передаётся.'
				]
			});
			return sendFile(c, 'Взаимный выбор.docx', bytes);
		}),
		writes: true
	}
];
