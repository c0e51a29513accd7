/** What else is done beside the two registers; a line is shown when its address is there. */
export const homeTools = [
	{ href: '/registry/topics', label: 'Направления', about: 'список затруднений и компетенций, общий для обеих сторон' },
	{
		href: '/registry/criteria',
		label: 'Критерии отбора наставников',
		about: 'кто им отвечает, кто нет и чего мы не знаем'
	},
	{ href: '/registry/requests', label: 'Запросы наставляемых', about: 'из анкет, бесед и наблюдений; анализ' },
	{ href: '/interviews', label: 'Собеседования', about: 'кого ещё не расспросили и чем кончилось' },
	{
		href: '/registry/gaps',
		label: 'Кому что нужно и кто может',
		about: 'запросы рядом с предложениями, до всяких пар'
	},
	{ href: '/matching', label: 'Подбор', about: 'кто с кем: лучшие пары из возможных и почему они' },
	{
		href: '/registry/graduates',
		label: 'Завершили: кто станет наставником',
		about: 'бывшие наставляемые – будущие наставники'
	}
] as const;
