import { showDate } from '../../../core/dates';
import { Card } from '../../../ui/card';
import { ActionForm, Button, DateField, Field, FormToken } from '../../../ui/form';
import { Fold } from '../../../ui/report';
import { type TurnName, turnNames, turns } from '../rules/turns';
import type { DocumentProps } from './document';
import { UnagreedField } from './unagreed';

const places: Partial<Record<TurnName, readonly [label: string, hint: string]>> = {
	publishing: ['Где опубликован', 'Например: сайт школы, раздел «Документы»'],
	archiving: ['В какое дело', 'Например: дело 01-05 «Приказы по основной деятельности»']
};

/** Steps that are open now: those of one press as buttons, the others as a line each. */
export const TurnsCard = ({ document, view, values, problems = {}, turn }: DocumentProps) => {
	const open = turnNames.filter((name) => turns[name].may(document));
	if (open.length === 0) return null;
	const action = (name: TurnName) => `/documents/made/${document.id}/${name}`;
	const hidden = <input type="hidden" name="version" value={document.version} />;
	return (
		<Card title="Что ещё можно сделать">
			{open
				.filter((name) => turns[name].asks !== 'nothing')
				.map((name) => {
					const mine = turn === name ? { values, problems } : { values: {}, problems: {} };
					const [label = '', hint = ''] = places[name] ?? [];
					return (
						<Fold label={turns[name].label} open={turn === name}>
							<form method="post" action={action(name)}>
								<FormToken values={{ token: crypto.randomUUID() }} />
								{hidden}
								<DateField
									name="on"
									label="Каким днём"
									values={{ on: showDate(view.now.today), ...mine.values }}
									problems={mine.problems}
								/>
								{turns[name].asks === 'where' && (
									<Field name="where" label={label} hint={hint} maxlength={300} optional {...mine} />
								)}
								{name === 'signing' && <UnagreedField document={document} {...mine} />}
								<Button kind="secondary">{turns[name].label}</Button>
							</form>
						</Fold>
					);
				})}
			<div class="buttons">
				{open
					.filter((name) => turns[name].asks === 'nothing')
					.map((name) => (
						<ActionForm action={action(name)} label={turns[name].label} token={crypto.randomUUID()} kind="quiet">
							{hidden}
						</ActionForm>
					))}
			</div>
		</Card>
	);
};
