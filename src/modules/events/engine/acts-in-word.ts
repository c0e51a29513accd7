import { showDate } from '../../../core/dates';
import { paperInWord } from '../../../core/paper-in-word';
import { actsWords, levelOf } from '../rules/acts';

type Given = {
	organisation: string;
	on: string;
	acts: readonly { id: string; kind: string; title: string; called: number; acquainted: number }[];
	readers: readonly { name: string; post: string; read: Record<string, string | null> }[];
};

/** Which acts are read and by whom: the list of acts, and a sheet of everybody by act with the day or a place to sign. */
export const actsInWord = ({ organisation, on, acts, readers }: Given): Promise<Uint8Array> =>
	paperInWord({
		title: 'Лист ознакомления с документами о наставничестве',
		head: [organisation],
		parts: [
			{ line: `На ${showDate(on)}. ${actsWords(acts)}.`, align: 'center' },
			{
				headings: ['№', 'Документ', 'Уровень', 'Ознакомились'],
				widths: [1, 12, 3, 3],
				rows: acts.map(({ title, kind, called, acquainted }, at) => [
					String(at + 1),
					title,
					levelOf(kind),
					`${acquainted} из ${called}`
				])
			},
			{
				line: 'Кто с каким документом ознакомлен (номер – по списку выше); пустая клетка – для подписи и даты.',
				before: 160
			},
			{
				headings: ['№', 'ФИО', 'Должность', ...acts.map((_, at) => `№ ${at + 1}`)],
				widths: [1, 6, 5, ...acts.map(() => 3)],
				rows: readers.map(({ name, post, read }, at) => [
					String(at + 1),
					name,
					post,
					...acts.map(({ id }) => (id in read ? (read[id] ? showDate(read[id]) : '') : '—'))
				])
			},
			{ line: 'Ответственный ____________________ / ____________________', before: 240 }
		]
	});
