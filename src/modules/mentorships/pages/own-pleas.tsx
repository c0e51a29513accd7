import { roleName } from '../../../core/actor';
import type { View } from '../../../core/view';
import { ActionForm } from '../../../ui/form';
import { Note } from '../../../ui/state';
import { Day, dayText } from '../../../ui/text';
import type { Plea } from '../queries/pleas';
import { pleaStanding, type Wish, wishes, wishWords } from '../rules/pleas';
import type { PairLine } from '../rules/wanted';

type Props = { view: View; line: PairLine; pleas: readonly Plea[]; mentoring: boolean; former: boolean };

/** What one has asked about the pair, what was answered, and the way to ask. */
export const OwnPleas = ({ view, line, pleas, mentoring, former }: Props) => {
	const open = pleas.filter(({ steps }) => pleaStanding(steps) !== 'over');
	const possible = (Object.keys(wishes) as Wish[]).filter((wish) => !open.some((one) => one.wish === wish));
	return (
		<>
			{pleas
				.filter((one) => open.includes(one) || one.steps.some(({ what, words }) => what !== 'taken-back' && words))
				.map(({ id, wish, reader, askedOn, steps }) => (
					<Note title={`${wishWords(wish, mentoring)}: вы написали ${dayText(askedOn, view.now.today)}`}>
						{steps.map(({ what, on, words }) => (
							<p>
								{what === 'answered' ? 'Ответ' : 'Закрыто'}, <Day date={on} today={view.now.today} />
								{words && `: ${words}`}
							</p>
						))}
						{steps.length === 0 && (
							<p>Прочтёт {roleName(reader, view.actor.organisation.kind)}. Ответят в течение трёх рабочих дней.</p>
						)}
						{pleaStanding(steps) !== 'over' && (
							<ActionForm
								action={`/my-pleas/${id}/taking-back`}
								label="Забрать просьбу"
								token={crypto.randomUUID()}
								kind="quiet"
							/>
						)}
					</Note>
				))}
			{!former && (
				<p>
					{possible.map((wish, at) => (
						<>
							{at > 0 && ' · '}
							<a href={`/my-pair/${line.id}/plea?wish=${wish}`}>{wishWords(wish, mentoring)}</a>
						</>
					))}
				</p>
			)}
		</>
	);
};
