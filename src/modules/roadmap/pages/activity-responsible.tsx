import { Card } from '../../../ui/card';
import { ActionForm, Button, Buttons, FormToken, Select } from '../../../ui/form';
import { Fold } from '../../../ui/report';
import { PersonName } from '../../../ui/text';
import type { PlanActivity } from '../queries/activities';
import type { Colleague } from '../queries/colleagues';
import type { ResponsibleKind } from '../rules/understanding';
import type { ActivityProps } from './activity-props';
import { absences, PersonLink } from './plan-words';

const kindNames: Record<ResponsibleKind, string> = {
	person: 'по имени',
	role: 'по должности',
	group: 'группа',
	organisation: 'другая организация'
};

/** Who answers: the words of the plan and, beside them, who that is here. */
export const ResponsibleCard = ({ activity, colleagues, values, problems }: ActivityProps) => {
	const leads = colleagues.length > 0 && !activity.archivedAt;
	return (
		<Card title="Кто отвечает" id="responsible">
			{activity.responsible.length === 0 && <p class="quiet">В плане ответственный не назван.</p>}
			<ul class="responsible">
				{activity.responsible.map((one) => (
					<li>
						<Who one={one} />
						{leads && one.personId && (
							<ActionForm
								action={`/activities/${activity.id}/responsible/${one.personId}/removal`}
								token={crypto.randomUUID()}
								label="Снять"
								kind="quiet"
							/>
						)}
					</li>
				))}
			</ul>
			{leads && (
				<Fold label="Поручить сотруднику" open={Boolean(problems?.personId ?? problems?.position)}>
					<form method="post" action={`/activities/${activity.id}/responsible`} class="one-column">
						<FormToken values={{ token: crypto.randomUUID() }} />
						<Select
							name="personId"
							label="Кому"
							empty="Выберите"
							options={Object.fromEntries(colleagues.map((one) => [one.id, nameWithPost(one)]))}
							required
							{...{ values, problems }}
						/>
						<Place activity={activity} {...{ values, problems }} />
						<Buttons>
							<Button kind="secondary">Поручить</Button>
						</Buttons>
					</form>
				</Fold>
			)}
		</Card>
	);
};

const nameWithPost = ({ name, post }: Colleague) => (post ? `${name}, ${post}` : name);

const Who = ({ one }: { one: PlanActivity['responsible'][number] }) =>
	one.personId && one.personName ? (
		<span>
			<PersonLink one={one}>
				<PersonName name={one.personName} full />
			</PersonLink>
			{one.text !== one.personName && <span class="quiet"> – в плане «{one.text}»</span>}
			{one.whereabouts !== 'here' && <span class="quiet"> – {absences[one.whereabouts]}, поручите другому</span>}
		</span>
	) : (
		<span>
			{one.text} <span class="quiet">({kindNames[one.kind]})</span>
		</span>
	);

/** Which written words the person stands behind; asked only when there are such words. */
const Place = ({ activity, values, problems }: Pick<ActivityProps, 'activity' | 'values' | 'problems'>) => {
	const free = activity.responsible.filter(({ personId, kind }) => !personId && kind !== 'organisation');
	const one = free.find(({ kind }) => kind !== 'group');
	return free.length > 0 ? (
		<Select
			name="position"
			label="Как записать в плане"
			options={{
				...Object.fromEntries(free.map(({ position, text }) => [`${position}`, `вместо слов «${text}»`])),
				'': 'рядом с названными, ещё один ответственный'
			}}
			values={{ position: one ? `${one.position}` : '', ...values }}
			problems={problems}
		/>
	) : (
		<input type="hidden" name="position" value="" />
	);
};
