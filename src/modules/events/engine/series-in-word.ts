import { showDate } from '../../../core/dates';
import { paperInWord } from '../../../core/paper-in-word';
import { type Cadence, cadences, seriesWords } from '../rules/series';

type Given = {
	organisation: string;
	series: {
		title: string;
		kind: string;
		every: Cadence;
		events: readonly {
			heldOn: string;
			startsAt: string | null;
			place: string;
			attendedAt: string | null;
			cancelledAt: string | null;
			called: number;
			came: number;
			outcome: string;
		}[];
	};
};

/** A series as a table: day, place, whether it was held, how many came, what came of it. */
export const seriesInWord = ({ organisation, series }: Given): Promise<Uint8Array> =>
	paperInWord({
		title: `${series.kind}: ${series.title}`,
		head: [organisation],
		upright: true,
		parts: [
			{ line: `${cadences[series.every]}. ${seriesWords(series.events)}.`, align: 'center' },
			{
				headings: ['№', 'Дата', 'Где', 'Были', 'Итог'],
				widths: [1, 3, 3, 3, 6],
				rows: series.events.map(({ heldOn, startsAt, place, attendedAt, cancelledAt, called, came, outcome }, at) => [
					String(at + 1),
					[showDate(heldOn), startsAt].filter(Boolean).join(', '),
					place,
					attendedAt ? `${came} из ${called}` : cancelledAt ? 'отменено' : 'предстоит',
					outcome
				])
			},
			{ line: 'Ответственный ____________________ / ____________________', before: 240 }
		]
	});
