import { roleName } from '../../../core/actor';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Buttons, ErrorSummary, FormToken, LinkButton, RadioGroup, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Lede } from '../../../ui/text';
import type { ReaderHere } from '../queries/pleas';
import { type Wish, wishWords } from '../rules/pleas';
import type { PairLine } from '../rules/wanted';

type Props = {
	view: View;
	line: PairLine;
	mentoring: boolean;
	wish: Wish;
	readers: readonly ReaderHere[];
	values: Values;
	problems?: Problems;
};

const ledes: Record<Wish, string> = {
	help: 'Когда трудно, непонятно или что-то не складывается. Можно просто попросить поговорить.',
	change: 'Так бывает, и это ни на что не влияет. Что будет дальше, решите вместе с тем, кому пишете.'
};
const mentorsChange = 'От поручения вы вправе отказаться в любой день. Объяснять причину не обязательно.';

/** «Нужна помощь», «Сменить наставника»: to whom it is said stands before what is said. */
export const PleaPage = ({ view, line, mentoring, wish, readers, values, problems = {} }: Props) => {
	const given = { values, problems };
	const [only] = readers;
	const says = ({ reader, people }: ReaderHere) =>
		`${roleName(reader, view.actor.organisation.kind)}: ${people.map(({ name }) => name).join(', ')}`;
	return (
		<Page view={view} title={wishWords(wish, mentoring)} crumbs={[{ href: '/my-pair', label: 'Моя пара' }]}>
			<Lede>{wish === 'change' && mentoring ? mentorsChange : ledes[wish]}</Lede>
			{!only ? (
				<Note tone="warm" title="Написать здесь пока некому">
					<p>В программе нет никого, кто прочёл бы это и не был в вашей паре. Скажите руководителю лично.</p>
				</Note>
			) : (
				<form method="post" action={`/my-pair/${line.id}/pleas`}>
					<ErrorSummary problems={problems} />
					<FormToken values={values} />
					<input type="hidden" name="wish" value={wish} />
					{readers.length === 1 ? (
						<>
							<input type="hidden" name="reader" value={only.reader} />
							<p>Прочтёт только {says(only)}.</p>
						</>
					) : (
						<RadioGroup
							name="reader"
							label="Кому сказать"
							hint="Прочтёт только тот, кого вы выберете"
							options={Object.fromEntries(readers.map((one) => [one.reader, says(one)]))}
							{...given}
						/>
					)}
					<TextArea
						name="words"
						label="Что случилось"
						hint="Второй человек в паре не узнает ни слов, ни того, что вы написали. В бумаги это не попадёт"
						rows={4}
						maxlength={2000}
						optional
						{...given}
					/>
					<p>Ответят в течение трёх рабочих дней, в «Моей паре»; второй человек в паре ответа не увидит.</p>
					<Buttons>
						<Button>Отправить</Button>
						<LinkButton href="/my-pair" kind="quiet">
							Не отправлять
						</LinkButton>
					</Buttons>
				</form>
			)}
		</Page>
	);
};
