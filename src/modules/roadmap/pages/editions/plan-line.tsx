import { isId } from '../../../../core/ids';
import { counted, Day } from '../../../../ui/text';
import type { PlanEdition } from '../../queries/editions';
import type { Plan } from '../../queries/plans';
import { Undo } from '../activity-notice';
import { changeForms } from './words';

/** The plan was renewed by a file (`of`: its import), or that was taken back. */
export const renewalNotice = (saved: string, of: string | undefined) =>
	saved === 'renewal' && of && isId(of) ? (
		<>
			План обновлён <Undo action={`/roadmap/imports/${of}/renewal/undoing`} />
		</>
	) : (
		'Обновление отменено: план снова такой, каким был'
	);

/** Under the title of a plan: the edition in force, and how many working changes there are since. */
export const EditionLine = ({
	plan,
	edition,
	changes
}: {
	plan: Plan;
	edition: PlanEdition | undefined;
	changes: number;
}) => (
	<p class="plan-line quiet">
		{edition ? (
			<>
				<a href={`/roadmap/${plan.id}/editions`}>Редакция № {edition.number}</a> утверждена приказом от{' '}
				<Day date={edition.orderDay} /> № {edition.orderNumber}
				{changes > 0 && (
					<>
						{' · '}
						<a href={`/roadmap/${plan.id}/changes`} title={counted(changes, changeForms)}>
							Рабочие изменения: {changes}
						</a>
					</>
				)}
			</>
		) : (
			<a href={`/roadmap/${plan.id}/editions`}>Утверждённые редакции</a>
		)}
		{!plan.archivedAt && (
			<>
				{' · '}
				<a href={`/roadmap/imports/new?renews=${plan.id}`}>Загрузить новую версию</a>
			</>
		)}
	</p>
);
