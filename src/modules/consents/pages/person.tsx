import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ActionForm, Button, DateField, ErrorSummary, FileField, FormToken, Select } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Pill } from '../../../ui/state';
import { Day, Lede, Quiet } from '../../../ui/text';
import type { ConsentLine, PersonConsents, WithdrawalLine } from '../queries/person';
import { allKinds, type ConsentKind, consentKinds, kindInSentence } from '../rules/kinds';
import { howText } from './words';

type Form = { values: Values; problems: Problems };
type Props = { view: View; person: PersonConsents; record: Form; withdrawal: Form };

const notices: Record<string, string> = {
	recorded: 'Согласие записано',
	withdrawn: 'Отзыв записан: согласие больше не действует',
	undone: 'Запись об отзыве отменена: согласие снова действует',
	restored: 'Запись возвращена'
};

const kindOptions = Object.fromEntries(allKinds.map((kind) => [kind, consentKinds[kind].name]));

/** Everything one person agreed to, for whoever keeps the register. */
export const PersonConsentsPage = ({ view, person, record, withdrawal }: Props) => {
	const standing = person.consents.filter((consent) => consent.standing);
	const lines = [...person.consents, ...person.withdrawals].sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
	return (
		<Page
			view={view}
			title={person.name}
			crumbs={[
				{ href: '/people', label: 'Люди' },
				{ href: '/consents', label: 'Согласия' }
			]}
			notice={view.saved === 'removed' ? <Removed person={person} /> : notices[view.saved ?? '']}
		>
			<Lede>
				{standing.length === 0
					? 'Действующих согласий нет.'
					: `Действует: ${standing.map(({ kind }) => kindInSentence(kind)).join('; ')}.`}
			</Lede>
			{lines.length > 0 && (
				<Card title="Что записано">
					<ul class="periods">
						{lines.map((line) => (
							<li>{'givenOn' in line ? <Given line={line} view={view} /> : <Withdrawn line={line} view={view} />}</li>
						))}
					</ul>
				</Card>
			)}
			<Card title="Записать согласие с бумаги">
				<form method="post" action={`/consents/people/${person.id}`} enctype="multipart/form-data">
					<ErrorSummary problems={record.problems} />
					<FormToken values={record.values} />
					<Select name="kind" label="Вид согласия" options={kindOptions} {...record} />
					<DateField name="givenOn" label="Подписано" required {...record} />
					<DateField
						name="validUntil"
						label="Действует по"
						hint="ДД.ММ.ГГГГ; пустое – до отзыва"
						optional
						{...record}
					/>
					<FileField name="file" label="Скан листа" hint="PDF или картинка, до 20 МБ" optional {...record} />
					<div class="buttons">
						<Button>Записать согласие</Button>
					</div>
				</form>
			</Card>
			{standing.length > 0 && (
				<Fold label="Записать отзыв" open={Object.keys(withdrawal.problems).length > 0}>
					<form method="post" action={`/consents/people/${person.id}/withdrawal`}>
						<ErrorSummary problems={withdrawal.problems} />
						<FormToken values={withdrawal.values} />
						<Select
							name="withdrawn"
							label="Что отозвано"
							options={Object.fromEntries(standing.map(({ kind }) => [kind, consentKinds[kind].name]))}
							values={withdrawal.values}
						/>
						<DateField name="withdrawnOn" label="Когда отозвано" required {...withdrawal} />
						<div class="buttons">
							<Button kind="secondary">Записать отзыв</Button>
						</div>
					</form>
				</Fold>
			)}
		</Page>
	);
};

const dayOf = (line: ConsentLine | WithdrawalLine) => ('givenOn' in line ? line.givenOn : line.withdrawnOn);

const nameOf = (kind: ConsentKind) => consentKinds[kind].name;

const Given = ({ line, view }: { line: ConsentLine; view: View }) => (
	<>
		<strong>{nameOf(line.kind)}</strong>{' '}
		{line.removed ? (
			<Pill>запись убрана</Pill>
		) : (
			line.standing && (
				<Pill tone="good" icon="check">
					действует
				</Pill>
			)
		)}{' '}
		<Quiet>
			дано <Day date={line.givenOn} today={view.now.today} />
			{line.validUntil && (
				<>
					, по <Day date={line.validUntil} today={view.now.today} />
				</>
			)}
			, {howText(line)}; записано: {line.who}
		</Quiet>{' '}
		{line.fileId && !line.removed && <a href={`/files/${line.fileId}`}>скан</a>}{' '}
		{line.removed ? (
			<ActionForm
				action={`/consents/${line.id}/restoration`}
				label="Вернуть"
				token={crypto.randomUUID()}
				kind="quiet"
			/>
		) : (
			<ActionForm
				action={`/consents/${line.id}/removal`}
				label="Убрать ошибочную запись"
				token={crypto.randomUUID()}
				kind="quiet"
			/>
		)}
	</>
);

const Withdrawn = ({ line, view }: { line: WithdrawalLine; view: View }) => (
	<>
		<strong>Отзыв: {kindInSentence(line.kind)}</strong> {line.undone && <Pill>запись отменена</Pill>}{' '}
		<Quiet>
			<Day date={line.withdrawnOn} today={view.now.today} />, {line.how === 'paper' ? 'на бумаге' : 'в программе'}
			{`; записано: ${line.who}`}
			{line.settledOn && (
				<>
					; всё убрано <Day date={line.settledOn} today={view.now.today} />
				</>
			)}
		</Quiet>{' '}
		{!line.undone && line.how === 'paper' && (
			<ActionForm
				action={`/consent-withdrawals/${line.id}/undoing`}
				label="Отменить запись"
				token={crypto.randomUUID()}
				kind="quiet"
			/>
		)}
	</>
);

const Removed = ({ person }: { person: PersonConsents }) => {
	const last = person.consents.find(({ removed }) => removed);
	return (
		<>
			<span>Запись убрана.</span>{' '}
			{last && (
				<ActionForm
					action={`/consents/${last.id}/restoration`}
					label="Отменить"
					token={crypto.randomUUID()}
					kind="quiet"
				/>
			)}
		</>
	);
};
