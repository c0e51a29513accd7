import type { Problems } from '../core/forms';
import {
	type Audience,
	askedRegisterNames,
	askedRegisters,
	askedRoleNames,
	askedRoles,
	type Candidate
} from '../modules/surveys/rules/audience';
import { Fold } from './report';
import { Tick } from './tick';

export type GroupOfStaff = { id: string; name: string; set: string };

type Props = {
	staff: readonly Candidate[];
	groups: readonly GroupOfStaff[];
	chosen: Audience;
	problems: Problems;
	/** Those who are on the list already are not offered by name. */
	listed?: ReadonlySet<string>;
	/** Offers the whole staff too, those who do not teach among them. */
	whole?: boolean;
	legend?: string;
	hint?: string;
};

const ticked = (data: FormData, name: string) => data.getAll(name).filter((one) => typeof one === 'string');

/** Whom a form with `AudienceFields` names, as it was typed. */
export const audienceIn = (data: FormData): Audience => ({
	...(data.get('staff') === 'on' && { staff: true }),
	everyone: data.get('everyone') === 'on',
	roles: ticked(data, 'role') as Audience['roles'],
	groups: ticked(data, 'group'),
	registers: ticked(data, 'register') as Audience['registers'],
	people: ticked(data, 'person')
});

/** Whom a wave asks or an event calls: by what they do, by staff group, by name. Each line says how many it stands for. */
export const AudienceFields = ({
	staff,
	groups,
	chosen,
	problems,
	listed,
	whole = false,
	legend = 'Кого спросить',
	hint = 'Отмеченное складывается; кто попал дважды, того спросят один раз.'
}: Props) => {
	const teaching = staff.filter(({ teaches }) => teaches).length;
	const inRole = (role: (typeof askedRoles)[number]) => staff.filter(({ roles }) => roles.includes(role)).length;
	const inGroup = (id: string) => staff.filter((one) => one.groups.includes(id)).length;
	const inRegisters = askedRegisterNames
		.map((register) => [register, staff.filter(({ registers }) => registers.includes(register)).length] as const)
		.filter(([, count]) => count > 0);
	const groupsWithPeople = groups.filter(({ id }) => inGroup(id) > 0 || chosen.groups.includes(id));
	const byName = listed ? staff.filter(({ id }) => !listed.has(id)) : staff;
	return (
		<>
			<fieldset class={problems.everyone || problems.staff ? 'field wrong' : 'field'}>
				<legend>{legend}</legend>
				<p class="hint">{hint}</p>
				{whole && (
					<Tick
						id="staff"
						name="staff"
						value="on"
						label={`Весь коллектив: ${staff.length}`}
						checked={chosen.staff === true}
					/>
				)}
				<Tick
					id="everyone"
					name="everyone"
					value="on"
					label={`Все, кто преподаёт: ${teaching}`}
					checked={chosen.everyone}
				/>
				{askedRoles.map((role) => (
					<Tick
						id={`role-${role}`}
						name="role"
						value={role}
						label={`${askedRoleNames[role]}: ${inRole(role)}`}
						checked={chosen.roles.includes(role)}
					/>
				))}
			</fieldset>
			{inRegisters.length > 0 && (
				<fieldset class="field">
					<legend>По банкам</legend>
					{inRegisters.map(([register, count]) => (
						<Tick
							id={`register-${register}`}
							name="register"
							value={register}
							label={`${askedRegisters[register]}: ${count}`}
							checked={chosen.registers.includes(register)}
						/>
					))}
				</fieldset>
			)}
			{groupsWithPeople.length > 0 && (
				<fieldset class="field">
					<legend>По группам педагогов</legend>
					{groupsWithPeople.map(({ id, name, set }) => (
						<Tick
							id={`group-${id}`}
							name="group"
							value={id}
							label={`${name}: ${inGroup(id)}`}
							hint={set}
							checked={chosen.groups.includes(id)}
						/>
					))}
				</fieldset>
			)}
			<Fold label={`По именам: выбрать из ${byName.length}`} open={chosen.people.length > 0}>
				<fieldset class="field">
					<legend class="unseen">Люди по именам</legend>
					<PeopleTicks name="person" prefix="person" people={byName} chosen={chosen.people} />
				</fieldset>
			</Fold>
		</>
	);
};

type PeopleTicksProps = {
	name: string;
	prefix: string; // of the ids: one page may ask of the same people twice
	people: readonly { id: string; name: string; post: string }[];
	chosen: readonly string[];
};

/** People by name, their posts beside. */
export const PeopleTicks = ({ name, prefix, people, chosen }: PeopleTicksProps) => (
	<>
		{people.map(({ id, name: label, post }) => (
			<Tick id={`${prefix}-${id}`} name={name} value={id} label={label} hint={post} checked={chosen.includes(id)} />
		))}
	</>
);
