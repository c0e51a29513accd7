import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { Button, ErrorSummary, Field, FormToken, RadioGroup } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note, Pill } from '../../../ui/state';
import { Lede } from '../../../ui/text';
import type { OwnWishes } from '../queries/wishes';

type Props = {
	view: View;
	wishes: OwnWishes;
	/** Why nothing is mailed from here at all. */
	silent: string | undefined;
	values: Values;
	problems?: Problems | undefined;
};

const notices: Record<string, string> = {
	wish: 'Записано, о чём присылать письма',
	asked: 'Отправили письмо с кодом: оно придёт в течение нескольких минут',
	taken: 'Почта для писем убрана',
	confirmed: 'Почта подтверждена: письма будут приходить сюда'
};

const codeProblems: Record<string, string> = {
	'wrong-code': 'Код не тот. Посмотрите последнее письмо от «Наставника» и введите шесть цифр из него.',
	'old-code': 'Этот код больше не действует. Запишите адрес ещё раз: придёт письмо с новым кодом.'
};

/** Where one's letters go and what they are about. */
export const MyLettersPage = ({ view, wishes, silent, values, problems: given = {} }: Props) => {
	const wrongCode = codeProblems[view.saved ?? ''];
	const problems = wrongCode ? { code: wrongCode } : given;
	const asked = wishes.address !== null && !wishes.confirmedAt;
	return (
		<Page
			view={view}
			title="Письма и уведомления"
			notice={notices[view.saved ?? '']}
			crumbs={[{ href: '/notices', label: 'Уведомления' }]}
		>
			<Lede>
				{wishes.confirmedAt && wishes.wish !== 'none'
					? 'Раз в неделю программа пишет вам, что предстоит и что просрочено.'
					: 'Сейчас программа вам не пишет. То же самое всегда есть внутри неё, в уведомлениях.'}
			</Lede>
			<ErrorSummary problems={problems} />
			{silent && (
				<Note tone="warm" title="Писем сейчас нет">
					<p>Причина: {silent}. Уведомления внутри программы работают как обычно.</p>
				</Note>
			)}
			<Card title="Почта для писем" state={<AddressState wishes={wishes} />}>
				{wishes.refusedAt && (
					<p>На этот адрес письма не доходят: почтовый сервер их не принял. Проверьте адрес и запишите его ещё раз.</p>
				)}
				{asked && (
					<form method="post" novalidate action="/my-letters/confirmation">
						<FormToken values={{ token: crypto.randomUUID() }} />
						<Field
							name="code"
							label="Код из письма"
							hint={`Письмо ушло на ${wishes.address}. Код действует сутки. Письма нет – посмотрите в папке «Спам».`}
							inputmode="numeric"
							autocomplete="one-time-code"
							maxlength={12}
							class="short"
							{...{ values, problems }}
						/>
						<Button>Подтвердить почту</Button>
					</form>
				)}
				<form method="post" novalidate action="/my-letters/address">
					<FormToken values={values} />
					<input type="hidden" name="version" value={wishes.version} />
					<Field
						name="address"
						label="Электронная почта"
						hint="На этот адрес придёт код, чтобы письма не попали к чужому человеку. Оставьте пустым, если писать не нужно."
						type="email"
						autocomplete="email"
						maxlength={120}
						optional
						{...{ values, problems }}
					/>
					<Button kind={asked ? 'secondary' : 'primary'}>Записать почту</Button>
				</form>
			</Card>
			<Card title="О чём писать">
				<form method="post" novalidate action="/my-letters/wish">
					<FormToken values={{ token: crypto.randomUUID() }} />
					<input type="hidden" name="version" value={wishes.version} />
					<RadioGroup
						name="wish"
						label="Присылать"
						options={{
							weekly: {
								label: 'Раз в неделю',
								hint: 'В первый рабочий день недели: что предстоит, что просрочено, чего ждём. Нечего сказать – письма нет.'
							},
							'with-deadlines': {
								label: 'Раз в неделю и перед сроками',
								hint: 'Ещё одно письмо в день, когда подходит срок: не больше одного в день, всё в нём.'
							},
							none: 'Ничего не присылать'
						}}
						{...{ values, problems }}
					/>
					<RadioGroup
						name="daysAhead"
						label="О сроке напоминать"
						options={{ 1: 'накануне, в рабочий день', 0: 'в сам день' }}
						{...{ values, problems }}
					/>
					<Button kind="secondary">Записать, о чём писать</Button>
				</form>
			</Card>
		</Page>
	);
};

const AddressState = ({ wishes: { address, confirmedAt, refusedAt } }: { wishes: OwnWishes }) => {
	if (!address) return null;
	if (refusedAt) return <Pill tone="lost">не принимает писем</Pill>;
	return confirmedAt ? (
		<Pill tone="good" icon="check">
			подтверждена
		</Pill>
	) : (
		<Pill tone="warm" icon="clock">
			ждём код
		</Pill>
	);
};
