import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts, History } from '../../../ui/card';
import { ErrorSummary } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import { actWords } from '../../journal/rules';
import type { StoredDocument } from '../queries/made';
import { FilesCard } from './document-files';
import { kindOf } from './made';
import { DocumentPill } from './state';
import { documentsCrumb, madeCrumb } from './words';

export type Line = { at: string; act: string; who: string };
export type DocumentProps = {
	view: View;
	document: StoredDocument;
	history: readonly Line[];
	values: Values;
	problems?: Problems;
};

const notices: Record<string, string> = { made: 'Документ сделан и лежит здесь черновиком' };

/** One stored document: how it stands, its files, what is done with it next. */
export const DocumentPage = (props: DocumentProps) => {
	const { view, document, history, problems = {} } = props;
	return (
		<Page view={view} title={document.title} crumbs={[documentsCrumb, madeCrumb]} notice={notices[view.saved ?? '']}>
			<ErrorSummary problems={problems} />
			<Lede>
				<DocumentPill document={document} />
			</Lede>
			<Card title="Что это">
				<Facts
					facts={[
						['Вид', kindOf(document.code)],
						['О ком', document.people.map(({ name }) => name).join(', ')],
						['Пары', document.mentorships.length > 0 && <a href="/mentorships">{document.mentorships.length}</a>],
						[
							'Планы',
							document.roadmaps.length > 0 &&
								document.roadmaps.map(({ id, title }) => <a href={`/roadmap/${id}`}>{title}</a>)
						]
					]}
				/>
			</Card>
			<FilesCard {...props} />
			<History
				entries={history.map(({ at, who, act }) => ({ at, who, what: actWords(act) }))}
				timeZone={view.actor.timeZone}
				today={view.now.today}
			/>
		</Page>
	);
};
