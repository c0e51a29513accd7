import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { counted, Lede, Quiet } from '../../../ui/text';
import { canKeepMail } from '../../notifications/rules/keepers';
import type { Organisation } from '../queries';
import { kindNames } from '../rules/kinds';
import { canChangeOrganisation, canSeeBelow, timeZoneText } from '../rules/organisation';
import { wordLabels, wordNames, wordsOf } from '../rules/words';

const staffForms = ['сотрудник', 'сотрудника', 'сотрудников'] as const;

/** What the organisation is, whom it answers to, how it works. */
export const OrganisationPage = ({ view, organisation }: { view: View; organisation: Organisation }) => {
	const { actor, saved } = view;
	const words = wordsOf(organisation.kind, organisation.words);
	return (
		<Page
			view={view}
			title={organisation.name}
			notice={saved === 'organisation' ? 'Сведения об организации сохранены' : undefined}
			actions={
				canChangeOrganisation(actor) && (
					<LinkButton href="/organisation/edit" icon="pencil">
						Изменить сведения
					</LinkButton>
				)
			}
		>
			<Lede>
				{kindNames[organisation.kind]}, {counted(organisation.staff, staffForms)}.
			</Lede>
			<Card title="Сведения">
				<Facts
					facts={[
						['Полное название', organisation.fullName],
						['Вид', kindNames[organisation.kind]],
						['Уровни выше', organisation.above.map(({ name }) => name).join(' → ') || <Quiet>не указаны</Quiet>],
						['Часовой пояс', timeZoneText(organisation.timeZone)],
						['Рабочая неделя', organisation.workingWeek === 6 ? 'шестидневная' : 'пятидневная'],
						[
							'Кто работает в программе',
							organisation.onePersonMode
								? 'один куратор за всех: отмечает с их слов и с бумаги'
								: 'каждый входит сам и делает своё'
						]
					]}
				/>
				<div class="buttons">
					<LinkButton href="/people" icon="person">
						Сотрудники
					</LinkButton>
					<LinkButton href="/calendar" icon="calendar">
						Календарь
					</LinkButton>
					{canKeepMail(actor) && (
						<LinkButton href="/letters" icon="mail">
							Кому пишет программа
						</LinkButton>
					)}
					{canSeeBelow(actor) && (
						<LinkButton href="/schools" icon="school">
							Организации ниже
						</LinkButton>
					)}
				</div>
			</Card>
			<Card title="Слова">
				<p class="quiet">Так программа называет людей и события в вашей организации.</p>
				<Facts facts={wordNames.map((name) => [wordLabels[name], words[name].one] as const)} />
			</Card>
		</Page>
	);
};
