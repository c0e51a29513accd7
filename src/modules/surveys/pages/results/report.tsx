import type { Problems, Values } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { ClosedToo, Closes } from '../../../../ui/closes';
import { Conflict } from '../../../../ui/conflict';
import { Button, Buttons, ErrorSummary, FormToken, TextArea } from '../../../../ui/form';
import { Exports } from '../../../../ui/list';
import { Note } from '../../../../ui/state';
import { counted, Lede } from '../../../../ui/text';
import type { Closable } from '../../../roadmap/rules/closable';
import type { ResultWave } from '../../queries/results/wave';
import type { Unseen } from '../../rules/summary/reading';
import { howFar, NotShown, peopleForms, ResultsFrame } from './frame';

type Props = {
	view: View;
	wave: ResultWave;
	why: Unseen | null;
	left: readonly string[]; // who has not answered
	drafted: boolean; // the words are the program's, to be looked through
	closable: readonly Closable[];
	chosen?: readonly string[] | undefined;
	closed: number; // by the act just done
	values: Values;
	problems?: Problems | undefined;
	theirs?: Values | undefined;
};

const notices: Record<string, string> = {
	conclusion: 'Вывод сохранён',
	filed: 'Отчёт готов'
};

/** The end of a wave: who has not answered, the conclusion, the paper, and what of the plan it proves. */
export const ReportPage = (props: Props) => {
	const { view, wave, why, left, drafted, closable, chosen, closed, values, problems, theirs } = props;
	const { today } = view.now;
	const said = notices[view.saved ?? ''];
	const notice = said && (
		<>
			{said}
			<ClosedToo count={closed} />.
		</>
	);
	return (
		<ResultsFrame {...{ view, wave, notice }} tab="report">
			<ErrorSummary problems={problems} />
			<Lede>{howFar(wave, today)}</Lede>
			{left.length > 0 && <p>Не ответили: {left.length > 12 ? counted(left.length, peopleForms) : left.join(', ')}.</p>}
			{why && <NotShown {...{ why, wave }} />}
			<Conflict mine={values} theirs={theirs} labels={{ conclusion: 'Вывод' }} />
			<form method="post" action={`/surveys/waves/${wave.id}/report`}>
				<FormToken values={values} />
				<input type="hidden" name="version" value={theirs?.version ?? values.version} />
				<TextArea
					name="conclusion"
					label="Вывод"
					rows={10}
					maxlength={20_000}
					hint={
						drafted
							? 'Черновик составлен из чисел. Прочитайте, поправьте и допишите то, чего в числах нет.'
							: 'Войдёт в отчёт. Оценки людей по имени сюда не пишите: отчёт прочтут многие.'
					}
					{...{ values, problems }}
				/>
				<Closes {...{ closable, chosen, today }} />
				{!wave.closedAt && <Ending wave={wave} />}
				<Buttons>
					{(closable.length > 0 || !wave.closedAt) && (
						<Button name="act" value="file">
							{wave.closedAt ? 'Сохранить и отметить выполненным' : 'Закрыть анкету с этим выводом'}
						</Button>
					)}
					<Button name="act" value="save" kind={closable.length > 0 || !wave.closedAt ? 'secondary' : 'primary'}>
						Сохранить вывод
					</Button>
				</Buttons>
			</form>
			<Exports
				files={[
					{ href: `/surveys/waves/${wave.id}/report/word`, label: 'Отчёт, Word' },
					...(why ? [] : [{ href: `/surveys/waves/${wave.id}/answers/excel`, label: 'Все ответы, Excel' }])
				]}
			/>
			<p class="quiet">
				В отчёте нет имён и списков «кого назвали». Приложенный к дорожной карте, он откроется тем, кому обещаны ответы;
				остальным видно, что он есть.{' '}
				{!drafted && !why && <a href={`/surveys/waves/${wave.id}/report?draft=on`}>Составить вывод заново из чисел</a>}
			</p>
		</ResultsFrame>
	);
};

const Ending = ({ wave }: { wave: ResultWave }) =>
	wave.identity === 'named' ? (
		<Note>
			<p>После закрытия ответить будет нельзя. Закроете рано – анкету можно открыть снова.</p>
		</Note>
	) : (
		<Note tone="warm" title="Открыть снова будет нельзя">
			<p>
				Анкета без имён: как только ответы прочитаны, следующий ответ был бы виден как разница. Закрывайте, когда
				ответили все, кого вы ждёте.
			</p>
		</Note>
	);
