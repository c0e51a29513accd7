import { isOver } from './life';
import { type Member, type Mentorship, menteesOf, mentorsOf, pairsNow } from './mentorship';

/** What a mentorship needs before it works as the law and the school want it. */
export type NeedCode = 'word' | 'consent' | 'agreement' | 'order' | 'change-order';
export type Side = 'mentor' | 'mentee';
export type Need = { code: NeedCode; label: string; done: boolean; person: Member | null; side: Side | null };

/** The short words of a list: «нет: согласие наставляемого, приказ». */
export const needWords: Record<NeedCode, string> = {
	word: 'ответ',
	consent: 'согласие',
	agreement: 'соглашение',
	order: 'приказ',
	'change-order': 'приказ об изменении'
};

type Looked = Pick<Mentorship, 'life' | 'pairs' | 'inJobFunction' | 'notEmployee'>;

/**
 * Everything asked of a mentorship, done or not. A mentor works by the agreement of ст. 351.8 ТК РФ; it is not made where the work stands in the
 * job function already, nor where the mentee is no employee. With a mentor from elsewhere it is their employer's to make: the two organisations agree.
 */
export function needsOf(mentorship: Looked, today: string): Need[] {
	const { life, inJobFunction, notEmployee } = mentorship;
	if (life.state === 'declined' || life.state === 'dropped') return [];
	const pairs = pairsNow(mentorship, today);
	const [mentors, mentees] = [mentorsOf(pairs), menteesOf(pairs)];
	const changed: Need[] =
		life.unordered === null
			? []
			: [
					{
						code: 'change-order',
						label: changeOrderOf[life.unordered] ?? 'Приказ об изменении',
						done: false,
						person: null,
						side: null
					}
				];
	if (isOver(life.state)) return changed;
	const word =
		(side: Side) =>
		(person: Member): Need => ({
			code: 'word',
			side,
			label: `Ответ: ${person.name}`,
			done: life.accepted.has(person.id),
			person
		});
	const consent =
		(side: Side) =>
		(person: Member): Need => ({
			code: 'consent',
			side,
			label: `${side === 'mentor' ? 'Согласие наставника' : 'Согласие наставляемого'}: ${person.name}`,
			done: side in person.consents,
			person
		});
	return [
		...mentors.map(word('mentor')),
		...mentees.filter(({ id }) => !mentors.some((one) => one.id === id)).map(word('mentee')),
		...mentors.map(consent('mentor')),
		...mentees.map(consent('mentee')),
		...mentors
			.filter(({ worksAt }) => worksAt || !(inJobFunction || notEmployee))
			.map(
				(person): Need => ({
					code: 'agreement',
					side: 'mentor',
					label: person.worksAt
						? `Соглашение о сетевом взаимодействии: ${person.worksAt}`
						: `Дополнительное соглашение: ${person.name}`,
					done: life.agreements.has(person.id),
					person
				})
			),
		{ code: 'order', label: 'Приказ о закреплении', done: life.ordered, person: null, side: null },
		...changed
	];
}

const changeOrderOf: Partial<Record<string, string>> = {
	suspended: 'Приказ о приостановлении',
	resumed: 'Приказ о возобновлении',
	extended: 'Приказ о продлении',
	replaced: 'Приказ о замене наставника',
	joined: 'Приказ об изменении состава',
	left: 'Приказ об изменении состава',
	ended: 'Приказ о прекращении'
};

/** What is still missing, each word once: «согласие наставляемого, приказ». */
export function missingWords(needs: readonly Need[]) {
	const lacking = needs.filter(({ done }) => !done);
	return [...new Set(lacking.map(({ code }) => needWords[code]))];
}
