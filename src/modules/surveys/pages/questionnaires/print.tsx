import type { View } from '../../../../core/view';
import { LinkButton } from '../../../../ui/form';
import { Page } from '../../../../ui/page';
import { Lede } from '../../../../ui/text';
import type { Questionnaire } from '../../rules/questionnaire';
import { crumbs } from './new';
import { Sheet } from './sheet';

/** A questionnaire to print: from the browser, or in Word. `home`: the address of the questionnaire itself. */
export const PrintPage = ({
	view,
	questionnaire,
	home,
	draft
}: {
	view: View;
	questionnaire: Questionnaire;
	home: string;
	draft: boolean;
}) => (
	<Page
		view={view}
		title="На бумаге"
		crumbs={[...crumbs, { href: home, label: questionnaire.title }]}
		actions={
			<LinkButton href={`${home}/print/word`} kind="primary" icon="download" download>
				Скачать для Word
			</LinkButton>
		}
	>
		<div class="screen-only">
			<Lede>
				{draft ? 'Это черновик: до публикации вопросы ещё могут измениться. ' : ''}Напечатайте из браузера (Ctrl+P) или
				возьмите файл Word. Ответы с листов потом вносит куратор.
			</Lede>
		</div>
		<Sheet questionnaire={questionnaire} />
	</Page>
);
