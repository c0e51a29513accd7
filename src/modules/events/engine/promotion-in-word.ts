import { showDate } from '../../../core/dates';
import { paperInWord } from '../../../core/paper-in-word';
import type { PromotionLine } from '../rules/promotion';

type Given = {
	organisation: string;
	plan: { title: string; goal: string; lines: readonly PromotionLine[]; approvedOn: string | null };
};

/** «Программа продвижения» as a table to be put to the plan. */
export const promotionInWord = ({ organisation, plan }: Given): Promise<Uint8Array> =>
	paperInWord({
		title: plan.title,
		head: [organisation],
		parts: [
			...(plan.goal ? [{ line: `Цель: ${plan.goal}`, align: 'both' as const }] : []),
			...(plan.approvedOn ? [{ line: `Утверждена ${showDate(plan.approvedOn)}` }] : []),
			{
				headings: ['№', 'Дата', 'Что делаем', 'Для кого', 'Где, чем', 'Ответственный'],
				widths: [1, 2, 7, 4, 5, 3],
				rows: plan.lines.map(({ on, what, audience, channel, responsible }, at) => [
					String(at + 1),
					on ? showDate(on) : '',
					what,
					audience,
					channel,
					responsible
				])
			},
			{ line: 'Куратор ____________________ / ____________________', before: 240 }
		]
	});
