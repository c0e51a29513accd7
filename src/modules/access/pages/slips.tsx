import { raw } from 'hono/html';
import type { View } from '../../../core/view';
import { LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { CopyText, counted, Quiet } from '../../../ui/text';
import { type Reach, showCode } from '../rules/invitations';
import { dayIn } from './access-state';

export type Slip = {
	name: string;
	personId: string;
	until: string; // ISO 8601
	/** Undefined once another sign-in looks: what opens the door is stored nowhere. */
	secrets?: { link: string; code: string; qr?: string } | undefined;
	state: 'open' | 'used' | 'revoked';
};

type Props = { view: View; slips: readonly Slip[]; address: string; reach: Reach };

/** On the screen: links to copy; on paper: slips to cut, eight on a sheet. */
export const SlipsPage = ({ view, slips, address, reach }: Props) => {
	const open = slips.filter(({ state }) => state === 'open');
	return (
		<Page
			view={view}
			title={slips.length === 1 ? 'Приглашение' : 'Приглашения'}
			crumbs={[{ href: '/accounts', label: 'Учётные записи и роли' }]}
		>
			<div class="screen-only">
				<p>
					{open.length === 0
						? 'Действующих приглашений на этом листе нет.'
						: `${counted(open.length, ['приглашение', 'приглашения', 'приглашений'])}. Напечатайте эту страницу (Ctrl+P), разрежьте и раздайте под подпись или лично: кто держит листок, тот и войдёт. Ссылку можно отправить человеку и в личном сообщении.`}
				</p>
				<ReachNote reach={reach} address={address} />
				{open.some(({ secrets }) => !secrets) && (
					<Note tone="warm" title="Коды больше не показать">
						<p>
							Их видит только тот, кто выдал приглашения, и только до выхода из программы: так их нельзя достать из
							базы. Выданные листки действуют. Если листок потерян, выдайте новое приглашение.
						</p>
					</Note>
				)}
			</div>
			<ul class="slips">
				{slips.map((slip) => (
					<li class={slip.state === 'open' && slip.secrets ? 'slip' : 'slip screen-only'}>
						<SlipText {...{ slip, address, view }} />
					</li>
				))}
			</ul>
			<div class="buttons">
				<LinkButton href="/accounts" icon="back">
					К учётным записям
				</LinkButton>
			</div>
		</Page>
	);
};

const SlipText = ({ slip, address, view: { actor, now } }: { slip: Slip; address: string; view: View }) => {
	const { name, personId, secrets, state, until } = slip;
	if (state !== 'open' || !secrets) {
		return (
			<p>
				<a href={`/accounts/${personId}`}>{name}</a>{' '}
				<Quiet>{{ used: '– уже вошли', revoked: '– отозвано', open: '– код скрыт' }[state]}</Quiet>
			</p>
		);
	}
	return (
		<>
			<div class="slip-text">
				<p>
					<Quiet>{actor.organisation.name} · «Наставник»</Quiet>
				</p>
				<h2>{name}</h2>
				<p>
					{secrets.qr ? 'Наведите камеру телефона на рисунок. Без телефона откройте ' : 'Откройте '}
					<strong>{address}/invitation</strong> и введите код
				</p>
				<p class="code">{showCode(secrets.code)}</p>
				<p>
					<Quiet>
						Потом придумайте себе пароль. Код действует один раз, до {dayIn(until, actor.timeZone, now.today)}.
					</Quiet>
				</p>
				<div class="screen-only">
					<CopyText text={secrets.link} label="Скопировать ссылку" />
				</div>
			</div>
			{secrets.qr && <div class="qr">{raw(secrets.qr)}</div>}
		</>
	);
};

/** A QR code that cannot be opened is worse than none (school-year.md 9). */
const ReachNote = ({ reach, address }: { reach: Reach; address: string }) => {
	if (reach === 'anywhere') return null;
	return reach === 'this-computer' ? (
		<Note tone="warm" title="С телефона и с других компьютеров этот адрес не откроется">
			<p>
				Сейчас программа доступна только на этом компьютере ({address}), поэтому рисунка для телефона на листках нет.
				Войти по коду можно здесь. Чтобы входили с других устройств, попросите того, кто устанавливал программу, открыть
				её в сети организации (настройка HOST) или поставить на общий сервер района.
			</p>
		</Note>
	) : (
		<Note title="Адрес откроется только в сети вашей организации">
			<p>
				По адресу {address} войдут с компьютеров организации и с телефонов в её Wi-Fi. Из дома и через мобильный
				интернет он не откроется.
			</p>
		</Note>
	);
};
