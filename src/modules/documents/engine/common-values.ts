import type { OrganisationKind } from '../../../core/actor';
import { basesOn, basesText, type LegalBasis } from '../rules/legal-bases';
import { paperWords } from '../rules/words';
import type { Cases } from './grammar/cases';
import type { NamedPerson } from './grammar/person';
import { wholeNumber } from './template/unbroken';
import { dayValue, type Fields, personValue, postValue, type Value } from './template/values';

/** `id`: of whom, where the paper is about somebody of this organisation. */
export type Worker = { id?: string; person: NamedPerson; post: string };

/** What every paper says of the organisation and of itself. What is not known is null: the paper leaves a blank or says nothing. */
export type CommonFacts = {
	organisation: {
		kind: OrganisationKind;
		words: Readonly<Record<string, string>>;
		fullName: string;
		shortName: string | null;
		place: string | null;
		founder: string | null;
		address: string | null;
		taxNumber: string | null;
		site: string | null;
	};
	head: Worker | null;
	curator: Worker | null;
	document: { number: string | null; on: string | null };
	/** Which acts count: the paper's day, or today while it has none. */
	on: string;
	schoolYear: string;
	bases: readonly string[];
	/** The library of acts those stand in; the program's own where nothing is told. */
	library?: readonly LegalBasis[];
	acquainted: readonly Worker[];
};

const wordsValue = (text: string | null): Value => (text ? postValue(text) : null);

/** «провести урок», not «урока»: the accusative of what is not alive. */
function lifeless(text: string): Value {
	const { cases } = postValue(text);
	const [nominative] = cases;
	return { cases: /[ая]$/.test(text) ? cases : (cases.with(3, nominative) as unknown as Cases) };
}

export const workerValue = (worker: Worker | null): Value =>
	worker && { имя: personValue(worker.person), должность: wordsValue(worker.post) };

/** The common fields of a paper (rules/fields/common.ts). */
export function commonValues({
	organisation,
	head,
	curator,
	document,
	on,
	schoolYear,
	bases,
	library,
	acquainted
}: CommonFacts): Fields {
	const words = paperWords(organisation.kind, organisation.words);
	return {
		организация: {
			полное: postValue(organisation.fullName),
			кратко: organisation.shortName,
			город: organisation.place,
			учредитель: wordsValue(organisation.founder),
			адрес: organisation.address,
			инн: organisation.taxNumber,
			сайт: organisation.site
		},
		руководитель: head ? workerValue({ ...head, post: head.post || words.head }) : { должность: postValue(words.head) },
		куратор: workerValue(curator),
		документ: { дата: document.on && dayValue(document.on), номер: document.number && wholeNumber(document.number) },
		учебный_год: schoolYear,
		основания: basesText(basesOn(bases, on, library)),
		слова: {
			руководитель: postValue(words.head),
			педагог: postValue(words.teacher),
			педагоги: words.teachers,
			педагогов: words.ofTeachers,
			педагогам: words.toTeachers,
			занятие: lifeless(words.lesson),
			занятия: words.lessons,
			занятий: words.ofLessons,
			на_занятиях: words.atLessons,
			ученики: words.learners,
			учеников: words.ofLearners,
			где: words.here,
			педсовет: postValue(words.council)
		},
		ознакомлены: acquainted.map((worker, at) => ({ номер: at + 1, ...(workerValue(worker) as Fields) }))
	};
}
