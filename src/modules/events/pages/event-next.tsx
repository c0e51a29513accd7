import type { View } from '../../../core/view';
import { NextStep } from '../../../ui/card';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Exports } from '../../../ui/list';
import type { Called, Event } from '../queries/event';
import { canBeMarked, standingOf } from '../rules/event';

/** The one thing to do now. */
export const Next = ({ view: { now }, event }: { view: View; event: Event }) => {
	const standing = standingOf(event, now.today);
	const { id, meets, minutes, agenda, body, acquaints, called, acquainted } = event;
	if (standing === 'cancelled') return null;
	if (standing === 'draft' && !(meets && canBeMarked(event, now.today) && event.heldOn < now.today))
		return (
			<NextStep
				action={
					<ActionForm
						action={`/events/${id}/announcement`}
						label={meets ? 'Позвать' : 'Объявить'}
						token={crypto.randomUUID()}
						kind="primary"
						icon="bell"
					/>
				}
			>
				<p>
					{called > 0 ? `В списке ${called}.` : 'В списке пока никого.'} Пока не объявлено, это видят только те, кто
					ведёт план.
				</p>
			</NextStep>
		);
	if (meets && !event.attendedAt && canBeMarked(event, now.today))
		return (
			<NextStep
				action={
					<LinkButton href={`/events/${id}/attendance`} kind="primary" icon="check">
						Отметить, кто был
					</LinkButton>
				}
			>
				<p>Отмечены все: снимите галочки у тех, кого не было. С этой отметкой событие считается состоявшимся.</p>
			</NextStep>
		);
	if (meets && event.attendedAt && body && !minutes?.signedOn && (agenda.length > 0 || minutes))
		return (
			<NextStep
				action={
					<LinkButton href={`/events/${id}/minutes`} kind="primary" icon="document">
						{minutes ? 'Продолжить протокол' : 'Составить протокол'}
					</LinkButton>
				}
			>
				<p>Повестка и присутствующие уже в нём: впишите, что решили.</p>
			</NextStep>
		);
	if (!meets && !event.attendedAt && standing === 'told')
		return (
			<NextStep
				action={
					<>
						<LinkButton href={`/events/${id}/sheet`} kind="primary" icon="check">
							{acquaints && called > acquainted ? 'Отметить с листа' : 'Завершить объявление'}
						</LinkButton>
						{acquaints && called > acquainted && (
							<LinkButton href={`/events/${id}/sheet.docx`} icon="printer">
								Лист на подпись
							</LinkButton>
						)}
					</>
				}
			>
				<p>
					{acquaints
						? `Ознакомились ${acquainted} из ${called}. Кто не заходит в программу, расписывается на листе.`
						: 'Когда все узнали, завершите: мероприятие плана закроется.'}
				</p>
			</NextStep>
		);
	return null;
};

/** What of it can be taken along or looked at further. */
export const Papers = ({
	event: { id, meets, attendedAt, minutes, called, acquaints, body },
	people
}: {
	event: Event;
	people: readonly Called[];
}) => {
	const files = [
		...(minutes ? [{ href: `/events/${id}/minutes.docx`, label: 'Протокол (Word)' }] : []),
		...(people.length > 0
			? [
					{
						href: `/events/${id}/sheet.docx`,
						label: acquaints || !meets ? 'Лист ознакомления (Word)' : 'Лист регистрации (Word)'
					}
				]
			: []),
		...(attendedAt && meets && called > 0
			? [{ href: `/events/${id}/present.docx`, label: 'Список присутствующих (Word)' }]
			: [])
	];
	return (
		<>
			{files.length > 0 && <Exports files={files} />}
			{meets && attendedAt && (
				<p>
					<a href={`/events/${id}/attendance`}>Исправить, кто был</a>
					{body && (
						<>
							{' · '}
							<a href={`/events/${id}/minutes`}>{minutes ? 'Протокол' : 'Составить протокол'}</a>
						</>
					)}
					{acquaints && (
						<>
							{' · '}
							<a href={`/events/${id}/sheet`}>Кто ознакомился</a>
						</>
					)}
				</p>
			)}
			{!meets && attendedAt && (
				<p>
					<a href={`/events/${id}/sheet`}>Кто ознакомился</a>
				</p>
			)}
		</>
	);
};
