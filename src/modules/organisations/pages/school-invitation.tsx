import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Moment } from '../../../ui/text';
import { type Reach, showCode } from '../../access/rules/invitations';
import type { OrganisationBelow } from '../queries';

type Props = {
	view: View;
	organisation: OrganisationBelow;
	/** Undefined once another sign-in looks: what opens the door is stored nowhere. */
	secrets: { link: string; code: string; until: string } | undefined;
	address: string;
	reach: Reach;
};

/** The way in for the first person of an organisation below: to send, or to print and hand over. */
export const SchoolInvitationPage = ({ view, organisation, secrets, address, reach }: Props) => (
	<Page
		view={view}
		title={`Приглашение: ${organisation.name}`}
		notice={view.saved === 'school' ? `${organisation.name}: организация добавлена` : undefined}
		crumbs={[{ href: '/schools', label: 'Школы' }]}
	>
		{secrets ? (
			<Card>
				<p>
					Отправьте ссылку тому, кто начнёт работу, лично или напечатайте эту страницу (Ctrl+P). Кто держит код, тот и
					войдёт.
				</p>
				<p>
					Ссылка: <a href={secrets.link}>{secrets.link}</a>
				</p>
				<p>
					Или: открыть <strong>{address}/invitation</strong> и ввести код{' '}
					<strong class="code">{showCode(secrets.code)}</strong>
				</p>
				<p class="quiet">
					Действует один раз, до <Moment at={secrets.until} timeZone={view.actor.timeZone} today={view.now.today} />.
				</p>
			</Card>
		) : (
			<Note tone="warm" title="Код больше не показать">
				<p>
					Его видит только тот, кто выдал приглашение, и только до выхода из программы. Если он потерян, выдайте новый.
				</p>
				{!organisation.entered && (
					<ActionForm
						action={`/schools/${organisation.id}/invitation`}
						label="Выдать новое приглашение"
						token={crypto.randomUUID()}
					/>
				)}
			</Note>
		)}
		{reach === 'this-computer' && (
			<Note tone="warm" title="С других компьютеров этот адрес не откроется">
				<p>
					Сейчас программа доступна только на этом компьютере ({address}). Чтобы школы вошли, её нужно открыть в сети
					или поставить на общий сервер.
				</p>
			</Note>
		)}
		<LinkButton href="/schools" icon="back">
			К списку организаций
		</LinkButton>
	</Page>
);
