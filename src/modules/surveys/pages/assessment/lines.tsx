import type { Child } from 'hono/jsx';
import { Moves } from '../../../../ui/chart';
import { Finding } from '../../../../ui/report';
import { type Column, Table } from '../../../../ui/table';
import type { Line } from '../../rules/assessment/assessed';
import { num } from '../results/question';

const value = (number: number | null | undefined) =>
	typeof number === 'number' ? num(number) : <span class="quiet">–</span>;

type Dot = { text: string; scale: string; ends: readonly [number, number]; from: number; to: number };

const Dots = ({ label, dots }: { label: string; dots: readonly Dot[] }) => {
	const [first] = dots;
	const oneScale = new Set(dots.map(({ scale }) => scale)).size === 1;
	return first && oneScale ? (
		<Moves
			{...{ label }}
			from={first.ends[0]}
			to={first.ends[1]}
			moves={dots.map(({ text, from, to }) => ({
				label: text,
				before: from,
				after: to,
				note: `${num(from)} · ${num(to)}`
			}))}
		/>
	) : null;
};

const both = (
	lines: readonly Line[],
	of: (line: Line) => readonly [number | null | undefined, number | null | undefined]
) =>
	lines.flatMap((line): Dot[] => {
		const [from, to] = of(line);
		return typeof from === 'number' && typeof to === 'number' ? [{ ...line, from, to }] : [];
	});

type Props = { lines: readonly Line[]; looked?: ((line: Line) => Child) | undefined; self: string };

/** One person by parameters: what they say themselves beside what others see; then how it stood the first time. */
export const PersonLines = ({ lines, looked, self }: Props) => {
	const columns: Column<Line>[] = [
		{ head: 'Параметр', main: true, cell: ({ text }) => text },
		{ head: self, numeric: true, cell: (line) => value(line.self) },
		{ head: 'Со стороны', numeric: true, cell: ({ others }) => value(others?.mean) },
		{
			head: 'От – до',
			cell: ({ others }) => others && others.most > others.least && `${num(others.least)}–${num(others.most)}`
		},
		...(looked ? [{ head: 'Кто как', cell: looked }] : [])
	];
	const twice = lines.filter(({ before }) => before);
	const seenTwice = both(twice, ({ before, others }) => [before?.others, others?.mean]);
	const moved = seenTwice.length > 0 ? seenTwice : both(twice, ({ before, self }) => [before?.self, self]);
	return (
		<>
			<Finding
				title="Сейчас"
				sentence={`Пустой кружок – ${self.toLocaleLowerCase('ru')}, полный – со стороны.`}
				picture={<Dots label="Сейчас" dots={both(lines, (line) => [line.self, line.others?.mean])} />}
			>
				<Table caption="По параметрам" columns={columns} rows={lines} />
			</Finding>
			{twice.length > 0 && (
				<Finding
					title="Было и стало"
					sentence={`Пустой кружок – в первый раз, полный – сейчас${seenTwice.length > 0 ? ', со стороны' : ''}.`}
					picture={<Dots label="Было и стало" dots={moved} />}
				>
					<Table
						caption="Было и стало"
						columns={[
							{ head: 'Параметр', main: true, cell: ({ text }) => text },
							{ head: `${self}: было`, numeric: true, cell: ({ before }) => value(before?.self) },
							{ head: `${self}: стало`, numeric: true, cell: (line) => value(line.self) },
							{ head: 'Со стороны: было', numeric: true, cell: ({ before }) => value(before?.others) },
							{ head: 'Со стороны: стало', numeric: true, cell: ({ others }) => value(others?.mean) }
						]}
						rows={twice}
					/>
				</Finding>
			)}
		</>
	);
};
