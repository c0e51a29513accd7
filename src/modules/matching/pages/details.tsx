import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Conflict } from '../../../ui/conflict';
import { Button, ErrorSummary, Field, FormToken, LinkButton, Select } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import { Tick } from '../../../ui/tick';
import { hours } from '../rules/score/hours';
import { allRoles, roles } from '../rules/score/roles';
import type { Told } from './people';
import { crumb } from './words';

type Props = {
	view: View;
	person: Told;
	staff: readonly { id: string; name: string }[];
	hoursTold: readonly string[];
	worksAs: readonly string[];
	values: Values;
	problems?: Problems;
	theirs?: Values | undefined;
};

/** What the matching has to keep in mind of one person and no other room knows. */
export const DetailsPage = ({ view, person, staff, hoursTold, worksAs, values, problems = {}, theirs }: Props) => {
	const given = { values, problems };
	const { mentee, mentor } = person;
	const fromOffer = mentor && hoursTold.length === 0 ? mentor.hours.map((one) => hours[one]).join(', ') : '';
	return (
		<Page view={view} title={person.name} crumbs={[crumb, { href: '/matching/people', label: 'О людях и парах' }]}>
			<Lede>Что учесть при подборе. Не знаете – оставьте пустым.</Lede>
			<Conflict {...{ theirs, mine: values }} labels={{ building: 'Здание', outside: 'Другая организация' }} />
			<form method="post" action={`/matching/people/${person.id}`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={theirs?.version ?? values.version ?? '0'} />
				<Field
					name="building"
					label="Здание"
					hint="Как у вас говорят: «Первый корпус», «на Садовой»"
					maxlength={100}
					optional
					{...given}
				/>
				<Select
					name="manager"
					label="Непосредственный руководитель"
					empty="не указан"
					options={Object.fromEntries(staff.filter(({ id }) => id !== person.id).map(({ id, name }) => [id, name]))}
					{...given}
				/>
				<fieldset class="field">
					<legend>Удобное время</legend>
					{fromOffer && <p class="hint">Из предложения наставника: {fromOffer}. Отметьте здесь, если иначе.</p>}
					{Object.entries(hours).map(([hour, label], at) => (
						<Tick
							id={at === 0 ? 'hours' : `hours-${hour}`}
							name="hours"
							value={hour}
							label={label}
							checked={hoursTold.includes(hour)}
						/>
					))}
				</fieldset>
				{mentee ? (
					<>
						<Select
							name="needs"
							label="Сколько наставников нужно"
							options={{
								'1': 'один',
								'2': 'два, любых',
								both: 'два, и только оба сразу',
								roles: 'два в разных ролях: предметный и методический',
								'both-roles': 'предметный и методический, и только оба сразу'
							}}
							{...given}
						/>
						<Select
							name="queue"
							label="Очередь"
							hint="Обычно сначала те, у кого первый год работы, потом стаж до трёх лет, потом срочные запросы"
							options={{ '': 'как обычно', first: 'прежде всех', last: 'после всех' }}
							{...given}
						/>
					</>
				) : (
					<>
						<input type="hidden" name="needs" value="1" />
						<input type="hidden" name="queue" value="" />
					</>
				)}
				{mentor && (
					<>
						<fieldset class="field">
							<legend>В какой роли может вести</legend>
							<p class="hint">Для тех, кому нужны двое в разных ролях. Ничего не отмечено – в любой.</p>
							{allRoles.map((role, at) => (
								<Tick
									id={at === 0 ? 'worksAs' : `worksAs-${role}`}
									name="worksAs"
									value={role}
									label={roles[role]}
									checked={worksAs.includes(role)}
								/>
							))}
						</fieldset>
						<Field
							name="smallest"
							label="Наименьший размер группы"
							hint="Группа собирается из стольких наставляемых или не собирается"
							inputmode="numeric"
							maxlength={2}
							class="short"
							optional
							{...given}
						/>
						<Field
							name="outside"
							label="Другая организация"
							hint="Если наставник работает не у вас: понадобится соглашение о сетевом взаимодействии"
							maxlength={200}
							optional
							{...given}
						/>
					</>
				)}
				<div class="buttons">
					<Button>Записать сведения</Button>
					<LinkButton href="/matching/people" kind="quiet">
						Не менять
					</LinkButton>
				</div>
			</form>
		</Page>
	);
};
