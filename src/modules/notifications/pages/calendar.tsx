import { raw } from 'hono/html';
import type { Problems } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { ActionForm, ErrorSummary, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { CopyText, Lede, Moment } from '../../../ui/text';
import type { Reach } from '../../access/rules/invitations';

type Props = {
	view: View;
	feed: { issuedAt: string; lastUsedAt: string | null } | undefined;
	/** The address, while the sign-in that made it lives. */
	link: string | undefined;
	webcal: string | undefined;
	qr: string | undefined;
	reach: Reach;
	problems?: Problems | undefined;
};

const notices: Record<string, string> = {
	address: 'Адрес календаря создан',
	revoked: 'Адрес отозван: по нему больше ничего не откроется'
};

/** One's own deadlines in the calendar one looks at anyway. */
export const CalendarPage = ({ view, feed, link, webcal, qr, reach, problems }: Props) => (
	<Page
		view={view}
		title="Календарь в телефоне"
		notice={notices[view.saved ?? '']}
		crumbs={[{ href: '/today', label: 'Сегодня' }]}
	>
		<Lede>
			{feed
				? 'Ваши сроки видны в календаре телефона или компьютера и обновляются сами.'
				: 'Ваши сроки могут стоять в календаре телефона или компьютера и обновляться сами.'}
		</Lede>
		<ErrorSummary problems={problems} />
		<Reached reach={reach} />
		{feed ? (
			<Card title="Ваш адрес">
				<Facts
					facts={[
						['Создан', <Moment at={feed.issuedAt} timeZone={view.actor.timeZone} today={view.now.today} />],
						[
							'Календарь спрашивал',
							feed.lastUsedAt ? (
								<Moment at={feed.lastUsedAt} timeZone={view.actor.timeZone} today={view.now.today} />
							) : (
								'пока ни разу'
							)
						]
					]}
				/>
				{link ? (
					<div class="slip">
						<div class="slip-text">
							<p>Это секретный адрес: кто его знает, тот видит ваши сроки. Не пересылайте его.</p>
							<CopyText text={link} label="Скопировать адрес" />
							{qr && <p class="quiet">Рисунок – для iPhone: наведите камеру.</p>}
						</div>
						{qr && <div class="qr">{raw(qr)}</div>}
					</div>
				) : (
					<p>
						Адрес показывают один раз – тому входу, который его создал: из базы его не достать. Он продолжает работать.
						Потеряли – замените.
					</p>
				)}
				<div class="buttons">
					{webcal && (
						<LinkButton href={webcal} kind="primary" icon="calendar">
							Подписаться на этом устройстве
						</LinkButton>
					)}
					<ActionForm action="/my-calendar/address" token={crypto.randomUUID()} label="Заменить адрес" icon="repeat" />
					<ActionForm
						action="/my-calendar/address/revocation"
						token={crypto.randomUUID()}
						label="Отозвать адрес"
						kind="danger"
					/>
				</div>
			</Card>
		) : (
			<Card title="Создайте секретный адрес">
				<p>
					Программа даст адрес, который вы один раз впишете в свой календарь. По нему видны только названия и дни того,
					что видите вы сами; пароль не нужен. Отозвать адрес можно в любой день.
				</p>
				<ActionForm
					action="/my-calendar/address"
					token={crypto.randomUUID()}
					label="Создать адрес"
					kind="primary"
					icon="calendar"
				/>
			</Card>
		)}
		<HowTo />
		<p class="quiet">
			Нужен один срок, без подписки? На странице мероприятия рядом со сроком есть «в календарь»: скачается файл с этим
			днём.
		</p>
	</Page>
);

/** Whoever is promised a calendar must be able to open it (school-year.md 9). */
const Reached = ({ reach }: { reach: Reach }) => {
	if (reach === 'anywhere') return null;
	return reach === 'this-computer' ? (
		<Note tone="warm" title="Сейчас программа открывается только на этом компьютере">
			<p>
				Телефон и календари Google и Яндекса до неё не доберутся: подписка сработает только в программе-календаре здесь
				же. Попросите того, кто устанавливал программу, открыть её в сети (настройка HOST) или поставить на общий
				сервер.
			</p>
		</Note>
	) : (
		<Note title="Адрес откроется только в сети вашей организации">
			<p>
				Телефон обновит сроки, когда он в её Wi-Fi. Календари Google и Яндекса спрашивают адрес из интернета, и у них
				подписка не заработает.
			</p>
		</Note>
	);
};

const HowTo = () => (
	<Card title="Как добавить">
		<Fold label="iPhone и iPad">
			<p>
				Откройте эту страницу на телефоне и нажмите «Подписаться на этом устройстве». Или вручную: Настройки →
				Приложения → Календарь → Учётные записи → Новая учётная запись → Другое → Подписной календарь, вставьте адрес.
			</p>
		</Fold>
		<Fold label="Google Календарь (и Android)">
			<p>
				На компьютере откройте calendar.google.com. Слева у слов «Другие календари» нажмите «+» → «Добавить по URL»,
				вставьте адрес. На телефоне он появится сам. Google обновляет такие календари несколько раз в сутки.
			</p>
		</Fold>
		<Fold label="Яндекс Календарь">
			<p>
				На calendar.yandex.ru слева внизу нажмите «Новый календарь» → «Подписка», вставьте адрес и дайте календарю имя.
			</p>
		</Fold>
		<Fold label="Outlook">
			<p>В календаре нажмите «Добавить календарь» → «Подписаться из Интернета», вставьте адрес.</p>
		</Fold>
	</Card>
);
