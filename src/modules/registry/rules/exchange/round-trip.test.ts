import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell } from '../../../journal/rules';
import type { KnownPerson } from '../../../people/queries/staff-lines';
import { readPasted } from '../../../people/readers/read-table';
import type { OfferBrief, Programme, RegisterLine, RequestBrief } from '../line';
import { allRegisters, formats } from '../registers';
import { namesOf, startingTopics } from '../topics';
import { foreignDraft } from './columns';
import { foreignFates } from './fates';
import { dayForms, delimiters, fileOf, startingMapping, startingSets, usualForm, yesForms } from './mapping';

const today = '2026-09-05';
const names = namesOf([]);
const pick = <T extends string>(known: Record<T, unknown>) => fc.constantFrom(...(Object.keys(known) as T[]));
const day = fc
	.integer({ min: 0, max: 900 })
	.map((back) => new Date(Date.parse('2024-01-10') + back * 86_400_000).toISOString().slice(0, 10));
/** What people write: Russian words, quotation marks, commas, a formula; no line begins or ends with a blank. */
const words = fc
	.array(
		fc.constantFrom('помочь', 'с', 'журналом', 'ёлка,', '=1+1', '«урок»', '"класс"', '+7', '8-й', 'ОГЭ.', '@', '– да'),
		{ minLength: 1, maxLength: 6 }
	)
	.map((all) => all.join(' ').replace(/^[–'\s]+/, '') || 'слово');
const surname = fc.constantFrom('Белова', 'Ёлкина', 'Гусева', 'Римская-Корсакова', 'Щукина', 'Жаворонкова', 'Эйхман');
const given = fc.constantFrom('Анна', 'Фёкла', 'Мария', 'Юлия');

const programmes = (partner: string) =>
	fc
		.uniqueArray(
			fc.record({
				from: day,
				days: fc.option(fc.integer({ min: 1, max: 50 })),
				results: fc.option(words),
				form: pick(formats)
			}),
			{
				selector: ({ from }) => from,
				maxLength: 3
			}
		)
		.map((all): Programme[] =>
			all.map(({ from, days, results, form }, at) => ({
				id: `p${at}`,
				from,
				to: days ? new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10) : null,
				partner,
				form,
				outcome: days ? 'completed' : null,
				results: days ? (results ?? '') : '',
				caseUrl: days ? 'https://school.example.org/case' : '',
				version: 1,
				mirrored: false,
				mentorship: null
			}))
		);

const request = fc.record({
	words,
	topics: fc.subarray(
		startingTopics.map(({ key }) => key),
		{ maxLength: 4 }
	),
	level: fc.integer({ min: 1, max: 3 })
});
const offer: fc.Arbitrary<OfferBrief> = fc.record({
	id: fc.constant('o'),
	competences: fc.subarray(
		startingTopics.map(({ key }) => key),
		{ maxLength: 5 }
	),
	otherCompetences: fc.constantFrom('', 'резьба по дереву', 'хор, оркестр'),
	achievements: words,
	interests: fc.option(words).map((one) => one ?? ''),
	formats: fc.subarray(Object.keys(formats), { maxLength: 3 }),
	capacity: fc.integer({ min: 1, max: 20 }),
	freeTime: fc.constantFrom('', 'вторник, 14:00', 'по средам; суббота'),
	wishes: fc.option(words).map((one) => one ?? ''),
	category: fc.constantFrom('', 'none', 'first', 'highest', 'methodist', 'mentor'),
	saidOn: fc.constant('2026-09-01'),
	until: fc.constant(null),
	confirmed: fc.constant(true)
});

const somebody = fc
	.record({
		surname,
		given,
		request: fc.option(request),
		offer,
		programmes: programmes('Лосева Раиса Ивановна'),
		born: fc.integer({ min: 1960, max: 2001 })
	})
	.map(({ surname: family, given: name, request: asked, offer: offered, programmes: worked, born }) => {
		const person = {
			familyName: family,
			givenName: name,
			patronymic: 'Игоревна',
			bornOn: `${born}-03-14`,
			phone: '+7 900 000-00-00',
			email: 'a@example.org'
		};
		const requests: RequestBrief[] = asked
			? [
					{
						id: 'r',
						words: asked.words,
						priority: 2,
						format: '',
						source: 'words',
						saidOn: today,
						confirmed: true,
						taken: false,
						deficits: asked.topics.map((topic) => ({ topic, source: 'self', level: asked.level }))
					}
				]
			: [];
		return { person, requests, offer: offered, programmes: worked, born };
	});

type Somebody = typeof somebody extends fc.Arbitrary<infer T> ? T : never;
const shared = {
	subjects: ['химия', 'технология (труд, черчение)'],
	teachingSince: '2015-09-01',
	phone: '+7 900 000-00-00',
	email: 'a@example.org'
};
const lineOf = (
	{ person, requests, offer: offered, programmes: worked, born }: Somebody,
	at: number
): RegisterLine => ({
	...shared,
	personId: `id-${at}`,
	name: [person.familyName, person.givenName, person.patronymic].join(' '),
	post: 'учитель химии',
	birthYear: born,
	employedSince: '2020-09-01',
	worksHere: true,
	groups: [{ id: 'g', code: 'А' }],
	entry: { id: 'e', from: '2023-09-01', to: null, basis: 'педсовет, протокол № 1', leftReason: null, leftNote: '' },
	consents: ['transfer'],
	requests,
	offer: offered,
	offerWaits: false,
	programmes: worked,
	decision: null,
	marks: {}
});
const staffOf = ({ person }: Somebody, at: number): KnownPerson => ({
	...shared,
	...person,
	id: `id-${at}`,
	version: 1,
	sex: null,
	posts: ['учитель химии'],
	employedSince: '2020-09-01',
	note: '',
	here: true,
	leftBefore: null,
	mainPost: null,
	employment: null
});

const csvOf = ({ headings, rows }: { headings: string[]; rows: string[][] }, delimiter: string) =>
	[headings, ...rows].map((row) => row.map(csvCell).join(delimiter)).join('\r\n');

test('what a register gives away and reads back changes nothing, whatever the columns, their order, names and forms', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...allRegisters),
			pick(startingSets),
			fc.record({ days: pick(dayForms), yes: pick(yesForms), delimiter: pick(delimiters), numbered: fc.boolean() }),
			fc.uniqueArray(somebody, {
				selector: ({ person }) => `${person.familyName} ${person.givenName}`,
				minLength: 1,
				maxLength: 5
			}),
			fc.array(fc.nat({ max: 30 }), { maxLength: 30 }),
			(register, set, form, people, order) => {
				const start = startingMapping(register, set);
				const columns = start.columns
					.map((column, at) => ({
						column: { ...column, heading: at % 3 === 0 ? `Графа ${at}` : column.heading },
						by: order[at] ?? at
					}))
					.sort((a, b) => a.by - b.by)
					.map(({ column }) => column);
				const mapping = { register, columns, form: { ...usualForm, ...form } };
				const lines = people.map(lineOf);
				const about = { names, today, organisation: 'Школа № 1', asked: [] };
				const text = csvOf(fileOf(mapping, lines, about), form.delimiter);
				const draft = foreignDraft(readPasted(text), register, mapping);
				const beside = { register, people: people.map(staffOf), lines, names, today, hindrance: () => undefined };
				for (const fate of foreignFates(draft, beside)) expect(fate, text).toMatchObject({ state: 'same' });
			}
		),
		{ numRuns: 80 }
	);
});
