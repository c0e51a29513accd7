import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ActionForm, Button, Buttons, ErrorSummary, FormToken, TextArea } from '../../../ui/form';
import { Fold } from '../../../ui/report';
import { Moment } from '../../../ui/text';
import { stays } from '../rules/erasure';

type Props = {
	view: View;
	request: { askedAt: string; refusedAt: string | null; reason: string } | undefined;
	values?: Values;
	problems?: Problems;
};

/** Asking that one's own data be corrected or erased, and what was answered. */
export const OwnRequest = ({ view, request, values = { token: crypto.randomUUID() }, problems = {} }: Props) => {
	const moment = (at: string) => <Moment at={at} timeZone={view.actor.timeZone} today={view.now.today} />;
	const open = request && !request.refusedAt;
	return (
		<Card title="Исправить или удалить" id="erasure">
			<ErrorSummary problems={problems} />
			<p>
				Ошибку в своей карточке покажите куратору или кадрам: они исправят её сразу. Согласие можно отозвать на странице{' '}
				<a href="/my-consents">«Мои согласия»</a>.
			</p>
			{open && (
				<>
					<p>
						Вы попросили удалить свои данные {moment(request.askedAt)}. На обращение отвечают в течение десяти рабочих
						дней.
					</p>
					<ActionForm
						action="/my-data/erasure/withdrawal"
						label="Забрать просьбу"
						token={crypto.randomUUID()}
						kind="quiet"
					/>
				</>
			)}
			{request?.refusedAt && (
				<p>
					На вашу просьбу ответили {moment(request.refusedAt)}: «{request.reason}»
				</p>
			)}
			{!open && (
				<Fold label="Попросить удалить мои данные" open={Object.keys(problems).length > 0}>
					<p>
						Пока вы работаете здесь, часть сведений нужна для трудовых отношений. После увольнения их обезличивают:
						остаются {stays.map(({ what }) => what).join('; ')}.
					</p>
					<form method="post" action="/my-data/erasure">
						<FormToken values={values} />
						<TextArea name="words" label="Что и почему удалить" optional {...{ values, problems }} />
						<Buttons>
							<Button kind="secondary">Отправить просьбу</Button>
						</Buttons>
					</form>
				</Fold>
			)}
		</Card>
	);
};
