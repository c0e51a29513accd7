import type { OrganisationKind } from '../../../core/actor';
import { type OwnWords, wordsOf } from '../../organisations/rules/words';

/** «учителей» → «учителям», «тренеров-преподавателей» → «тренерам-преподавателям» */
const toMany = (ofMany: string) => ofMany.replace(/ов(?=$|-)/g, 'ам').replace(/ей(?=$|-)/g, 'ям');

/** The words of papers in an organisation of this kind. */
export function paperWords(kind: OrganisationKind, own: OwnWords = {}) {
	const { head, teacher, lesson, council, learner, place } = wordsOf(kind, own);
	return {
		head: head.one,
		teacher: teacher.one,
		teachers: teacher.many,
		ofTeachers: teacher.ofMany,
		toTeachers: toMany(teacher.ofMany),
		lesson: lesson.one,
		lessons: lesson.many,
		ofLessons: lesson.ofMany,
		atLessons: lesson.many.replace(/и$/, 'ах').replace(/я$/, 'ях'),
		learners: learner.many,
		ofLearners: learner.ofMany,
		here: place.atOne ?? '',
		council: council.one === 'педсовет' ? 'педагогический совет' : council.one // in full, as papers say it
	};
}
