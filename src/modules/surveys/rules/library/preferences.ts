import { type LibraryQuestionnaire, ranking, scale, section, sources, words } from './shape';

type Side = { code: string; whom: string; of: 'mentors' | 'mentees'; others: string; other: string; goals: string };

const after = ({ code, whom, of, others, other, goals }: Side): LibraryQuestionnaire => ({
	code,
	name: `После групповой встречи: ${whom}`,
	whom,
	when: 'сразу после групповой встречи',
	about: `С кем из ${others} хотелось бы работать: взаимный выбор помогает собрать пары.`,
	identity: 'named',
	minutes: 2,
	source: sources.own,
	contents: {
		intro: 'Вы познакомились. Кого бы вы выбрали? Тем, кого не назвали, об этом не скажут.',
		thanks: 'Спасибо. Окончательно пары складываются после разговора с каждым.',
		sections: [
			section('', [
				ranking('who', `С кем из ${others} вы хотели бы работать?`, of, 3, {
					required: true,
					meaning: 'preference',
					help: 'До трёх человек; первым назовите того, с кем хочется больше всего.'
				}),
				words('goals', goals),
				scale('comfort', 'Насколько вам было спокойно и удобно на встрече?'),
				words('wish', `Что куратору важно знать, подбирая вам ${other}?`, {
					meaning: 'wish',
					help: 'В том числе с кем работать было бы неудобно.'
				})
			])
		]
	}
});

export const preferences: readonly LibraryQuestionnaire[] = [
	after({
		code: 'after-meeting-mentee',
		whom: 'наставляемые',
		of: 'mentors',
		others: 'наставников',
		other: 'наставника',
		goals: 'Кто из них и чем может помочь вам прийти к вашей цели?'
	}),
	after({
		code: 'after-meeting-mentor',
		whom: 'наставники',
		of: 'mentees',
		others: 'наставляемых',
		other: 'наставляемого',
		goals: 'Кому из них и в чём вы могли бы помочь больше всего?'
	})
];
