import type { View } from '../../../../core/view';
import { NextStep } from '../../../../ui/card';
import { ActionForm, LinkButton } from '../../../../ui/form';
import { dayText } from '../../../../ui/text';
import type { Wave } from '../../queries/waves';
import { canUndoOpening, type WaveState } from '../../rules/wave';

/** What to do with a wave now. */
export const WaveStep = ({ view, wave, state }: { view: View; wave: Wave; state: WaveState }) => {
	const { today } = view.now;
	const path = `/surveys/waves/${wave.id}`;
	const token = () => crypto.randomUUID();
	if (state === 'draft')
		return (
			<NextStep
				action={
					<>
						{wave.asked > 0 && (
							<ActionForm action={`${path}/opening`} token={token()} label="Открыть анкетирование" kind="primary" />
						)}
						<ActionForm action={`${path}/removal`} token={token()} label="Убрать" kind="quiet" />
					</>
				}
			>
				<p>
					{wave.asked === 0
						? 'Добавьте тех, кого спросить: список ниже.'
						: wave.opensOn > today
							? `Проверьте список ниже. Откройте сейчас – спрашивать начнут ${dayText(wave.opensOn, today)}.`
							: 'Проверьте список ниже и откройте: анкета сразу появится у тех, кто входит в программу.'}
				</p>
			</NextStep>
		);
	if (state === 'closed')
		return (
			<NextStep
				action={
					<>
						<LinkButton href={`${path}/results`} kind="primary">
							Посмотреть результаты
						</LinkButton>
						<LinkButton href={`${path}/report`}>Вывод и отчёт</LinkButton>
					</>
				}
			>
				<p>Прочитайте, что ответили, напишите вывод и отметьте мероприятие дорожной карты выполненным.</p>
			</NextStep>
		);
	const left = wave.asked - wave.answered;
	return (
		<NextStep
			title={state === 'ending' ? 'Пора закрывать' : 'Как собрать ответы'}
			action={
				<>
					{wave.answered > 0 && <LinkButton href={`${path}/results`}>Результаты</LinkButton>}
					{state !== 'ending' && (
						<LinkButton href={`${path}/slips`} icon="link">
							Ссылки и листки
						</LinkButton>
					)}
					<LinkButton href={`${path}/sheets`} icon="printer">
						Напечатать анкеты
					</LinkButton>
					{state !== 'planned' && (
						<LinkButton href={`${path}/paper`} icon="table">
							Ввести с бумаги
						</LinkButton>
					)}
					<LinkButton href={`${path}/closing`} kind={state === 'ending' || left === 0 ? 'primary' : 'secondary'}>
						Закрыть анкетирование
					</LinkButton>
					{canUndoOpening(state, wave) && (
						<ActionForm action={`${path}/opening/undoing`} token={token()} label="Отменить открытие" kind="quiet" />
					)}
				</>
			}
		>
			<p>
				{state === 'ending'
					? 'Срок вышел. Закройте анкетирование сами или подождите до утра: программа закроет его за вас.'
					: 'Кто входит в программу, увидит анкету в «Сегодня» и в письме недели. Остальным дайте личную ссылку, листок с рисунком для телефона или бумажную анкету.'}
			</p>
		</NextStep>
	);
};
