import type { IconName } from '../../../ui/icon';
import { Pill, type Tone } from '../../../ui/state';
import type { DocumentLine } from '../queries/made';
import { type DocumentState, documentStates, type Happened, stateOf } from '../rules/life';

const looks: Record<DocumentState, readonly [IconName, Tone]> = {
	draft: ['pencil', 'calm'],
	agreeing: ['hourglass', 'warm'],
	agreed: ['check', 'calm'],
	signed: ['pencil', 'accent'],
	registered: ['check', 'good'],
	acquainting: ['hourglass', 'warm'],
	acquainted: ['check', 'good'],
	published: ['check', 'good'],
	archived: ['book', 'calm'],
	replaced: ['repeat', 'calm'],
	cancelled: ['cross', 'calm'],
	removed: ['cross', 'calm']
};

/** The same, and that a later one has changed it: it still holds. */
export const StandingPills = ({ document }: { document: DocumentLine }) => (
	<>
		<DocumentPill document={document} />
		{document.amended && !document.superseded && (
			<>
				{' '}
				<Pill icon="pencil">изменён</Pill>
			</>
		)}
	</>
);

/** How a document stands; of those who agree and read it, how many are left. */
export const DocumentPill = ({ document }: { document: Happened }) => {
	const state = stateOf(document);
	const [icon, tone] = looks[state];
	const { approvals, approvalsLeft, readers, readersLeft } = document;
	const progress =
		state === 'agreeing' && approvalsLeft > 0
			? ` (${approvals - approvalsLeft} из ${approvals})`
			: state === 'acquainting'
				? ` (${readers - readersLeft} из ${readers})`
				: '';
	return (
		<Pill tone={tone} icon={icon}>
			{documentStates[state]}
			{progress}
		</Pill>
	);
};
