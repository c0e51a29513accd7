import { showDate } from '../../../core/dates';
import { paperInWord } from '../../../core/paper-in-word';
import { formatText, priorities, sources } from '../rules/registers';
import { type Analysis, strongestOf } from '../rules/requests';
import type { TopicNames } from '../rules/topics';

type Report = {
	organisation: string;
	on: string;
	conclusion: string;
	pupils?: number;
	analysis: Analysis;
	names: TopicNames;
};

const level = (value: number) => (value > 0 ? String(value) : '');

/** The analysis: what it adds up to, the difficulties in three pairs of eyes, the list of requests with whose they are. */
export const requestsInWord = ({
	organisation,
	on,
	conclusion,
	pupils = 0,
	analysis,
	names
}: Report): Promise<Uint8Array> =>
	paperInWord({
		title: 'Анализ запросов наставляемых',
		stamp: [organisation, `на ${showDate(on)}`],
		parts: [
			{ heading: 'Вывод' },
			conclusion,
			...(pupils > 0 ? [`Запросов обучающихся, собранных отдельно: ${pupils}.`] : []),
			...(analysis.topics.length > 0
				? [
						{ heading: 'Затруднения: наибольший уровень от 0 до 3' },
						{
							headings: ['№', 'Направление', 'Сколько человек', 'Сам', 'Наставник', 'Куратор'],
							widths: [1, 6, 2, 2, 2, 2],
							rows: analysis.topics.map(({ name, people, self, mentor, curator }, at) => [
								...[String(at + 1), name, String(people)],
								...[level(self), level(mentor), level(curator)]
							])
						}
					]
				: []),
			{ heading: 'База запросов' },
			{
				headings: ['№', 'ФИО', 'Должность', 'Запрос', 'Затруднения', 'Насколько срочно', 'Формат', 'Откуда'],
				widths: [1, 4, 4, 7, 4, 3, 3, 3],
				rows: analysis.open.map((one, at) => [
					String(at + 1),
					one.name,
					one.post,
					one.words,
					strongestOf(one.deficits)
						.map((deficit) => `${names.get(deficit.topic) ?? deficit.topic} (${deficit.level})`)
						.join('\n'),
					priorities[one.priority],
					formatText(one.format),
					`${sources[one.source]}, ${showDate(one.saidOn)}`
				])
			},
			'Куратор ____________________ / ____________________'
		]
	});
