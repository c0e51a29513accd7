import { allRoles, type Role } from '../../src/core/actor';
import type { Narrower, Verdict } from './expected';
import type { Fields } from './walk';

const everybodyBut = (verdict: Verdict, ...able: readonly Role[]) =>
	Object.fromEntries(allRoles.filter((role) => !able.includes(role)).map((role) => [role, verdict]));

/** The plan is seen whole by those who lead it; the mentor Белова is named in its activity; nobody else sees it. */
const leadersAndNamed = everybodyBut('not-found', 'curator', 'director', 'administrator', 'mentor');

/** What the curator has recorded, the named one sees and does not take back. */
const leadersOnly = { ...leadersAndNamed, mentor: 'forbidden' } as const;

/** The words are the curator's: nobody else takes them away, whoever sees them. */
const authorOnly = {
	...leadersAndNamed,
	director: 'forbidden',
	administrator: 'forbidden',
	mentor: 'forbidden'
} as const;

/** A wording of the curator's: the psychologist copies it and changes her own copy. */
const wordingOfOthers = { psychologist: 'forbidden' } as const;
const questionnaire = (rest: string) => `POST /surveys/questionnaires/:id/${rest}` as const;

/** An event is seen by those who lead the plan and by whom it calls: the teacher. What it asks, it asks of her. */
const leadersAndCalled = everybodyBut('not-found', 'curator', 'director', 'administrator', 'teacher');
const calledOnly = everybodyBut('not-found', 'teacher');

/** Meetings of a pair are for the two and for those who lead pairs. */
const twoAndLeaders = everybodyBut('not-found', 'curator', 'director', 'mentor', 'mentee');

/** Where a thing decides more narrowly than the route table can say. */
export const narrower: Narrower = {
	...Object.fromEntries(
		[
			'removal',
			'restoration',
			'versions',
			'words',
			'sections',
			'sections/:at',
			'questions',
			'questions/:code',
			'questions/:code/moves',
			'questions/:code/copies',
			'questions/:code/removal',
			'questions/:code/restoration'
		].map((rest) => [questionnaire(rest), wordingOfOthers])
	),

	'POST /sessions/:id/revocation': everybodyBut('not-found', 'curator'), // the session is the curator's own

	'GET /events/:id': leadersAndCalled,
	'POST /events/:id/acquaintance': calledOnly,
	'POST /events/:id/acquaintance/undoing': calledOnly,
	'POST /events/:id/reply': calledOnly,
	'POST /events/:id/reply/undoing': calledOnly,
	'GET /agreement/:id': calledOnly, // the visa is asked of the teacher
	'POST /agreement/:id/answer': calledOnly,
	'POST /agreement/:id/answer/undoing': calledOnly,
	'POST /my-documents/:id/acquaintance': calledOnly, // the teacher is to know it
	'POST /my-documents/:id/acquaintance/undoing': calledOnly,

	// a draft is seen by those who keep the bank and by its author, the teacher, who may change it
	...Object.fromEntries(
		(
			[
				'GET /practices/:id',
				'GET /practices/:id/document.docx',
				'GET /practices/:id/edit',
				'POST /practices/:id/words',
				'POST /practices/:id/files',
				'POST /practices/:id/removal',
				'POST /practices/:id/restoration',
				'POST /practice-files/:id/removal',
				'POST /practice-files/:id/restoration'
			] as const
		).map((act) => [act, leadersAndCalled])
	),

	'POST /search-facts/:id/undoing': { psychologist: 'forbidden' }, // that support is wanted was written by the curator
	'GET /my-pair/:id/plea': everybodyBut('not-found', 'mentor', 'mentee'),
	'POST /my-pair/:id/pleas': everybodyBut('not-found', 'mentor', 'mentee'),
	'POST /my-pleas/:id/taking-back': everybodyBut('not-found', 'mentor'), // the mentor's own plea
	// it was written to the curator
	'POST /pleas/:id/steps': { director: 'not-found', psychologist: 'not-found' },
	'POST /pleas/:id/undoing': { director: 'not-found', psychologist: 'not-found' },
	'POST /my-pair/:id/answer': everybodyBut('not-found', 'mentor', 'mentee'), // each answers for themselves

	...Object.fromEntries(
		(
			[
				'GET /mentorships/:id/meetings',
				'GET /mentorships/:id/meetings/new',
				'GET /mentorships/:id/meetings/calendar',
				'GET /mentorships/:id/meetings/journal.docx',
				'GET /mentorships/:id/meetings/report.docx',
				'GET /mentorships/:id/meeting-plan',
				'POST /mentorships/:id/meetings',
				'POST /mentorships/:id/meeting-plan',
				'GET /meetings/:id',
				'GET /meetings/:id/record',
				'GET /meetings/:id/invitation.ics',
				'POST /meetings/:id/record',
				'POST /mentorships/:id/meetings/undoing',
				'POST /meetings/:id/feedback',
				'POST /meetings/:id/move',
				'POST /meetings/:id/cancellation'
			] as const
		).map((act) => [act, twoAndLeaders])
	),

	'GET /my-assessments/:id': everybodyBut('not-found', 'teacher'), // it was shown to the teacher
	'GET /surveys/waves/:id/subjects/:person': { director: 'not-found' }, // the answers were promised to others
	'GET /my-surveys/:id': everybodyBut('not-found', 'teacher'), // it asks the teacher
	'POST /my-surveys/:id': everybodyBut('not-found', 'teacher'),
	'POST /my-surveys/:id/draft': everybodyBut('not-found', 'teacher'),

	'GET /activities/:id': leadersAndNamed,
	'GET /activities/:id/calendar': leadersAndNamed,
	'GET /occurrences/:id/completion': leadersAndNamed,
	'POST /occurrences/:id/completion': leadersAndNamed,
	'POST /activities/:id/evidence': leadersAndNamed,
	'GET /files/:id': leadersAndNamed,
	'POST /completions/:id/withdrawal': leadersOnly,
	'POST /evidence/:id/removal': leadersOnly,
	'POST /evidence/:id/restoration': leadersOnly,
	'GET /occurrences/:id/coverings': leadersAndNamed,
	'POST /occurrences/:id/coverings': leadersAndNamed,
	'POST /coverings/:id/withdrawal': leadersOnly,
	// a note is its author's: the curator wrote it
	'POST /interview-notes/:id/removal': everybodyBut('not-found', 'curator'),
	'POST /interview-notes/:id/restoration': everybodyBut('not-found', 'curator'),

	'POST /activities/:id/comments': leadersAndNamed,
	'POST /comments/:id/removal': authorOnly,
	'POST /comments/:id/restoration': authorOnly
};

/** What an act must be sent with to come as far as its permission. */
export const fields: Fields = {
	[questionnaire('versions')]: () => ({ version: '1' }),
	[questionnaire('words')]: () => ({ title: 'Как вы?' }),
	[questionnaire('questions')]: () => ({ kind: 'text', text: 'Что ещё?' }),
	[questionnaire('questions/:code')]: () => ({ kind: 'text', text: 'Что ещё?' }),
	[questionnaire('questions/:code/moves')]: () => ({ direction: 'up' }),
	'POST /calendar-changes/:id/undoing': () => ({ year: '2026' }),
	'POST /calendar/:year/preset': () => ({ preset: 'quarters' }),
	'POST /workplace': ({ actor }) => ({ person: actor?.personId ?? '' }),
	'POST /activities/:id/evidence': (_, id) => ({
		occurrence: id('/occurrences/:id'),
		url: 'https://example.org/',
		title: 'Приказ'
	})
};
