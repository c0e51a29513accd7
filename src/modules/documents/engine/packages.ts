import { isOwnTemplate } from '../rules/documents';
import { wantedBy } from '../rules/library/template';
import { type OwnTemplateCode, ownTemplates } from '../rules/library/templates';
import { isWorking } from '../rules/library/working/kinds';
import { heldBy, type PackageKind, packageOf, pairPapers } from '../rules/packages';
import { listed } from './asked-values';
import { shortNameIn } from './grammar/person';
import type { MentorFacts } from './pair-values';
import { aboutNothing, type OwnPaper, papersOf } from './papers';
import type { Fields } from './template/values';
import { type Wanted, wantedPapers } from './working/papers';

type Facts = Parameters<typeof papersOf>[1];

/** A paper of a package: where it lies, what it is made of, or why it cannot be made. */
export type PackagePaper = {
	name: string;
	code: OwnTemplateCode;
	annex: number | null;
	fields: Fields;
	reason: string;
	/** As it is kept among drafts: by its own name, about whom it is. */
	own: Pick<OwnPaper, 'name' | 'about'>;
};

function wantedOf(code: OwnTemplateCode, facts: Facts): Wanted[] {
	if (isWorking(code)) return wantedPapers(code, facts);
	const papers = papersOf(code, facts);
	const { needs, title } = ownTemplates[code];
	// of pairs the page itself says that there are none
	if (papers.length > 0 || (needs !== 'plan' && needs !== 'event')) return papers;
	const { none, advice } = wantedBy(needs, facts.leads ?? true);
	return [{ name: `${title}.docx`, fields: {}, about: aboutNothing, reason: `${none}. ${advice}` }];
}

const reasonAgainst = (code: string, one: MentorFacts) =>
	code === 'additional-agreement' && !one.content.trim()
		? 'в паре не записано содержание работы: без него соглашение не заключают (ст. 351.8 ТК РФ)'
		: '';

const paper = (
	code: OwnTemplateCode,
	folder: string,
	{ name, fields, about, reason = '' }: Wanted,
	annex: number | null = null,
	place = ''
) => ({
	...{ code, annex, fields, reason, own: { name, about } },
	name: [folder, annex === null ? place + name : `Приложение ${annex} – ${name}`].filter(Boolean).join('/')
});

/** Everything a package holds, in the order it lies; of the materials only the chosen. */
export function packagePapers(kind: PackageKind, facts: Facts, chosen: readonly string[] = []): PackagePaper[] {
	const { folders, pairs, annexes } = packageOf(kind);
	const mentors = pairs === 'fresh' ? facts.mentors.filter(({ order }) => order === null) : facts.mentors;
	const own = { ...facts, mentors };
	const all = folders.flatMap(([folder, codes]) =>
		codes
			.filter(isOwnTemplate)
			.filter((code) => kind !== 'materials' || chosen.includes(code))
			.flatMap((code) => wantedOf(code, own).map((one) => ({ code, folder, one })))
	);
	const held = all.flatMap(({ code, one }) => (one.reason ? [] : (heldBy[code] ?? [])));
	const whole = all.filter(({ code }) => !held.includes(code));
	if (annexes) {
		const orders = whole.filter(({ code }) => ownTemplates[code].series === 'main');
		const [order] = orders;
		const rest = whole.filter(({ code }) => ownTemplates[code].series !== 'main');
		return order
			? [paper(order.code, '', order.one), ...rest.map(({ code, one }, at) => paper(code, '', one, at + 1))]
			: rest.map(({ code, one }, at) => paper(code, '', one, at + 1));
	}
	const folder = pairs ? pairFolders(own) : [];
	return [...folder, ...whole.map(({ code, folder: where, one }) => paper(code, where, one))];
}

/** A folder for each mentor with those he helps: first the sheet that says what to sign, then the papers in that order. */
function pairFolders(facts: Facts): PackagePaper[] {
	const codes = Object.keys(pairPapers).filter(isOwnTemplate);
	const all = codes.flatMap((code) => wantedOf(code, facts).map((one) => ({ code, one })));
	const sheets = wantedPapers('signing-sheet', facts);
	const digits = Math.max(2, String(facts.mentors.length).length);
	return facts.mentors.flatMap((pair, at) => {
		const people = [pair.mentor, ...pair.mentees];
		const folder = `${String(at + 1).padStart(digits, '0')} ${people.map(({ person }) => shortNameIn(person, 'nominative')).join(' – ')}`;
		const papers = all
			.filter(({ one: { about } }) => isAbout(about, pair))
			.map(({ code, one }, place) => {
				const reason = one.reason || reasonAgainst(code, pair);
				return paper(code, folder, { ...one, ...(reason && { reason }) }, null, `${place + 1} `);
			});
		const sheet = sheets.find(({ mentor }) => mentor === pair);
		return sheet
			? [
					paper('signing-sheet', folder, {
						...sheet,
						name: '0 Что подписать.docx',
						fields: signing(sheet.fields, papers)
					}),
					...papers
				]
			: papers;
	});
}

const isAbout = (about: Wanted['about'], { mentorshipId, mentor, mentees }: MentorFacts) =>
	[mentor, ...mentees].some(({ id }) => id !== undefined && about.people.includes(id)) &&
	(about.mentorships.length === 0 || about.mentorships.includes(mentorshipId));

const signing = (fields: Fields, papers: readonly PackagePaper[]): Fields => {
	const missing = papers.filter(({ reason }) => reason);
	return {
		...fields,
		листы: papers
			.filter(({ reason }) => !reason)
			.map(({ code, name }, at) => ({
				номер: at + 1,
				документ: name.replace(/^.*\/\d+ /, '').replace(/\.docx$/, ''),
				кто: pairPapers[code] ?? ''
			})),
		не_хватает: missing.length > 0,
		чего: listed(missing, ({ code, reason }) => ({ причина: `${ownTemplates[code].title}: ${reason}` }))
	};
};

/** Those of a set that get a number: they are kept as drafts, to be signed and registered. */
export const registeredPapers = (papers: readonly PackagePaper[]) =>
	papers.filter(({ code, reason }) => !reason && ownTemplates[code].series !== 'none');
