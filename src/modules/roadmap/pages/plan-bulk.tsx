import { Button } from '../../../ui/form';
import type { Plan, PlanStage } from '../queries/plans';
import { capabilities } from '../rules/capabilities';

/** The same for all chosen rows: one list of what may be said, and the day where a day is needed. */
export const BulkEdits = ({ plan, stages }: { plan: Plan; stages: readonly PlanStage[] }) => (
	<>
		<label class="unseen" for="edit">
			Что изменить
		</label>
		<select id="edit" name="edit">
			<option value="">Изменить…</option>
			<option value="term">Срок: новый последний день</option>
			<option value="removal">Убрать из плана</option>
			{stages.length > 0 && (
				<optgroup label="Перенести в этап">
					{stages.map(({ id, title }) => (
						<option value={`stage:${id}`}>{title}</option>
					))}
				</optgroup>
			)}
			<optgroup label="Чем выполняется">
				{Object.entries(capabilities).map(([code, { name }]) => (
					<option value={`capability:${code}`}>{name}</option>
				))}
			</optgroup>
		</select>
		<label class="unseen" for="toDay">
			Новый последний день
		</label>
		<input
			id="toDay"
			name="toDay"
			class="short"
			placeholder="ДД.ММ.ГГГГ"
			inputmode="numeric"
			maxlength={10}
			data-date
		/>
		<Button kind="secondary" formaction={`/roadmap/${plan.id}/edits`}>
			Изменить
		</Button>
	</>
);
