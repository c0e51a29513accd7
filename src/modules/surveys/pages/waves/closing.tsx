import type { Problems, Values } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { ActionForm, Button, Buttons, DateField, ErrorSummary, FormToken, LinkButton } from '../../../../ui/form';
import { Page } from '../../../../ui/page';
import { counted, Lede } from '../../../../ui/text';
import type { Wave } from '../../queries/waves';
import { canReopen, waveState } from '../../rules/wave';
import { people, standing } from './words';

type Props = { view: View; wave: Wave; values: Values; problems?: Problems };

/** The end of a wave, and the way back where there is one. */
export const ClosingPage = ({ view, wave, values, problems = {} }: Props) => {
	const { today } = view.now;
	const state = waveState(wave, today);
	const left = wave.asked - wave.answered;
	return (
		<Page
			view={view}
			title={state === 'closed' ? 'Анкетирование закрыто' : 'Закрыть анкетирование'}
			crumbs={[
				{ href: '/surveys', label: 'Анкеты' },
				{ href: `/surveys/waves/${wave.id}`, label: wave.title }
			]}
		>
			<Lede>{standing(wave, today)}</Lede>
			<ErrorSummary problems={problems} />
			{state !== 'closed' ? (
				<>
					<p>
						{left > 0
							? `Ещё ждём ответа: ${counted(left, people)}. После закрытия ответить будет нельзя. `
							: 'Ответили все. '}
						{wave.identity === 'named'
							? 'Если закроете рано, откроете снова.'
							: 'Ответы без имени станут видны, если их не меньше пяти; открыть снова тогда уже нельзя.'}
					</p>
					<Buttons>
						<ActionForm
							action={`/surveys/waves/${wave.id}/closing`}
							token={crypto.randomUUID()}
							label="Закрыть анкетирование"
							kind="primary"
						/>
						<LinkButton href={`/surveys/waves/${wave.id}`} kind="quiet">
							Пусть ещё отвечают
						</LinkButton>
					</Buttons>
				</>
			) : canReopen(state, wave.identity, wave) ? (
				<form method="post" action={`/surveys/waves/${wave.id}/reopening`}>
					<FormToken values={values} />
					<DateField name="closesOn" label="Отвечать ещё до" required {...{ values, problems }} />
					<Button>Открыть снова</Button>
				</form>
			) : (
				<p>
					Ответы без имени уже можно прочитать, поэтому открыть снова нельзя: следующий ответ был бы виден как разница.
					Спросите ещё раз новым анкетированием.
				</p>
			)}
		</Page>
	);
};
