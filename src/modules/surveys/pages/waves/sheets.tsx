import { raw } from 'hono/html';
import type { View } from '../../../../core/view';
import { LinkButton } from '../../../../ui/form';
import { Page } from '../../../../ui/page';
import { Note } from '../../../../ui/state';
import { counted, dayText, Lede } from '../../../../ui/text';
import type { OnPaper } from '../../queries/paper';
import type { Wave } from '../../queries/waves';
import { showSheetCode } from '../../rules/links';
import type { Questionnaire } from '../../rules/questionnaire';
import { identityPromises } from '../../rules/wave';
import { crumbsOf } from './paper';
import { PrintedQuestion } from './printed-question';
import { readersText } from './words';

/** A sheet of one person, or without a name; the picture leads a telephone to the same questions. */
export type Sheet = { of: OnPaper | null; qr: string | null };

type Props = { view: View; wave: Wave; content: Questionnaire; sheets: readonly Sheet[] };

/** Sheets to print and hand out, each from its own page. */
export const SheetsToPrintPage = ({ view, wave, content, sheets }: Props) => (
	<Page view={view} title="Бумажные анкеты" crumbs={crumbsOf(wave)}>
		<div class="screen-only">
			<Lede>
				{sheets.length === 0
					? 'Печатать нечего: ответили все, кого спрашивают.'
					: `${counted(sheets.length, ['лист', 'листа', 'листов'])} для тех, кто ещё не ответил, каждый со своей страницы. Напечатайте эту страницу: Ctrl+P.`}
			</Lede>
			<div class="buttons">
				<LinkButton href={`/surveys/waves/${wave.id}`} icon="back">
					К анкетированию
				</LinkButton>
			</div>
			<Note title={wave.identity === 'anonymous' ? 'Листы одинаковые, без имени и номера' : 'На листе имя и номер'}>
				<p>
					{wave.identity === 'anonymous'
						? 'Соберите их в одну стопку или в ящик, перемешайте и введите разом.'
						: 'По номеру программа узнает, чей это лист. Последние две цифры выдают опечатку.'}
				</p>
			</Note>
		</div>
		{sheets.map((sheet) => (
			<PrintedSheet {...{ view, wave, content, sheet }} />
		))}
	</Page>
);

const PrintedSheet = ({ view, wave, content, sheet: { of, qr } }: Omit<Props, 'sheets'> & { sheet: Sheet }) => {
	let number = 0;
	return (
		<article class="card">
			<header>
				<h2>{wave.title}</h2>
				{of && <strong>№ {showSheetCode(of.code)}</strong>}
			</header>
			<div class="slip-text">
				<p class="quiet">{view.actor.organisation.name}</p>
				{of && (
					<p>
						<strong>{of.name}</strong>
						{of.about && `, о ком: ${of.about}`}
					</p>
				)}
				<p>
					{identityPromises[wave.identity].respondent} Ответы прочтёт {readersText(wave.readers)}. Верните лист до{' '}
					{dayText(wave.closesOn, view.now.today)}
					{qr ? ' или ответьте с телефона по рисунку в конце листа.' : '.'}
				</p>
				{wave.words && <p>{wave.words}</p>}
				{content.intro && <p>{content.intro}</p>}
			</div>
			{content.sections.map(({ title, about, questions }) => (
				<section>
					{title && <h3>{title}</h3>}
					{about && <p>{about}</p>}
					{questions.map((question) => {
						number += 1;
						return <PrintedQuestion {...{ question, number }} sections={content.sections} />;
					})}
				</section>
			))}
			{content.thanks && <p>{content.thanks}</p>}
			{qr && (
				<div class="slip">
					<p>Ответить с телефона</p>
					<div class="qr">{raw(qr)}</div>
				</div>
			)}
		</article>
	);
};
