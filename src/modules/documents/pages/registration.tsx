import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Closes } from '../../../ui/closes';
import { Conflict } from '../../../ui/conflict';
import {
	Button,
	Buttons,
	Checkbox,
	DateField,
	ErrorSummary,
	Field,
	FormToken,
	LinkButton,
	RadioGroup,
	TextArea
} from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Lede } from '../../../ui/text';
import { actKinds } from '../../mentorships/rules/words';
import type { Closable } from '../../roadmap/rules/closable';
import type { StoredDocument } from '../queries/document';
import { type Chain, seriesNames } from '../rules/registration';
import { UnagreedField } from './unagreed';
import { documentsCrumb, madeCrumb } from './words';

type Props = {
	view: View;
	document: StoredDocument;
	next: string | undefined;
	effects: readonly string[];
	taking: readonly string[]; // from earlier documents
	chain: Chain;
	closable: readonly Closable[];
	closes?: readonly string[];
	values: Values;
	problems?: Problems;
	theirs?: Values | undefined;
};

const labels = { title: 'Документ' };

/** The number and the day, as the secretary gave them; what this will do elsewhere stands before the button. */
export const RegistrationPage = (props: Props) => {
	const { view, document, next, effects, taking, chain, closable, closes, values, problems = {}, theirs } = props;
	const given = { values, problems };
	const isOrder = document.actKind !== null;
	return (
		<Page
			view={view}
			title="Номер и дата"
			crumbs={[documentsCrumb, madeCrumb, { href: `/documents/made/${document.id}`, label: document.title }]}
		>
			<Lede>
				{document.title}. Впишите, что дал секретарь; если документ ещё не отмечен подписанным, он станет подписанным
				этим же днём.
			</Lede>
			<Conflict theirs={theirs} mine={{}} labels={labels} />
			<ErrorSummary problems={problems} />
			{chain.unlawful.length > 0 && (
				<Note tone="warm" title="Ст. 351.8 ТК РФ: не хватает бумаг">
					<ul>
						{chain.unlawful.map((one) => (
							<li>{one}</li>
						))}
					</ul>
					<p>
						Порядок: согласие, дополнительное соглашение, приказ – и даты идут в том же порядке. Запишите недостающее в{' '}
						<a href="/mentorships">парах</a> или назовите причину ниже.
					</p>
				</Note>
			)}
			<form method="post" action={`/documents/made/${document.id}/registration`}>
				<FormToken values={values} />
				<input type="hidden" name="version" value={values.version} />
				{isOrder ? (
					<>
						<RadioGroup name="actKind" label="Что это" options={actKinds} {...given} />
						<RadioGroup
							name="series"
							label="В какой серии"
							options={{ main: seriesNames.main, staff: seriesNames.staff }}
							{...given}
						/>
					</>
				) : (
					<input type="hidden" name="series" value={document.series} />
				)}
				{document.series !== 'none' && (
					<Field
						name="number"
						label="Номер"
						hint={next ? `Пусто – следующий номер нашего журнала: ${next}` : 'Как записал секретарь: 16/1-О, 246-о/д'}
						maxlength={50}
						class="short"
						optional={next !== undefined}
						{...given}
					/>
				)}
				<DateField name="datedOn" label="От какого дня" {...given} />
				{(chain.unlawful.length > 0 || problems.override) && (
					<TextArea
						name="override"
						label="Почему регистрируем без этих бумаг"
						hint="Останется в журнале. Пусто – без недостающего документ не зарегистрируется"
						rows={2}
						maxlength={1000}
						optional
						{...given}
					/>
				)}
				{!document.signedOn && <UnagreedField document={document} {...given} />}
				{problems.anyway && <Checkbox name="anyway" label="Всё верно, записать так" {...given} />}
				{taking.length > 0 && (
					<Note tone="warm" title="Что снимется с прежнего документа">
						<ul>
							{taking.map((one) => (
								<li>{one}</li>
							))}
						</ul>
						<p>Отмените регистрацию – и всё это вернётся.</p>
					</Note>
				)}
				{effects.length > 0 && (
					<Note title="Что сделается само">
						<ul>
							{effects.map((one) => (
								<li>{one}</li>
							))}
						</ul>
					</Note>
				)}
				<Closes closable={closable} chosen={closes} today={view.now.today} />
				<Buttons>
					<Button icon="check">Зарегистрировать</Button>
					<LinkButton href={`/documents/made/${document.id}`} kind="quiet">
						Не записывать
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};
