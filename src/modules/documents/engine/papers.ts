import type { DocumentSettings } from '../rules/documents';
import { type OwnTemplateCode, ownTemplates } from '../rules/library/templates';
import { isWorking } from '../rules/library/working/kinds';
import { commonValues, type Worker } from './common-values';
import { fullNameIn } from './grammar/person';
import { exampleFields } from './library/example';
import { type Layout, usualLayout } from './library/source';
import { acquaintedWith, mentorValues, pairingValues } from './pair-values';
import type { Paper } from './template/archive';
import type { Fields } from './template/values';
import { type WorkingFacts, wantedPapers } from './working/papers';

/** What a stored paper is about, and who has to know it. */
export type About = {
	mentorships: readonly string[];
	people: readonly string[];
	roadmaps: readonly string[];
	readers: readonly string[];
};
export type OwnPaper = Paper & { about: About };

const ids = (workers: readonly Worker[]) => workers.flatMap(({ id }) => id ?? []);
export const aboutNothing: About = { mentorships: [], people: [], roadmaps: [], readers: [] };

type Facts = WorkingFacts;

export const layoutOf = (settings: DocumentSettings): Layout => ({
	...usualLayout,
	font: settings.font,
	size: settings.sizeHalves / 2,
	left: settings.marginLeft,
	right: settings.marginRight,
	top: settings.marginTop,
	bottom: settings.marginBottom
});

/** The papers that can be made now: one for the organisation, or one for each mentor. Of pairs nothing is made while there are none. */
export function papersOf(code: OwnTemplateCode, { common, mentors, ...known }: Facts): OwnPaper[] {
	if (isWorking(code)) return wantedPapers(code, { common, mentors, ...known }).filter(({ reason }) => !reason);
	const { title, about, bases } = ownTemplates[code];
	if (about === 'mentor') {
		const values = commonValues({ ...common, bases, acquainted: [] });
		return mentors.map((one) => ({
			name: `${title} – ${fullNameIn(one.mentor.person, 'nominative')}.docx`,
			fields: { ...values, ...mentorValues(one) },
			about: { ...aboutNothing, mentorships: [one.mentorshipId], people: ids([one.mentor]) }
		}));
	}
	if (code === 'pairing-order' && mentors.length === 0) return [];
	const acquainted = code === 'pairing-order' ? acquaintedWith(mentors) : common.curator ? [common.curator] : [];
	const values = commonValues({ ...common, bases, acquainted });
	const ofPairs = code === 'pairing-order';
	return [
		{
			name: `${title}.docx`,
			fields: ofPairs ? { ...values, ...pairingValues(mentors) } : values,
			about: {
				...aboutNothing,
				mentorships: ofPairs ? [...new Set(mentors.map(({ mentorshipId }) => mentorshipId))] : [],
				people: code === 'curator-order' ? ids(acquainted) : [],
				readers: code === 'regulation' ? [] : ids(acquainted)
			}
		}
	];
}

/** A paper to look at: with one's own data where there are any, with examples where not. */
export function previewOf(code: OwnTemplateCode, facts: Facts): Fields {
	const [paper] = papersOf(code, facts);
	const own = paper?.fields ?? commonValues({ ...facts.common, bases: ownTemplates[code].bases, acquainted: [] });
	const known = Object.fromEntries(
		Object.entries(own).filter(([, value]) => !Array.isArray(value) || value.length > 0)
	);
	return { ...exampleFields(ownTemplates[code].fields), ...known };
}
