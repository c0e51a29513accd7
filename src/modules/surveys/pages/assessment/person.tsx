import type { View } from '../../../../core/view';
import { Card, Facts } from '../../../../ui/card';
import { Page } from '../../../../ui/page';
import { counted, Lede } from '../../../../ui/text';
import type { AssessedSheet } from '../../queries/assessment/assessed';
import type { ResultWave } from '../../queries/results/wave';
import { answerWords } from '../../rules/answer-words';
import type { Assessed, Line } from '../../rules/assessment/assessed';
import { eyes } from '../../rules/assessment/eyes';
import { questionsOf } from '../../rules/questionnaire';
import { num } from '../results/question';
import { PersonLines } from './lines';

type Props = {
	view: View;
	wave: ResultWave;
	one: Assessed & { name: string; post: string };
	sheets: readonly AssessedSheet[]; // about them, in this wave
	earlier: { title: string } | null;
	shown: boolean;
};

/** One who is assessed, for those who were promised the answers. */
export const AssessedPersonPage = ({ view, wave, one, sheets, earlier, shown }: Props) => {
	const words = questionsOf(wave.content).filter(({ kind }) => kind === 'text');
	const said = sheets.filter(({ answers }) => answers && words.some(({ code }) => answers[code]));
	const left = sheets.filter(({ answered }) => !answered);
	const looked = ({ by }: Line) => by.map(({ eyes: as, value }) => `${eyes[as]} – ${num(value)}`).join(', ');
	return (
		<Page
			view={view}
			title={one.name}
			crumbs={[
				{ href: '/surveys', label: 'Анкеты' },
				{ href: `/surveys/waves/${wave.id}`, label: wave.title },
				{ href: `/surveys/waves/${wave.id}/subjects`, label: 'О каждом' }
			]}
		>
			<Lede>
				{one.post ? `${one.post}. ` : ''}
				{`Заполнены ${one.filled} из ${counted(one.asked, ['листа', 'листов', 'листов'])}.`}
				{earlier && ` Сравнивается с «${earlier.title}».`}
				{shown && ' Числа показаны самому человеку.'}
			</Lede>
			{left.length > 0 && <p>Ждём: {left.map(({ person, eyes: as }) => `${person} (${eyes[as]})`).join(', ')}.</p>}
			{one.filled > 0 && <PersonLines lines={one.lines} looked={looked} self="Сам" />}
			{said.length > 0 && (
				<Card title="Своими словами">
					<p class="quiet">
						Эти слова читаете вы и те, кому обещаны ответы. Самому человеку программа их не показывает.
					</p>
					<Facts
						facts={said.flatMap(({ person, eyes: as, answers }) =>
							words.flatMap((question) => {
								const answer = answers?.[question.code];
								return answer ? [[`${person}, ${eyes[as]}`, answerWords(question, answer)] as const] : [];
							})
						)}
					/>
				</Card>
			)}
		</Page>
	);
};
