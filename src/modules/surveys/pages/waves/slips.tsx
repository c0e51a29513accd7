import { raw } from 'hono/html';
import type { View } from '../../../../core/view';
import { ActionForm, LinkButton } from '../../../../ui/form';
import { Page } from '../../../../ui/page';
import { Note } from '../../../../ui/state';
import { CopyText, counted, dayText, Lede, Quiet } from '../../../../ui/text';
import type { Reach } from '../../../access/rules/invitations';
import type { Wave } from '../../queries/waves';
import { identityPromises } from '../../rules/wave';

export type Slip = { name: string; about: string | null; link: string; qr: string | null };

type Props = {
	view: View;
	wave: Wave;
	slips: readonly Slip[];
	left: number; // have not answered
	hidden: number; // have an address that this sign-in cannot show
	address: string;
	reach: Reach;
};

/** Personal addresses: on the screen to copy, on paper to cut, eight on a sheet. */
export const SlipsPage = ({ view, wave, slips, left, hidden, address, reach }: Props) => (
	<Page
		view={view}
		title="Ссылки и листки"
		crumbs={[
			{ href: '/surveys', label: 'Анкеты' },
			{ href: `/surveys/waves/${wave.id}`, label: wave.title }
		]}
	>
		<div class="screen-only">
			<Lede>
				{left === 0
					? 'Все, кого спрашивают, уже ответили.'
					: slips.length === 0
						? `Ещё не ответили ${left}. Сделайте каждому личную ссылку: отвечают по ней без входа в программу.`
						: `${counted(slips.length, ['ссылка', 'ссылки', 'ссылок'])}. Напечатайте страницу (Ctrl+P), разрежьте и раздайте лично или отправьте ссылку в личном сообщении: кто держит её, тот и ответит.`}
			</Lede>
			<ReachNote {...{ reach, address }} />
			{hidden > 0 && (
				<Note title={`Ещё ${counted(hidden, ['ссылку', 'ссылки', 'ссылок'])} здесь не показать`}>
					<p>
						Ссылки видит только тот, кто их сделал, и только до выхода из программы: так их нельзя достать из базы.
						Розданные листки действуют. Нужны ещё раз – сделайте новые, прежние тоже будут открываться.
					</p>
				</Note>
			)}
			{left > slips.length && (
				<ActionForm
					action={`/surveys/waves/${wave.id}/links`}
					token={crypto.randomUUID()}
					label={slips.length === 0 ? 'Сделать ссылки всем, кто не ответил' : 'Сделать недостающие ссылки'}
					kind={slips.length === 0 ? 'primary' : 'secondary'}
					icon="link"
				/>
			)}
		</div>
		<ul class="slips">
			{slips.map((slip) => (
				<li class="slip">
					<div class="slip-text">
						<p>
							<Quiet>
								{view.actor.organisation.name} · {wave.title}
							</Quiet>
						</p>
						<h2>{slip.name}</h2>
						{slip.about && <p>О ком: {slip.about}</p>}
						<p>
							{slip.qr ? 'Наведите камеру телефона на рисунок и ответьте' : 'Откройте ссылку и ответьте'} до{' '}
							{dayText(wave.closesOn, view.now.today)}. Входить никуда не нужно.
						</p>
						<p>
							<Quiet>{identityPromises[wave.identity].respondent}</Quiet>
						</p>
						<div class="screen-only">
							<CopyText text={slip.link} label="Скопировать ссылку" />
						</div>
					</div>
					{slip.qr && <div class="qr">{raw(slip.qr)}</div>}
				</li>
			))}
		</ul>
		<div class="buttons">
			<LinkButton href={`/surveys/waves/${wave.id}`} icon="back">
				К анкетированию
			</LinkButton>
		</div>
	</Page>
);

/** A QR code that cannot be opened is worse than none (school-year.md 9). */
const ReachNote = ({ reach, address }: Pick<Props, 'reach' | 'address'>) =>
	reach === 'anywhere' ? null : (
		<Note
			tone={reach === 'this-computer' ? 'warm' : 'calm'}
			title={
				reach === 'this-computer'
					? 'С телефона и с других компьютеров ссылка не откроется'
					: 'Ссылка откроется только в сети вашей организации'
			}
		>
			<p>
				{reach === 'this-computer'
					? `Сейчас программа доступна только на этом компьютере (${address}), поэтому рисунка для телефона нет. Спросите на бумаге: напечатайте анкеты и введите ответы сами.`
					: `По адресу ${address} ответят с компьютеров организации и с телефонов в её Wi-Fi. Остальным дайте бумажную анкету.`}
			</p>
		</Note>
	);

/** One person's addresses, and how to stop them. */
export const LostLinkPage = ({
	view,
	wave,
	participant
}: {
	view: View;
	wave: Wave;
	participant: { id: string; name: string };
}) => (
	<Page
		view={view}
		title="Ссылка потеряна"
		crumbs={[
			{ href: '/surveys', label: 'Анкеты' },
			{ href: `/surveys/waves/${wave.id}`, label: wave.title }
		]}
	>
		<Lede>{participant.name}: все ссылки, сделанные раньше, перестанут открываться. Потом можно сделать новую.</Lede>
		<div class="buttons">
			<ActionForm
				action={`/survey-participants/${participant.id}/links/revocation`}
				token={crypto.randomUUID()}
				label="Отозвать прежние ссылки"
				kind="primary"
			/>
			<LinkButton href={`/surveys/waves/${wave.id}`} kind="quiet">
				Не отзывать
			</LinkButton>
		</div>
	</Page>
);
