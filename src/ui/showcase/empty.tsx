import { Card } from '../card';
import { ActionForm, Buttons, LinkButton } from '../form';
import { Layout } from '../layout';
import { Empty } from '../list';
import { CopyText } from '../text';
import { frame, token } from './frame';

export const EmptyPage = () => (
	<Layout title="Дорожная карта" {...frame} current="/roadmap">
		<Empty
			title="Начните с файла дорожной карты"
			icon="road"
			action={
				<LinkButton href="/showcase/card" kind="primary" icon="upload">
					Загрузить файл
				</LinkButton>
			}
		>
			<p>
				Подойдёт прошлогодний документ Word, таблица Excel или текст. Программа покажет, что поняла, и ничего не примет
				без вас.
			</p>
		</Empty>
		<Card title="Приглашение для Дроновой В. И.">
			<p>
				Одноразовый код: <CopyText text="7KX4-Q2MP-LD9C" />
			</p>
			<Buttons>
				<ActionForm action="/showcase/empty" token={token} label="Выдать новый" icon="repeat" />
				<ActionForm action="/showcase/empty" token={token} label="Отозвать" kind="danger" />
			</Buttons>
		</Card>
	</Layout>
);
