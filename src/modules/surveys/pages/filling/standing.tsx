import type { View } from '../../../../core/view';
import { LinkButton } from '../../../../ui/form';
import { SimpleLayout } from '../../../../ui/layout';
import { Empty } from '../../../../ui/list';
import { dayText } from '../../../../ui/text';
import type { AskedToMe } from '../../queries/filling';
import { canChangeAnswer, type Standing } from '../../rules/filling';
import { Frame } from './frame';

type Props = {
	view: View | null;
	asked: AskedToMe;
	standing: Exclude<Standing, 'open'>;
	path: string;
	today: string;
	next?: { id: string; about: string } | undefined; // the same questionnaire about somebody else
};

/** A questionnaire that is not to be filled in now: kindly, and with what can be done. */
export const StandingPage = ({ view, asked, ...rest }: Props) => (
	<Frame view={view} title={asked.title}>
		<Said {...{ view, asked }} {...rest} />
	</Frame>
);

const Said = ({ view, asked, standing, path, today, next }: Props) => {
	const home = view && (
		<LinkButton href="/my-surveys" kind="secondary">
			К моим анкетам
		</LinkButton>
	);
	switch (standing) {
		case 'answered':
			return <Answered {...{ view, asked, path, today, next }} />;
		case 'not-yet':
			return (
				<Empty title={`Анкета откроется ${dayText(asked.opensOn, today)}`} icon="calendar" action={home}>
					<p>Загляните в этот день. Ответить можно будет до {dayText(asked.closesOn, today)}.</p>
				</Empty>
			);
		case 'closed':
			return (
				<Empty title="Анкетирование закончилось" icon="clock" action={home}>
					<p>
						Отвечали до {dayText(asked.closesOn, today)}, теперь ответы не принимаются. Если вам есть что сказать,
						скажите тому, кто спрашивал.
					</p>
				</Empty>
			);
		case 'not-asked':
			return (
				<Empty title="Отвечать не нужно" icon="check" action={home}>
					<p>Вас больше нет в списке тех, кого спрашивают. Если это ошибка, скажите тому, кто дал вам анкету.</p>
				</Empty>
			);
	}
};

const Answered = ({ view, asked, path, today, next }: Omit<Props, 'standing'>) => {
	const changeable = canChangeAnswer(asked.identity, asked, today);
	return (
		<>
			<script type="module" src="/filling.js" />
			<div data-sent={asked.id}>
				<Empty
					title="Ответ принят"
					icon="check"
					action={
						<>
							{next && (
								<LinkButton href={`/my-surveys/${next.id}`} kind="primary" icon="arrow">
									Следующий: {next.about}
								</LinkButton>
							)}
							{changeable && <LinkButton href={`${path}?change=on`}>Изменить ответ</LinkButton>}
							{view && (
								<LinkButton href="/my-surveys" kind={changeable ? 'quiet' : 'secondary'}>
									К моим анкетам
								</LinkButton>
							)}
						</>
					}
				>
					<p>{asked.content.thanks || 'Спасибо.'}</p>
					<p class="quiet">
						{asked.identity === 'named'
							? changeable
								? `Изменить его можно до ${dayText(asked.closesOn, today)}.`
								: 'Анкетирование закончилось, ответ больше не меняется.'
							: 'Отвечают один раз. Изменить ответ нельзя: никто не знает, какой из них ваш.'}
					</p>
				</Empty>
			</div>
		</>
	);
};

/** An address that nothing is known of, or no longer. */
export const UnknownLinkPage = () => (
	<SimpleLayout title="По этой ссылке не ответить">
		<p>
			Её заменили новой, вас убрали из списка тех, кого спрашивают, или в адресе не хватает знаков. Откройте ссылку
			целиком или попросите новую у того, кто её дал.
		</p>
	</SimpleLayout>
);
