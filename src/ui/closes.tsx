import { type Closable, mostAtOnce, tickedBeforehand } from '../modules/roadmap/rules/closable';
import { states } from './state';
import { counted, dayText } from './text';

/** The field under which `Closes` sends the chosen times. */
const field = 'closes';

/** What was ticked in a form with `Closes`. */
export const closesIn = (data: FormData): string[] =>
	data
		.getAll(field)
		.filter((one): one is string => typeof one === 'string' && one !== '')
		.slice(0, mostAtOnce);

type Props = {
	closable: readonly Closable[];
	chosen?: readonly string[] | undefined;
	today: string;
	/** Others above answer for these: what they made has come. */
	awaited?: boolean;
};

const words = {
	done: {
		legend: 'Отметить выполненным в дорожной карте',
		hint: 'Отмеченное станет выполненным, а то, что вы делаете сейчас, – его подтверждением. Не подходит ни одно – не отмечайте.'
	},
	awaited: {
		legend: 'Вы этого ждали?',
		hint: 'Отмеченное будет «принято к сведению», а этот документ станет его подтверждением. Не подходит ни одно – не отмечайте.'
	}
} as const;

/**
 * «Отметить выполненным в дорожной карте», within any room's form: which activities what is made here closes. `chosen`: what was
 * ticked in a form that comes back; without it the only one that fits and has come is ticked. Draws nothing where nothing fits.
 */
export const Closes = ({ closable, chosen = tickedBeforehand(closable), today, awaited = false }: Props) =>
	closable.length === 0 ? null : (
		<fieldset class="field" aria-describedby={`${field}-hint`}>
			<legend>{words[awaited ? 'awaited' : 'done'].legend}</legend>
			<p class="hint" id={`${field}-hint`}>
				{words[awaited ? 'awaited' : 'done'].hint}
			</p>
			{closable.map((one, at) => {
				const id = at === 0 ? field : `${field}-${one.occurrenceId}`;
				return (
					<div class="choice">
						<input
							type="checkbox"
							id={id}
							name={field}
							value={one.occurrenceId}
							checked={chosen.includes(one.occurrenceId)}
							aria-describedby={`${id}-hint`}
						/>
						<label for={id}>{one.title}</label>
						<p class="hint" id={`${id}-hint`}>
							{aboutOf(one, today)}
						</p>
					</div>
				);
			})}
		</fieldset>
	);

/** «Дорожная карта наставничества · до 10 сентября, просрочено» */
function aboutOf({ planTitle, deadlineText, dueOn, state, ofMany }: Closable, today: string) {
	const term = dueOn ? `до ${dayText(dueOn, today)}` : (deadlineText ?? 'срок не указан');
	const late = state === 'overdue' ? `, ${states.overdue.label}` : '';
	return `${planTitle} · ${term}${late}${ofMany ? ' · дело о каждом из списка закроется целиком' : ''}`;
}

/** The sentence of a notice after the act: how many activities it has closed. Draws nothing for none. */
export const ClosedToo = ({ count }: { count: number }) =>
	count > 0 ? <>. В дорожной карте отмечено выполненным: {counted(count, forms)}</> : null;

/** The same of what others above answered for. */
export const ReceivedToo = ({ count }: { count: number }) =>
	count > 0 ? <>Получено. Принято к сведению: {counted(count, forms)}</> : null;

/** `?closed=2` of the address such an act leads to. */
export const closedIn = (query: string | undefined) => (query && /^\d{1,3}$/.test(query) ? Number(query) : 0);

const forms = ['мероприятие', 'мероприятия', 'мероприятий'] as const;
