import { usualCadence } from '../../rules/meeting-days';
import { paperWords } from '../../rules/words';
import type { PersonKnown, WorkingKnown } from '../../rules/working-facts';
import { categoryText, isNewcomer, teachingText, wordsFor } from '../../rules/working-words';
import { listed } from '../asked-values';
import type { CommonFacts } from '../common-values';
import { workerValue } from '../common-values';
import { type MentorFacts, mentorValues } from '../pair-values';
import { dayValue, type Fields, personValue } from '../template/values';
import { taskFor } from './tasks';
import { tidy } from './text';

const lower = (text: string) => text.charAt(0).toLocaleLowerCase('ru') + text.slice(1);

/** First lines of the log where no term is known. */
const usualMeetings = 18;

/** What is known of the mentees of one mentor, put together: the strongest of each difficulty. */
function difficultiesOf(mentees: readonly PersonKnown[]) {
	const strongest = new Map<string, number>();
	for (const { topic, level } of mentees.flatMap(({ deficits }) => deficits))
		strongest.set(topic, Math.max(level, strongest.get(topic) ?? 0));
	return [...strongest].toSorted((a, b) => b[1] - a[1]);
}

/** Fields of one mentor's papers of work (rules/fields/working.ts). */
export function workingValues(
	facts: MentorFacts,
	known: WorkingKnown,
	{ organisation, on }: Pick<CommonFacts, 'organisation' | 'on'>
): Fields {
	const words = paperWords(organisation.kind, organisation.words);
	const of = (id: string | undefined) => known.people.get(id ?? '');
	const mentor = of(facts.mentor.id);
	const mentees = facts.mentees.flatMap((one) => of(one.id) ?? []);
	const difficulties = difficultiesOf(mentees);
	const nameOf = (topic: string) => known.topics.get(topic) ?? topic;
	const days = known.meetingDays(facts.from, facts.to);
	const wishes = [...new Set(mentees.flatMap(({ requests }) => requests.map(({ format }) => format).filter(Boolean)))];
	const own = mentorValues(facts);
	return {
		...own,
		наставник: { ...(workerValue(facts.mentor) as Fields), категория: mentor ? categoryText(mentor.category) : null },
		наставляемые: listed(facts.mentees, (one) => ({
			...(workerValue(one) as Fields),
			стаж: teachingText(of(one.id)?.teachingSince ?? null, on)
		})),
		приказ: facts.order && { дата: dayValue(facts.order.on), номер: facts.order.number },
		частота: usualCadence.words,
		достижения: tidy(mentor?.achievements ?? '') || null,
		запросы: listed(
			facts.mentees.flatMap((one) => (of(one.id)?.requests ?? []).map(({ words: said }) => ({ one, said }))),
			({ one, said }) => ({ кто: personValue(one.person), слова: tidy(said) })
		),
		пожелания: wishes.map(wordsFor.format).join(', ') || null,
		кратко: difficulties.map(([topic]) => lower(nameOf(topic))).join('; ') || null,
		затруднения: difficulties.map(([topic, level], at) => {
			const { task, result } = taskFor(topic, nameOf(topic), words);
			return { номер: at + 1, направление: nameOf(topic), уровень: String(level), задание: task, результат: result };
		}),
		новичок: mentees.some(({ employedSince }) => isNewcomer(employedSince, facts.from)),
		встречи: (days.length > 0 ? days : Array.from({ length: usualMeetings }, () => null)).map((day, at) => ({
			номер: at + 1,
			до: day && dayValue(day)
		}))
	};
}
