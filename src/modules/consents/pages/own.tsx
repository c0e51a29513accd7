import type { Problems } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ActionForm, Button, Checkbox, ErrorSummary, FormToken } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Pill } from '../../../ui/state';
import { Day, Lede } from '../../../ui/text';
import type { PersonConsents } from '../queries/person';
import type { ConsentText } from '../queries/texts';
import { type ConsentKind, consentKinds, whyAsked } from '../rules/kinds';
import { sheetOf } from '../rules/sheet';
import { howText } from './words';

type Props = {
	view: View;
	person: PersonConsents;
	texts: ReadonlyMap<ConsentKind, ConsentText>;
	kinds: readonly ConsentKind[];
	wrong?: { kind: string | undefined; problems: Problems };
};

const notices: Record<string, string> = {
	given: 'Согласие записано. Отозвать его можно здесь же в любой день.',
	withdrawn: 'Согласие отозвано. Куратор увидит это сегодня же.'
};

/** One's own consents: read, agree, withdraw. */
export const OwnConsentsPage = ({ view, person, texts, kinds, wrong }: Props) => (
	<Page view={view} title="Мои согласия" notice={notices[view.saved ?? '']}>
		<Lede>
			Согласие – ваше решение: его можно не давать и можно отозвать. От этого не зависит ни работа, ни зарплата.
		</Lede>
		{kinds.map((kind) => (
			<OwnKind
				{...{ view, person, kind }}
				text={texts.get(kind)}
				problems={wrong?.kind === kind ? wrong.problems : {}}
			/>
		))}
		<p class="quiet">
			Отметка в программе подтверждает, что под вашей учётной записью прочитали этот текст и согласились: видно, кто,
			когда и с какой редакцией. Собственноручную подпись она заменяет только там, где это записано в положении вашей
			организации; для договора и приказа нужна бумага.
		</p>
	</Page>
);

const OwnKind = ({
	view,
	person,
	kind,
	text,
	problems
}: {
	view: View;
	person: PersonConsents;
	kind: ConsentKind;
	text: ConsentText | undefined;
	problems: Problems;
}) => {
	const standing = person.consents.find((consent) => consent.kind === kind && consent.standing);
	const token = crypto.randomUUID();
	return (
		<Card
			id={kind}
			title={consentKinds[kind].name}
			state={
				standing ? (
					<Pill tone="good" icon="check">
						действует
					</Pill>
				) : (
					<Pill icon="circle">не дано</Pill>
				)
			}
		>
			<ErrorSummary problems={problems} />
			{standing ? (
				<>
					<p>
						Дано <Day date={standing.givenOn} today={view.now.today} />, {howText(standing)}
						{standing.validUntil && (
							<>
								, действует по <Day date={standing.validUntil} today={view.now.today} />
							</>
						)}
						. {standing.fileId && standing.alone && <a href={`/files/${standing.fileId}`}>Скан</a>}
					</p>
					<ActionForm action="/my-consents/withdrawal" label="Отозвать" token={token} kind="quiet">
						<input type="hidden" name="kind" value={kind} />
					</ActionForm>
				</>
			) : (
				<p class="quiet">{whyAsked[kind]}</p>
			)}
			{!standing && text && (
				<Fold label="Прочитать текст и решить" open={Object.keys(problems).length > 0}>
					{sheetOf(kind, text.parts, { name: person.name, post: person.post }, false).opening.map((line) => (
						<p>{line}</p>
					))}
					{sheetOf(kind, text.parts, { name: person.name, post: person.post }, false).sections.map((section) => (
						<p>
							<strong>{section.label}.</strong> {section.text}
						</p>
					))}
					<form method="post" action="/my-consents">
						<FormToken values={{ token }} />
						<input type="hidden" name="kind" value={kind} />
						<input type="hidden" name="text" value={text.id} />
						<Checkbox name="agree" label="Прочитал(а) и согласен(на)" problems={problems} />
						<div class="buttons">
							<Button kind="secondary">Дать согласие</Button>
						</div>
					</form>
				</Fold>
			)}
			{!standing && !text && (
				<p class="quiet">Текст ещё не опубликован. Куратор может взять у вас согласие на бумаге.</p>
			)}
		</Card>
	);
};
