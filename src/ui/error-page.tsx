import { LinkButton } from './form';
import { SimpleLayout } from './layout';
import { bytesText } from './text';

type Words = { title: string; text: string };

const refused: Words = {
	title: 'Запрос не принят',
	text: 'Страница прислала то, чего программа не ждала. Вернитесь назад, обновите страницу и попробуйте ещё раз.'
};

const broken: Words = {
	title: 'Программа ошиблась',
	text: 'Это наша ошибка, не ваша. Ничего не сохранено наполовину: вернитесь назад и попробуйте ещё раз. Если повторится, скажите администратору, что вы делали и в котором часу.'
};

const words: Record<number, Words> = {
	403: {
		title: 'Здесь нужны другие права',
		text: 'Эта страница открыта другим ролям. Если она нужна вам для работы, попросите об этом куратора или администратора вашей организации.'
	},
	404: {
		title: 'Такой страницы нет',
		text: 'Возможно, ссылка устарела, в адресе опечатка или эта запись принадлежит другой организации.'
	},
	413: {
		title: 'Файл слишком большой',
		text: 'Вернитесь назад (набранное там осталось) и выберите файл поменьше: например, сохраните картинки в документе с меньшим разрешением.'
	},
	429: {
		title: 'Слишком много запросов подряд',
		text: 'Подождите минуту и попробуйте ещё раз. Введённое на прошлой странице не потеряно: вернитесь назад.'
	}
};

/** `limit`: how many bytes would have been taken. */
export const ErrorPage = ({ status, limit }: { status: number; limit?: number }) => {
	const { title, text } = words[status] ?? (status < 500 ? refused : broken);
	return (
		<SimpleLayout title={title}>
			<p>{text}</p>
			{limit !== undefined && limit > 0 && <p>Здесь принимается не больше {bytesText(limit)}.</p>}
			<div class="buttons">
				<LinkButton href="/" icon="home">
					На главную
				</LinkButton>
			</div>
		</SimpleLayout>
	);
};
