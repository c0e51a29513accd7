import type { Problems, Values } from '../../../core/forms';
import { timeZones } from '../../../core/time-zones';
import type { View } from '../../../core/view';
import { Button, Checkbox, ErrorSummary, Field, FormToken, LinkButton, RadioGroup, Select } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import type { Organisation } from '../queries';
import { kindNames, kindsBeside } from '../rules/kinds';
import { timeZoneText } from '../rules/organisation';
import { usualWords, type Word, wordChoices, wordLabels, wordNames } from '../rules/words';

type Props = {
	view: View;
	organisation: Organisation;
	values: Values;
	problems?: Problems;
	theirs?: Values | undefined;
};

export const EditOrganisationPage = ({ view, organisation, values, problems = {}, theirs }: Props) => {
	const given = { values, problems };
	return (
		<Page view={view} title="Сведения об организации" crumbs={[{ href: '/organisation', label: organisation.name }]}>
			{theirs && <Theirs theirs={theirs} />}
			<form method="post" action="/organisation">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={theirs?.version ?? values.version} />
				<Field
					name="name"
					label="Как называют"
					hint="Коротко: «Школа № 5», «Детский сад „Ромашка“»"
					maxlength={120}
					required
					{...given}
				/>
				<Field
					name="fullName"
					label="Полное название"
					hint="По уставу: так будет в документах"
					maxlength={400}
					required
					{...given}
				/>
				<Select
					name="kind"
					label="Вид"
					options={Object.fromEntries(kindsBeside(organisation.kind).map((kind) => [kind, kindNames[kind]]))}
					{...given}
				/>
				<Select name="timeZone" label="Часовой пояс" options={zonesWith(organisation.timeZone)} {...given} />
				<RadioGroup
					name="workingWeek"
					label="Рабочая неделя"
					options={{ 5: 'Пятидневная', 6: { label: 'Шестидневная', hint: 'Суббота – рабочий день' } }}
					{...given}
				/>
				<OnePersonMode {...given} />
				<Fold label="Свои слова вместо обычных">
					<p class="quiet">Выберите, если у вас говорят иначе: слово встанет в нужном падеже во всей программе.</p>
					{wordNames.map((name) => {
						const choices: Record<string, Word> = wordChoices[name];
						return (
							<Select
								name={`word-${name}`}
								label={wordLabels[name]}
								empty={`как обычно: ${choices[usualWords[organisation.kind][name]]?.one}`}
								options={Object.fromEntries(Object.entries(choices).map(([key, word]) => [key, word.one]))}
								{...given}
							/>
						);
					})}
				</Fold>
				<div class="buttons">
					<Button>Сохранить сведения</Button>
					<LinkButton href="/organisation" kind="quiet">
						Не менять
					</LinkButton>
				</div>
			</form>
		</Page>
	);
};

/** The zone in use stays choosable when it stands outside the list. */
const zonesWith = (zone: string) => ({
	...(Object.hasOwn(timeZones, zone) ? {} : { [zone]: timeZoneText(zone) }),
	...timeZones
});

/** What the curator alone means is told where it is chosen. */
export const OnePersonMode = (given: { values: Values; problems: Problems }) => (
	<Checkbox
		name="onePersonMode"
		label="Куратор работает в программе один"
		hint="Куратор может сделать всё за всех: отметить подпись директора, согласие, согласование профсоюза «со слов» или «с листа». В журнале видно, кто отметил. Выключить можно в любой день."
		{...given}
	/>
);

const fieldNames: readonly (readonly [string, string])[] = [
	['name', 'Как называют'],
	['fullName', 'Полное название'],
	['workingWeek', 'Рабочая неделя, дней']
];

const Theirs = ({ theirs }: { theirs: Values }) => (
	<Note tone="warm" title="Пока вы правили, сведения изменил кто-то другой">
		<p>Сейчас сохранено так:</p>
		<ul>
			{fieldNames.map(([name, label]) => (
				<li>
					{label}: {theirs[name]}
				</li>
			))}
			<li>Часовой пояс: {timeZoneText(theirs.timeZone ?? '')}</li>
			<li>Вид: {kindNames[theirs.kind as keyof typeof kindNames]}</li>
			<li>Куратор работает один: {theirs.onePersonMode ? 'да' : 'нет'}</li>
		</ul>
		<p>Ниже – то, что ввели вы. Сохраните ещё раз, и останется ваше.</p>
	</Note>
);
