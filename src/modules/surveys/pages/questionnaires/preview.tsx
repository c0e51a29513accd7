import { Card } from '../../../../ui/card';
import { Quiet } from '../../../../ui/text';
import type { Questionnaire } from '../../rules/questionnaire';
import { Questions } from '../question/questions';

/** As people will see it. Nothing that is ticked here is sent. */
export const Preview = ({ questionnaire }: { questionnaire: Questionnaire }) => (
	<Card title="Как её увидят">
		<p>
			<Quiet>Можно пощёлкать: отсюда ничего не отправляется.</Quiet>
		</p>
		<h2>{questionnaire.title}</h2>
		{paragraphs(questionnaire.intro)}
		<Questions questionnaire={questionnaire} />
		{paragraphs(questionnaire.thanks)}
	</Card>
);

export const paragraphs = (text: string) =>
	text
		.split('\n')
		.filter(Boolean)
		.map((line) => <p>{line}</p>);
