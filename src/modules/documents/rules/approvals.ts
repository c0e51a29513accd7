import { showDate } from '../../../core/dates';
import type { Problems } from '../../../core/forms';
import type { ApprovalKind, FileKind, Happened, Outcome } from './life';

/** The term of the union's reasoned opinion, in working days from the day it has got the draft (ст. 372 ТК РФ, ч. 2). */
export const unionDays = 5;

/** What was said, or not yet. `stale`: of a text that is no longer the newest. */
export type Said = {
	kind: ApprovalKind;
	name: string;
	dueOn: string | null;
	outcome: Outcome | null;
	stale: boolean;
};

export type ApprovalStanding = 'waits' | 'late' | 'stale' | Outcome;
export const approvalStanding = ({ outcome, stale, dueOn }: Omit<Said, 'name' | 'kind'>, today: string) =>
	outcome !== null ? (stale ? 'stale' : outcome) : dueOn !== null && dueOn < today ? 'late' : 'waits';

/** Whether it waits for the one who was asked: never answered, or answered of a former text. */
export const awaitsMe = ({ open, outcome, stale }: { open: boolean; outcome: Outcome | null; stale: boolean }) =>
	open && (outcome === null || stale);

/** Whether the text may still be agreed on: what is signed does not change. */
export const mayBeAgreed = ({ removed, signedOn, datedOn }: Pick<Happened, 'removed' | 'signedOn' | 'datedOn'>) =>
	!removed && !signedOn && !datedOn;

/** The text as it stands now among the files of a document, the newest first. */
export const currentText = <F extends { kind: FileKind; numbered: boolean }>(files: readonly F[]) =>
	files.find(({ kind, numbered }) => (kind === 'generated' || kind === 'edited') && !numbered);

/** What stands between a paper and its signature, one line a person. Nothing where nobody was asked. */
export const unagreedIn = (approvals: readonly Said[]): string[] =>
	approvals.flatMap(({ kind, name, dueOn, outcome, stale }) => {
		const until = dueOn ? `, срок по ${showDate(dueOn)}` : '';
		if (outcome === null)
			return kind === 'union'
				? [`Нет мотивированного мнения профсоюза (${name}${until}).`]
				: [`Нет визы: ${name}${until}.`];
		if (stale) return [`После ответа текст изменился, нужен новый ответ: ${name}.`];
		if (outcome === 'refused') return [`Не согласен: ${name}.`];
		return [];
	});

/** What ст. 372 ТК РФ asks of the employer once the union has not simply agreed. */
export function unionAdvice(approvals: readonly Said[]): string | undefined {
	const said = approvals.find(({ kind, stale }) => kind === 'union' && !stale)?.outcome;
	if (said === 'refused')
		return 'Согласитесь с профсоюзом и поправьте текст или в течение трёх дней после его мнения проведите консультации. Не договорились – оформите протокол разногласий: после него документ можно принять.';
	if (said === 'remarks')
		return 'Примите предложения профсоюза или в течение трёх дней после его мнения проведите консультации.';
	if (said === 'silent')
		return 'Пять рабочих дней прошли, мнения нет: документ можно принимать. Сохраните отметку, когда проект вручён.';
	return undefined;
}

type Answer = { outcome: Outcome; words: string };

/** What is wrong with an answer: a remark and a refusal say why. */
export const problemsWithAnswer = ({ outcome, words }: Answer): Problems =>
	(outcome === 'remarks' || outcome === 'refused') && words === ''
		? { words: outcome === 'refused' ? 'Напишите, с чем не согласны' : 'Напишите замечания' }
		: {};

/** The same of an answer on paper, with its day. */
export function problemsWithPaper(
	{ outcome, words, answeredOn }: Answer & { answeredOn: string },
	{ kind, dueOn, askedOn }: { kind: ApprovalKind; dueOn: string | null; askedOn: string | null },
	today: string
): Problems {
	if (answeredOn > today) return { answeredOn: 'Этот день ещё не наступил: проверьте дату на листе' };
	if (askedOn && answeredOn < askedOn) return { answeredOn: `Раньше, чем спросили (${showDate(askedOn)})` };
	if (outcome !== 'silent') return problemsWithAnswer({ outcome, words });
	if (kind !== 'union') return { outcome: 'Молчание отмечают только за профсоюзом' };
	return dueOn === null || answeredOn <= dueOn
		? { answeredOn: `Срок мнения – по ${showDate(dueOn ?? today)}: раньше следующего дня отмечать рано` }
		: {};
}
