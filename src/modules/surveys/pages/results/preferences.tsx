import type { View } from '../../../../core/view';
import { LinkButton } from '../../../../ui/form';
import { Empty, Exports } from '../../../../ui/list';
import { Page } from '../../../../ui/page';
import { Finding } from '../../../../ui/report';
import { Pill } from '../../../../ui/state';
import { Table } from '../../../../ui/table';
import { counted, Lede } from '../../../../ui/text';
import { type Choice, type Mutual, mutualIn, unnamedIn } from '../../rules/preferences';

type Props = { view: View; choices: readonly Choice[]; names: ReadonlyMap<string, string> };

/** Two questionnaires after the meeting laid on one another: who named whom, and who named each other. */
export const PreferencesPage = ({ view, choices, names }: Props) => {
	const mutual = mutualIn(choices);
	const name = (id: string) => names.get(id) ?? '—';
	const sides = (['mentors', 'mentees'] as const).map((of) => choices.filter((one) => one.of === of));
	const [ofMentees = [], ofMentors = []] = sides;
	return (
		<Page view={view} title="Взаимный выбор" crumbs={[{ href: '/surveys', label: 'Анкеты' }]}>
			<Lede>
				{choices.length === 0
					? 'После групповой встречи каждый называет, с кем хотел бы работать.'
					: `Назвали друг друга: ${counted(mutual.length, ['пара', 'пары', 'пар'])}. Выбрали наставляемых – ${ofMentors.length}, наставников – ${ofMentees.length}.`}
			</Lede>
			{choices.length === 0 ? (
				<Empty
					title="Пока никто никого не назвал"
					icon="pair"
					action={
						<LinkButton href="/surveys/questionnaires" kind="primary" icon="book">
							Взять анкеты «После групповой встречи»
						</LinkButton>
					}
				>
					<p>Их две: наставляемым и наставникам. Ответы обеих лягут здесь рядом.</p>
				</Empty>
			) : (
				<>
					<p class="quiet">
						Это видите только вы: кого не назвали, об этом не узнает никто. Пары складываются после разговора с каждым.
					</p>
					{mutual.length > 0 && (
						<Finding title="Назвали друг друга" sentence="Сначала те, кто поставил друг друга выше.">
							<Table
								caption="Назвали друг друга"
								columns={[
									{ head: 'Наставляемый', main: true, cell: ({ mentee }: Mutual) => name(mentee) },
									{ head: 'Наставник', cell: ({ mentor }) => name(mentor) },
									{ head: 'Место у наставляемого', numeric: true, cell: ({ byMentee }) => byMentee },
									{ head: 'Место у наставника', numeric: true, cell: ({ byMentor }) => byMentor }
								]}
								rows={mutual}
							/>
						</Finding>
					)}
					<Chosen title="Кого выбрали наставляемые" rows={ofMentees} {...{ mutual, name }} />
					<Chosen title="Кого выбрали наставники" rows={ofMentors} {...{ mutual, name }} />
					<Unnamed choices={choices} name={name} />
					<Exports files={[{ href: '/surveys/preferences/word', label: 'Взаимный выбор, Word' }]} />
				</>
			)}
		</Page>
	);
};

type ChosenProps = {
	title: string;
	rows: readonly Choice[];
	mutual: readonly Mutual[];
	name: (id: string) => string;
};

const Chosen = ({ title, rows, mutual, name }: ChosenProps) => {
	const both = ({ personId }: Choice, named: string) =>
		mutual.some(
			({ mentee, mentor }) => (mentee === personId && mentor === named) || (mentor === personId && mentee === named)
		);
	return rows.length === 0 ? null : (
		<section>
			<h2>{title}</h2>
			<Table
				caption={title}
				columns={[
					{ head: 'Кто', main: true, cell: (one: Choice) => one.name },
					{
						head: 'Кого назвал, по порядку',
						width: 'wide',
						cell: (one) =>
							one.named.map((named, at) => (
								<>
									{at > 0 && ', '}
									{at + 1}. {name(named)} {both(one, named) && <Pill tone="good">взаимно</Pill>}
								</>
							))
					},
					{ head: 'Пожелание', cell: ({ wish }) => wish }
				]}
				rows={rows}
			/>
		</section>
	);
};

const Unnamed = ({ choices, name }: { choices: readonly Choice[]; name: (id: string) => string }) => {
	const lines = [
		['Наставники, которых пока не назвал никто', unnamedIn(choices, 'mentors')],
		['Наставляемые, которых пока не назвал никто', unnamedIn(choices, 'mentees')]
	] as const;
	return <>{lines.map(([words, ids]) => ids.length > 0 && <p>{`${words}: ${ids.map(name).join(', ')}.`}</p>)}</>;
};
