import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Conflict } from '../../../ui/conflict';
import { Button, Buttons, Checkbox, ErrorSummary, Field, FormToken } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import { journalSeries, seriesNames } from '../rules/registration';
import { documentsCrumb } from './words';

type Props = { view: View; values: Values; problems?: Problems; theirs?: Values | undefined };

const labels = Object.fromEntries(
	journalSeries.flatMap((series) => [
		[`kept-${series}`, `Нумеруем здесь, ${seriesNames[series]}`],
		[`pattern-${series}`, `Как выглядит номер, ${seriesNames[series]}`]
	])
);

/** Whose numbers a series has: the secretary's, typed in, or those of a journal kept here. */
export const JournalsPage = ({ view, values, problems = {}, theirs }: Props) => (
	<Page
		view={view}
		title="Чья нумерация"
		crumbs={[documentsCrumb, { href: '/documents/book', label: 'Журнал регистрации' }]}
	>
		<Lede>
			Обычно номер даёт секретарь из школьного журнала, и его вписывают. Если журнала нет, номера серии может давать
			программа: подряд, с начала каждого года.
		</Lede>
		<Conflict theirs={theirs} mine={values} labels={labels} />
		<form method="post" action="/documents/journals">
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			{journalSeries.map((series) => (
				<fieldset class="field">
					<legend>Номера: {seriesNames[series]}</legend>
					<input type="hidden" name={`version-${series}`} value={values[`version-${series}`]} />
					<Checkbox name={`kept-${series}`} label="Номера даёт программа" {...{ values, problems }} />
					<Field
						name={`pattern-${series}`}
						label="Как выглядит номер"
						hint="{№} – сам номер, {год} и {месяц} – из даты: {№}-О, {№}/{год}"
						maxlength={40}
						class="short"
						{...{ values, problems }}
					/>
				</fieldset>
			))}
			<Buttons>
				<Button>Записать порядок</Button>
			</Buttons>
		</form>
	</Page>
);
