import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Pill } from '../../../ui/state';
import { Day, Quiet } from '../../../ui/text';
import type { RegistryPerson, RequestLine } from '../queries/person';
import { formatText, priorities, requestEvents, sources } from '../rules/registers';
import type { TopicNames } from '../rules/topics';
import { deficitLines } from './words';

type Props = { view: View; person: RegistryPerson; names: TopicNames };

/** What somebody asks for, each request with what became of it. */
export const RequestCard = ({ view, person, names }: Props) => {
	const shown = person.requests.filter(({ removed }) => !removed);
	return (
		<Card
			title="Запросы"
			actions={
				<LinkButton href={`/registry/people/${person.id}/request`} icon="plus" kind="quiet">
					Записать запрос
				</LinkButton>
			}
		>
			{shown.length === 0 && <p class="quiet">О чём просит, пока не записано.</p>}
			{shown.length > 0 && (
				<ul class="periods">
					{shown.map((request) => (
						<Request {...{ request, names }} today={view.now.today} />
					))}
				</ul>
			)}
		</Card>
	);
};

const Request = ({ request, names, today }: { request: RequestLine; names: TopicNames; today: string }) => {
	const last = request.events[0];
	const over = last?.what === 'met' || last?.what === 'withdrawn';
	return (
		<li>
			<p>
				<strong>{request.words}</strong>{' '}
				{last && (
					<Pill tone={last.what === 'met' ? 'good' : 'calm'} icon={last.what === 'met' ? 'check' : 'arrow'}>
						{requestEvents[last.what]}
					</Pill>
				)}{' '}
				{!request.confirmed && (
					<Pill tone="warm" icon="help">
						из анкеты: посмотрите и сохраните
					</Pill>
				)}
			</p>
			<Facts
				facts={[
					['Срочность', priorities[request.priority]],
					['Формат', formatText(request.format)],
					['Затруднения', deficitLines(request.deficits, names).join('; ')],
					[
						'Откуда',
						<>
							{sources[request.source]}
							{request.sourceNote && `, ${request.sourceNote}`}, <Day date={request.saidOn} today={today} />
							<Quiet> {request.who}</Quiet>
						</>
					],
					...request.events.map(
						({ what, on, note, who }) =>
							[
								requestEvents[what],
								<>
									<Day date={on} today={today} />
									<Quiet> {[note, who].filter(Boolean).join('; ')}</Quiet>
								</>
							] as const
					)
				]}
			/>
			<div class="buttons">
				<LinkButton
					href={`/mentee-requests/${request.id}`}
					kind={request.confirmed ? 'quiet' : 'secondary'}
					icon="pencil"
				>
					{request.confirmed ? 'Изменить' : 'Посмотреть и сохранить'}
				</LinkButton>
				{!over && (
					<LinkButton href={`/mentee-requests/${request.id}/event`} kind="quiet">
						Что с запросом
					</LinkButton>
				)}
				{last && (
					<ActionForm
						action={`/request-events/${last.id}/undoing`}
						label="Отменить последнюю отметку"
						token={crypto.randomUUID()}
						kind="quiet"
					/>
				)}
				{!last && (
					<ActionForm
						action={`/mentee-requests/${request.id}/removal`}
						label="Убрать ошибочный"
						token={crypto.randomUUID()}
						kind="quiet"
					/>
				)}
			</div>
		</li>
	);
};
