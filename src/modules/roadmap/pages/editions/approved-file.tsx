import type { Problems, Values } from '../../../../core/forms';
import { Checkbox, DateField, Field } from '../../../../ui/form';

/** A file that says it was approved by an order: it becomes the first edition of the plan, unless somebody says it is not so. */
export const ApprovedFile = ({ values, problems }: { values: Values; problems?: Problems | undefined }) => (
	<fieldset>
		<legend>
			<strong>Файл утверждён приказом</strong>
		</legend>
		<Checkbox
			name="approved"
			label="Сохранить как утверждённую редакцию № 1"
			hint="Всё, что изменится потом, будет видно отдельно – для приказа о внесении изменений."
			{...{ values, problems }}
		/>
		<Field
			name="orderNumber"
			label="Номер приказа"
			class="short"
			maxlength={60}
			autocomplete="off"
			{...{ values, problems }}
		/>
		<DateField name="orderDay" label="День приказа" {...{ values, problems }} />
	</fieldset>
);
