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

const needsWords: Readonly<Record<string, string>> = {
	'1': 'один',
	'2': 'два, любых',
	both: 'два, и только оба сразу',
	roles: 'два в разных ролях: предметный и методический',
	'both-roles': 'предметный и методический, и только оба сразу'
};
const queueWords: Readonly<Record<string, string>> = {
	'': 'как обычно',
	first: 'прежде всех',
	last: 'после всех'
};
const labels = {
	building: 'Здание',
	manager: 'Непосредственный руководитель',
	hours: 'Удобное время',
	needs: 'Сколько наставников нужно',
	queue: 'Очередь',
	worksAs: 'В какой роли может вести',
	smallest: 'Наименьший размер группы',
	outside: 'Другая организация'
};

/** What is ticked, as a conflict tells of it. */
export const tickedWords = ({ hoursTold, worksAs }: Pick<Props, 'hoursTold' | 'worksAs'>): Values => ({
	hours: hoursTold.map((one) => hours[one as keyof typeof hours] ?? '').join(', '),
	worksAs: worksAs.map((one) => roles[one as keyof typeof roles] ?? '').join(', ')
});

/** What the matching has to keep in mind of one person and no other room knows. */
export const DetailsPage = ({ view, person, staff, hoursTold, worksAs, values, problems = {}, theirs }: Props) => {
	const given = { values, problems };
	const { mentee, mentor } = person;
	const managers = Object.fromEntries(staff.filter(({ id }) => id !== person.id).map(({ id, name }) => [id, name]));
	const worded = ({ needs = '', queue = '', manager = '', ...told }: Values): Values => ({
		...told,
		needs: needsWords[needs] ?? '',
		queue: queueWords[queue] ?? '',
		manager: managers[manager] ?? ''
	});
	const fromOffer = mentor && hoursTold.length === 0 ? mentor.hours.map((one) => hours[one]).join(', ') : '';
	return (
		<Page view={view} title={person.name} crumbs={[crumb, { href: '/matching/people', label: 'О людях и парах' }]}>
			<Lede>Что учесть при подборе. Не знаете – оставьте пустым.</Lede>
			<Conflict
				theirs={theirs && worded(theirs)}
				mine={worded({ ...values, ...tickedWords({ hoursTold, worksAs }) })}
				labels={labels}
			/>
			<form method="post" action={`/matching/people/${person.id}`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={theirs?.version ?? values.version ?? '0'} />
				<Field
					name="building"
					label={labels.building}
					hint="Как у вас говорят: «Первый корпус», «на Садовой»"
					maxlength={100}
					optional
					{...given}
				/>
				<Select name="manager" label={labels.manager} empty="не указан" options={managers} {...given} />
				<fieldset class="field">
					<legend>{labels.hours}</legend>
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
						<Select name="needs" label={labels.needs} options={needsWords} {...given} />
						<Select
							name="queue"
							label={labels.queue}
							hint="Обычно сначала те, у кого первый год работы, потом стаж до трёх лет, потом срочные запросы"
							options={queueWords}
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
							<legend>{labels.worksAs}</legend>
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
							label={labels.smallest}
							hint="Группа собирается из стольких наставляемых или не собирается"
							inputmode="numeric"
							maxlength={2}
							class="short"
							optional
							{...given}
						/>
						<Field
							name="outside"
							label={labels.outside}
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
