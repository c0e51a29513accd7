import { Pill } from '../../../ui/state';
import type { Column } from '../../../ui/table';
import { Day, DayRange, Quiet, shortName } from '../../../ui/text';
import type { ConsentKind } from '../../consents/rules/kinds';
import { deficitsOf, programmeNow, type RegisterLine } from '../rules/line';
import { leavingReasons, priorities, type Register } from '../rules/registers';
import type { TopicNames } from '../rules/topics';
import { lacking } from '../rules/wanted';
import { ConsentCell } from './words';

type About = {
	register: Register;
	asked: readonly ConsentKind[];
	names: TopicNames;
	today: string;
	former: boolean;
};

/** The short table of the screen; the wide one with the official columns is rules/columns.ts. */
export function columnsOf({ register, asked, names, today, former }: About): Column<RegisterLine>[] {
	const who: Column<RegisterLine> = {
		head: 'Имя',
		main: true,
		sort: 'name',
		cell: ({ personId, name, post }) => (
			<>
				<a href={`/registry/people/${personId}`}>{name}</a> <Quiet>{post}</Quiet>
			</>
		)
	};
	if (former)
		return [
			who,
			{
				head: 'В банке',
				sort: 'since',
				cell: ({ entry }) => <DayRange from={entry.from} to={entry.to} today={today} />
			},
			{
				head: 'Почему выбыл',
				cell: ({ entry }) =>
					entry.leftReason && [leavingReasons[entry.leftReason], entry.leftNote].filter(Boolean).join('; ')
			}
		];
	const said: Column<RegisterLine>[] = register === 'mentees' ? asks(names) : gives(names);
	return [
		who,
		{ head: 'Группа', cell: ({ groups }) => groups.map(({ code }) => code).join(', ') },
		...said,
		{ head: 'Согласия', cell: (line) => <ConsentCell lacks={lacking(line, asked)} /> },
		{
			head: 'В банке',
			sort: 'since',
			cell: (line) => {
				const now = programmeNow(line, today);
				return (
					<>
						<Day date={line.entry.from} today={today} />{' '}
						{now && <Quiet>в программе{now.partner && `: ${shortName(now.partner.split(';')[0] ?? '')}`}</Quiet>}
					</>
				);
			}
		}
	];
}

const asks = (names: TopicNames): Column<RegisterLine>[] => [
	{
		head: 'Запрос',
		width: 'wide',
		sort: 'priority',
		cell: (line) => {
			const [first, ...more] = line.requests;
			if (!first) return <Pill icon="circle">нет</Pill>;
			return (
				<>
					{first.words.length > 120 ? `${first.words.slice(0, 117)}…` : first.words}{' '}
					{first.priority === 1 && <Pill tone="accent">{priorities[1]}</Pill>}{' '}
					{!first.confirmed && (
						<Pill tone="warm" icon="help">
							из анкеты, посмотрите
						</Pill>
					)}
					{more.length > 0 && <Quiet> и ещё {more.length}</Quiet>}
				</>
			);
		}
	},
	{
		head: 'Затруднения',
		width: 'wide',
		cell: (line) =>
			deficitsOf(line)
				.slice(0, 2)
				.map(([topic, level]) => `${names.get(topic) ?? topic} (${level})`)
				.join(', ')
	}
];

const gives = (names: TopicNames): Column<RegisterLine>[] => [
	{
		head: 'Чем может помочь',
		width: 'wide',
		cell: ({ offer, offerWaits }) => {
			if (!offer) return <Pill icon="circle">нет предложения</Pill>;
			const all = [...offer.competences.map((topic) => names.get(topic) ?? topic), offer.otherCompetences].filter(
				Boolean
			);
			return (
				<>
					{all.slice(0, 3).join(', ')}
					{all.length > 3 && <Quiet> и ещё {all.length - 3}</Quiet>}{' '}
					{offerWaits && (
						<Pill tone="warm" icon="help">
							из анкеты, посмотрите
						</Pill>
					)}
				</>
			);
		}
	},
	{ head: 'Мест', numeric: true, sort: 'capacity', cell: ({ offer }) => offer?.capacity }
];
