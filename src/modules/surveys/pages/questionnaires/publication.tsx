import type { Problems, Values } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { Card } from '../../../../ui/card';
import { Button, Buttons, ErrorSummary, FormToken, LinkButton } from '../../../../ui/form';
import { Page } from '../../../../ui/page';
import { Note } from '../../../../ui/state';
import { Lede } from '../../../../ui/text';
import type { Edition, FoundQuestionnaire } from '../../queries/questionnaires';
import type { Finding } from '../../rules/editing/checks';
import { differenceOf } from '../../rules/editing/difference';
import { wordingOf } from '../../rules/editing/draft';
import { Findings } from './draft';
import { crumbs } from './new';
import { Preview } from './preview';

type Props = {
	view: View;
	questionnaire: FoundQuestionnaire;
	last: Edition | undefined;
	obstacles: readonly Finding[];
	remarks: readonly Finding[];
	values: Values;
	problems?: Problems | undefined;
};

/** Everything that will be published, before it is: what is in the way, what is worth a look, what has changed. */
export const PublicationPage = ({ view, questionnaire, last, obstacles, remarks, values, problems }: Props) => {
	const { id, draft } = questionnaire;
	const wording = wordingOf(draft);
	const changes = last ? differenceOf(last.content, wording) : [];
	const same = last !== undefined && changes.length === 0;
	return (
		<Page
			view={view}
			title={`Редакция ${(last?.number ?? 0) + 1}`}
			crumbs={[...crumbs, { href: `/surveys/questionnaires/${id}`, label: draft.title }]}
		>
			<Lede>
				{obstacles.length > 0
					? 'Публиковать пока рано: сначала поправьте отмеченное.'
					: same
						? `Текст тот же, что в редакции ${last.number}: публиковать нечего.`
						: 'После публикации эта редакция не меняется. Исправления станут следующей.'}
			</Lede>
			<ErrorSummary problems={problems} title="Не опубликовано" />
			{obstacles.length > 0 && <Findings {...{ id, findings: obstacles }} />}
			{remarks.length > 0 && (
				<Note title="Стоит посмотреть">
					<ul>
						{remarks.map(({ code, text }) => (
							<li>{code ? <a href={`/surveys/questionnaires/${id}/questions/${code}`}>{text}</a> : text}</li>
						))}
					</ul>
				</Note>
			)}
			{changes.length > 0 && last && (
				<Card title={`Что изменилось с редакции ${last.number}`}>
					<ul>
						{changes.map((text) => (
							<li>{text}</li>
						))}
					</ul>
				</Card>
			)}
			<form method="post" action={`/surveys/questionnaires/${id}/versions`}>
				<FormToken values={values} />
				<input type="hidden" name="version" value={values.version} />
				<Buttons>
					{obstacles.length === 0 && !same && <Button>Опубликовать редакцию {(last?.number ?? 0) + 1}</Button>}
					<LinkButton href={`/surveys/questionnaires/${id}/draft`} kind="quiet">
						К правке
					</LinkButton>
				</Buttons>
			</form>
			<Preview questionnaire={wording} />
		</Page>
	);
};
