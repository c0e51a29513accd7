import type { Actor } from '../../../core/actor';
import { Card } from '../../../ui/card';
import { ActionForm, Button, Buttons, FormToken, Select } from '../../../ui/form';
import { Icon } from '../../../ui/icon';
import { Fold } from '../../../ui/report';
import { bytesText, Moment, PersonName } from '../../../ui/text';
import type { PlanActivity } from '../queries/activities';
import type { Evidence } from '../queries/evidence';
import { addressOfArtefact, canOpenArtefact, canOpenCopy } from '../rules/artefacts';
import { canCarryOut, canTakeBack } from '../rules/plan';
import type { ActivityProps } from './activity-props';
import { ProofFields } from './completion';
import { occurrenceName } from './plan-words';

/** What proves it, and one form to put more, whether or not it has been marked done. */
export const EvidenceCard = ({ view, activity, evidence, values, problems }: ActivityProps) => {
	const { actor, now } = view;
	const first = activity.standing.next ?? activity.occurrences.at(-1);
	const may = first !== undefined && !activity.archivedAt && canCarryOut(actor, activity);
	return (
		<Card title="Подтверждения" id="evidence">
			{evidence.length === 0 && <p class="quiet">Пока ничего не приложено.</p>}
			<ul class="evidence">
				{evidence.map((one) => (
					<li>
						<Proof one={one} actor={actor} />{' '}
						<span class="quiet">
							<PersonName name={one.attachedByName} />,{' '}
							<Moment at={one.attachedAt} timeZone={actor.timeZone} today={now.today} />
						</span>
						{!activity.archivedAt && canTakeBack(actor, { recordedBy: one.attachedBy }) && (
							<ActionForm
								action={`/evidence/${one.id}/removal`}
								token={crypto.randomUUID()}
								label="Убрать"
								kind="quiet"
							/>
						)}
					</li>
				))}
			</ul>
			{may && (
				<Fold label="Приложить файл или ссылку" open={Boolean(problems?.files ?? problems?.url)}>
					<form
						method="post"
						action={`/activities/${activity.id}/evidence`}
						enctype="multipart/form-data"
						class="one-column"
					>
						<FormToken values={{ token: crypto.randomUUID() }} />
						<Which {...{ activity, values, problems }} first={first.id} today={now.today} />
						<ProofFields {...{ activity, values, problems }} />
						<Buttons>
							<Button kind="secondary" icon="paperclip">
								Приложить
							</Button>
						</Buttons>
					</form>
				</Fold>
			)}
		</Card>
	);
};

/** A file, a page elsewhere, or a thing made here, with its copy as it was that day. */
const Proof = ({ one, actor }: { one: Evidence; actor: Actor }) => {
	const { title, url, fileId, size } = one;
	if (one.artefactKind) return <MadeHere {...{ one, actor }} />;
	return fileId ? (
		<>
			<a href={`/files/${fileId}`}>
				<Icon name="document" /> {title}
			</a>
			{size !== null && <span class="quiet together">{bytesText(size)}</span>}
		</>
	) : (
		<a href={url ?? undefined} rel="noreferrer">
			<Icon name="link" /> {title}
		</a>
	);
};

const MadeHere = ({ one, actor }: { one: Evidence; actor: Actor }) => {
	const { artefactKind, artefactId, madeOn, title, words, fileId, takenBackAt } = one;
	const address =
		artefactKind && artefactId && madeOn && !takenBackAt && canOpenArtefact(actor, artefactKind)
			? addressOfArtefact(artefactKind, { id: artefactId, on: madeOn })
			: undefined;
	return (
		<>
			<Icon name="check" /> {address ? <a href={address}>{title}</a> : title}
			{words && <> – {words}</>}
			{takenBackAt && <span class="quiet"> (в программе отменено)</span>}
			{fileId && canOpenCopy(actor, one) && (
				<>
					{' '}
					<a href={`/files/${fileId}`}>
						<Icon name="document" /> копия
					</a>
				</>
			)}
		</>
	);
};

/** Asked only where the activity is done several times. */
const Which = ({
	activity,
	first,
	today,
	values,
	problems
}: Pick<ActivityProps, 'values' | 'problems'> & { activity: PlanActivity; first: string; today: string }) =>
	activity.occurrences.length > 1 ? (
		<Select
			name="occurrence"
			label="К какому сроку"
			options={Object.fromEntries(activity.occurrences.map((one) => [one.id, occurrenceName(one, today)]))}
			values={{ occurrence: first, ...values }}
			problems={problems}
		/>
	) : (
		<input type="hidden" name="occurrence" value={first} />
	);
