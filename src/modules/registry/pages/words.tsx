import { Pill } from '../../../ui/state';
import { Quiet } from '../../../ui/text';
import { type ConsentKind, consentKinds } from '../../consents/rules/kinds';
import type { Deficit } from '../rules/line';
import { deficitSources } from '../rules/registers';
import type { TopicNames } from '../rules/topics';

/** Which of the consents asked are not there; a warning, or a wall where the school is strict. */
export const ConsentCell = ({ lacks }: { lacks: readonly ConsentKind[] }) =>
	lacks.length === 0 ? (
		<Pill tone="good" icon="check">
			есть
		</Pill>
	) : (
		<>
			<Pill tone="warm" icon="alert">
				нет
			</Pill>{' '}
			<Quiet>{lacks.map((kind) => consentKinds[kind].brief.toLocaleLowerCase('ru')).join(', ')}</Quiet>
		</>
	);

/** «Мотивация учеников: сам 2, куратор 3» */
export function deficitLines(deficits: readonly Deficit[], names: TopicNames) {
	return [...Map.groupBy(deficits, ({ topic }) => topic)].map(
		([topic, of]) =>
			`${names.get(topic) ?? topic}: ${[...of]
				.sort(bySource)
				.map(({ source, level }) => `${deficitSources[source]} ${level}`)
				.join(', ')}`
	);
}

const order = Object.keys(deficitSources);
const bySource = (a: Deficit, b: Deficit) => order.indexOf(a.source) - order.indexOf(b.source);
