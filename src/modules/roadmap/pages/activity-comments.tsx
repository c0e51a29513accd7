import { Card } from '../../../ui/card';
import { ActionForm, Button, Buttons, FormToken, TextArea } from '../../../ui/form';
import { Fold } from '../../../ui/report';
import { Moment, PersonName } from '../../../ui/text';
import type { ActivityProps } from './activity-props';

/** What those who see the activity say to one another about it. */
export const CommentsCard = ({ view, activity, comments, values, problems }: ActivityProps) => {
	const { actor, now } = view;
	if (comments.length === 0 && activity.archivedAt) return null;
	return (
		<Card title="Комментарии" id="comments">
			<ul class="evidence">
				{comments.map(({ id, text, writtenAt, writtenBy, writtenByName }) => (
					<li>
						<p class="said">{text}</p>
						<span class="quiet">
							<PersonName name={writtenByName} />, <Moment at={writtenAt} timeZone={actor.timeZone} today={now.today} />
						</span>
						{writtenBy === actor.personId && (
							<ActionForm action={`/comments/${id}/removal`} token={crypto.randomUUID()} label="Убрать" kind="quiet" />
						)}
					</li>
				))}
			</ul>
			{!activity.archivedAt && (
				<Fold label="Написать комментарий" open={Boolean(problems?.text)}>
					<form method="post" action={`/activities/${activity.id}/comments`} class="one-column">
						<FormToken values={{ token: crypto.randomUUID() }} />
						<TextArea
							name="text"
							label="Комментарий"
							hint="Его увидят все, кто видит это мероприятие."
							rows={2}
							maxlength={4000}
							{...{ values, problems }}
						/>
						<Buttons>
							<Button kind="secondary">Добавить комментарий</Button>
						</Buttons>
					</form>
				</Fold>
			)}
		</Card>
	);
};
