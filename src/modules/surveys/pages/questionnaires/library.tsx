import type { View } from '../../../../core/view';
import { Card, Facts } from '../../../../ui/card';
import { ActionForm, LinkButton } from '../../../../ui/form';
import { Page } from '../../../../ui/page';
import { Note } from '../../../../ui/state';
import { counted, Lede } from '../../../../ui/text';
import type { LibraryQuestionnaire } from '../../rules/library/shape';
import { identities, type Questionnaire, questionsOf } from '../../rules/questionnaire';
import { crumbs } from './new';
import { Preview } from './preview';

type Props = {
	view: View;
	one: Omit<LibraryQuestionnaire, 'contents'>;
	questionnaire: Questionnaire;
	other?: { code: string; name: string } | undefined; // the other stage
	taken: readonly { id: string; title: string }[];
};

const stageWords = { before: 'первый этап', after: 'второй этап', both: 'спрашивают дважды и сравнивают' };

/** One of the program's own, as people would see it. */
export const LibraryPage = ({ view, one, questionnaire, other, taken }: Props) => (
	<Page
		view={view}
		title={one.name}
		crumbs={crumbs}
		actions={
			<>
				<ActionForm
					action="/surveys/questionnaires"
					token={crypto.randomUUID()}
					label="Взять и поправить под себя"
					kind="primary"
					icon="copy"
				>
					<input type="hidden" name="library" value={one.code} />
				</ActionForm>
				<LinkButton href={`/surveys/questionnaires/library/${one.code}/print`} icon="document">
					Напечатать
				</LinkButton>
			</>
		}
	>
		<Lede>{one.about}</Lede>
		{taken.length > 0 && (
			<Note title="Эта анкета у вас уже есть">
				{taken.map(({ id, title }) => (
					<p>
						<a href={`/surveys/questionnaires/${id}`}>{title}</a>
					</p>
				))}
			</Note>
		)}
		<Card>
			<Facts
				facts={[
					['Кому', one.whom],
					['Когда', one.when],
					[
						'Сколько займёт',
						`около ${counted(one.minutes, ['минуты', 'минут', 'минут'])}, ${counted(questionsOf(questionnaire).length, ['вопрос', 'вопроса', 'вопросов'])}`
					],
					['Советуем', identities[one.identity].toLocaleLowerCase('ru')],
					[
						'Этап',
						one.stages && (
							<>
								{stageWords[one.stages.at]}
								{other && (
									<>
										; пара к ней – <a href={`/surveys/questionnaires/library/${other.code}`}>{other.name}</a>
									</>
								)}
							</>
						)
					],
					['Источник', one.source]
				]}
			/>
		</Card>
		<Preview questionnaire={questionnaire} />
	</Page>
);
