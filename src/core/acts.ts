/**
 * Every act the journal may hold, and how the journal's page says it. A route names the acts it journals (http.ts);
 * sorted by room.
 */
export const acts = {
	'file.stored': 'Файл загружен',

	'account.founded': 'Организация создана, выдана первая учётная запись',
	'account.activated': 'Приглашение принято',
	'account.password-changed': 'Пароль изменён',
	'account.email-changed': 'Почта для входа изменена',
	'invitation.issued': 'Выдано приглашение',
	'invitation.revoked': 'Приглашение отозвано',
	'session.revoked': 'Сеанс завершён',
	'role.granted': 'Роль назначена',
	'role.ended': 'Роль снята',
	'role.withdrawn': 'Ошибочно назначенная роль убрана',
	'access.suspended': 'Вход закрыт',
	'access.restored': 'Вход снова открыт',

	'organisation.changed': 'Сведения об организации изменены',
	'organisation.added': 'Организация добавлена',
	'school-year.opened': 'Учебный год открыт',
	'term.set': 'Четверти и триместры изменены',
	'day-off.added': 'Нерабочие дни добавлены',
	'day-off.removed': 'Нерабочие дни убраны',
	'calendar.restored': 'Изменение календаря отменено',

	'person.added': 'Сотрудник добавлен',
	'person.changed': 'Сведения о сотруднике изменены',
	'person.left': 'Отмечено увольнение',
	'person.removed': 'Ошибочная запись убрана',
	'person.restored': 'Запись возвращена',
	'person.returned': 'Увольнение отменено',
	'employment.opened': 'Приём на работу отмечен',
	'employment.corrected': 'Даты работы исправлены',
	'post.opened': 'Должность добавлена',
	'post.ended': 'Должность завершена',
	'post.corrected': 'Должность исправлена',
	'post.withdrawn': 'Ошибочная должность убрана',
	'staff-import.uploaded': 'Список сотрудников прочитан',
	'staff-import.corrected': 'Столбцы списка сотрудников исправлены',
	'staff-import.discarded': 'Загрузка списка сотрудников отменена',
	'staff.imported': 'Список сотрудников загружен',

	'roadmap.uploaded': 'Дорожная карта загружена',
	'roadmap.read': 'Дорожная карта прочитана',
	'roadmap.unread': 'Дорожную карту не удалось прочитать',
	'roadmap.asked-again': 'Файл читается ещё раз',
	'roadmap.corrected': 'Разбор дорожной карты исправлен',
	'roadmap.discarded': 'Загрузка отменена',
	'roadmap.uncorrected': 'Исправление разбора отменено',
	'roadmap.brought-back': 'Отменённая загрузка возвращена',
	'roadmap.accepted': 'Дорожная карта принята к исполнению',
	'roadmap.archived': 'План убран в архив',
	'roadmap.restored': 'План возвращён из архива',
	'activity.done': 'Мероприятие выполнено',
	'activity.not-done': 'Отмечено, что мероприятие не выполнено',
	'activity.noted': 'Принято к сведению',
	'activity.assigned': 'Назначен ответственный',
	'activity.unassigned': 'Ответственный снят',
	'activity.reopened': 'Отметка о выполнении отменена',
	'evidence.attached': 'Подтверждение приложено',
	'evidence.removed': 'Подтверждение убрано',
	'evidence.restored': 'Подтверждение возвращено'
} as const;

export type Act = keyof typeof acts;
