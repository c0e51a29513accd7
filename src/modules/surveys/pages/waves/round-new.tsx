import type { Problems, Values } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { Button, Buttons, ErrorSummary, FormToken, LinkButton, Select } from '../../../../ui/form';
import { Empty, Filters } from '../../../../ui/list';
import { Page } from '../../../../ui/page';
import { counted, Lede } from '../../../../ui/text';
import type { GroupSet } from '../../../groups/rules/groups';
import type { Edition } from '../../queries/waves';
import type { Candidate } from '../../rules/audience';
import { fromLibrary, inGroup, libraryFor, usualFor } from '../../rules/rounds';
import { WaveWordsFields } from './fields';
import { people } from './words';

type Props = {
	view: View;
	sets: readonly GroupSet[];
	set: GroupSet | undefined;
	staff: readonly Candidate[];
	editions: readonly Edition[];
	libraryNames: ReadonlyMap<string, string>;
	values: Values;
	readers: readonly string[];
	problems?: Problems;
};

/** Each staff group is asked its own questionnaire, all in one act. */
export const NewRoundPage = ({ view, sets, set, staff, values, readers, problems = {}, ...known }: Props) => (
	<Page view={view} title="Каждой группе – своя анкета" crumbs={[{ href: '/surveys', label: 'Анкеты' }]}>
		{!set ? (
			<Empty
				title="Сначала распределите педагогов по группам"
				icon="list"
				action={
					<LinkButton href={view.rooms.has('/groups') ? '/groups' : '/surveys'} kind="primary">
						К группам
					</LinkButton>
				}
			>
				<p>Когда решено, кто в какой группе, каждая получит свою анкету одним действием.</p>
			</Empty>
		) : (
			<>
				<Lede>Анкеты откроются сразу у всех групп; как отвечают, будет видно по группам.</Lede>
				{sets.length > 1 && (
					<Filters
						label="Набор групп"
						filters={sets.map(({ id, name }) => ({
							href: `/surveys/rounds/new?set=${id}`,
							label: name,
							current: id === set.id
						}))}
					/>
				)}
				<form method="post" action="/surveys/rounds">
					<ErrorSummary problems={problems} />
					<FormToken values={values} />
					<input type="hidden" name="set" value={set.id} />
					{set.groups.map((group) => (
						<GroupField {...{ group, staff, values, problems }} {...known} />
					))}
					<WaveWordsFields {...{ values, problems, readers }} />
					<Buttons>
						<Button>Спросить группы</Button>
						<LinkButton href="/surveys" kind="quiet">
							Не сейчас
						</LinkButton>
					</Buttons>
				</form>
			</>
		)}
	</Page>
);

type FieldProps = Pick<Props, 'staff' | 'editions' | 'libraryNames' | 'values'> & {
	group: GroupSet['groups'][number];
	problems: Problems;
};

const GroupField = ({ group, staff, editions, libraryNames, values, problems }: FieldProps) => {
	const name = `edition.${group.id}`;
	const label = `${group.code} – ${group.name}`;
	const count = inGroup(staff, group.id).length;
	const library = libraryFor(group.code);
	const offered = library && !editions.some((one) => one.library === library) ? fromLibrary(library) : null;
	if (count === 0) return <p class="quiet">{label}: пока никого.</p>;
	return (
		<Select
			name={name}
			label={`${label}: ${counted(count, people)}`}
			empty="не спрашивать"
			options={{
				...(offered && { [offered]: `${libraryNames.get(library ?? '')} (готовая)` }),
				...Object.fromEntries(editions.map(({ id, title }) => [id, title]))
			}}
			values={{ [name]: usualFor(group, editions), ...values }}
			problems={problems}
		/>
	);
};
