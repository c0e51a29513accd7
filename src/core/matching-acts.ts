/** What is done while pairs are looked for, as the journal says it. */
export const matchingActs = {
	'matching-terms.set': 'Весомость и условия подбора изменены',
	'matching-details.recorded': 'Записано, что учесть при подборе',
	'tie.made': 'Решено о паре: закреплена или не ставить вместе',
	'tie.undone': 'Решение о паре отменено',
	'tie.restored': 'Решение о паре возвращено',
	'matching-run.made': 'Сделан подбор',
	'matching-run.removed': 'Подбор убран',
	'matching-run.restored': 'Подбор возвращён',
	'matching-proposal.made': 'Составлено предложение пар',
	'matching-proposal.changed': 'Пары предложения изменены',
	'matching-move.made': 'Наставляемый переведён на доске подбора',
	'matching-move.rearranged': 'Остальные на доске подбора переставлены',
	'matching-move.undone': 'Ход на доске подбора отменён',
	'matching-move.restored': 'Отменённый ход на доске подбора возвращён',
	'matching-proposal.removed': 'Предложение пар убрано',
	'matching-proposal.brought-back': 'Убранное предложение пар возвращено',
	'matching-proposal.accepted': 'Предложение пар принято',
	'matching-proposal.withdrawn': 'Принятие предложения пар отменено',
	'matching-proposal.restored': 'Принятие предложения пар возвращено',
	'matching-proposal.asked': 'Подобранные пары предложены участникам',
	'matching-proposal.unasked': 'Предложение участникам отменено'
} as const;
