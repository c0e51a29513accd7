import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Closes } from '../../../ui/closes';
import { Button, Buttons, DateField, ErrorSummary, Field, FormToken, LinkButton, TextArea } from '../../../ui/form';
import { Filters } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { Lede } from '../../../ui/text';
import { Tick } from '../../../ui/tick';
import type { Closable } from '../../roadmap/rules/closable';
import type { WorkLine } from '../rules/overview';
import { type ProofOf, proofs, proofTable, proved } from '../rules/proof';

const crumbs = [
	{ href: '/mentorships', label: 'Пары' },
	{ href: '/mentorships/meetings', label: 'Встречи пар' }
];

type Props = {
	view: View;
	of: ProofOf;
	lines: readonly WorkLine[];
	closable: readonly Closable[];
	closes?: readonly string[] | undefined;
	values: Values;
	problems?: Problems | undefined;
};

/** What of the meetings becomes the proof of a line of the plan: the list as it stands today. */
export const ProofPage = ({ view, of, lines, closable, closes, values, problems = {} }: Props) => {
	const { headings, rows } = proofTable(of, lines);
	const whole = lines.filter(proved[of]);
	const lacking = lines.filter((line) => !proved[of](line));
	return (
		<Page view={view} title="Подтвердить мероприятие плана" crumbs={crumbs}>
			<Lede>
				{proofs[of]}: {whole.length} из {lines.length}.
			</Lede>
			<Filters
				label="Что подтверждаем"
				filters={(Object.keys(proofs) as ProofOf[]).map((one) => ({
					...{ href: `/mentorships/meetings/proof?of=${one}`, label: proofs[one], current: one === of }
				}))}
			/>
			{lacking.length > 0 && (
				<Note tone="warm" title="Есть не у всех">
					<p>{lacking.map(({ title }) => title).join('; ')}. Список сохранится как есть.</p>
				</Note>
			)}
			<Table
				caption={proofs[of]}
				columns={headings.map((head, at) => ({ head, main: at === 1, cell: (row: string[]) => row[at] }))}
				rows={rows}
			/>
			<form method="post" action="/mentorships/meetings/proof">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="of" value={of} />
				<Closes {...{ closable, chosen: closes, today: view.now.today }} />
				{closable.length === 0 && <p>В дорожной карте нет открытых мероприятий о встречах пар.</p>}
				<Buttons>
					<Button>Сохранить подтверждение</Button>
					<LinkButton href="/mentorships/meetings" kind="quiet">
						Не сейчас
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};

type FinalProps = {
	view: View;
	lines: readonly WorkLine[];
	chosen: readonly string[];
	values: Values;
	problems?: Problems | undefined;
};

/** One closing meeting of all pairs and groups at once. */
export const GroupFinalPage = ({ view, lines, chosen, values, problems = {} }: FinalProps) => {
	const given = { values, problems };
	return (
		<Page view={view} title="Общая итоговая встреча" crumbs={crumbs}>
			<Lede>Одна встреча всех пар и групп: она попадёт в журнал каждой из отмеченных.</Lede>
			<form method="post" action="/mentorships/meetings/group-final">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<DateField name="heldOn" label="Когда была" {...given} />
				<Field name="place" label="Где" maxlength={300} optional {...given} />
				<TextArea name="works" label="К чему пришли" rows={3} maxlength={4000} {...given} />
				<fieldset class={problems.mentorship ? 'field wrong' : 'field'} id="mentorship">
					<legend>Кто был</legend>
					{problems.mentorship && <p class="problem">{problems.mentorship}</p>}
					{lines.map(({ id, title }) => (
						<Tick id={`pair-${id}`} name="mentorship" value={id} label={title} checked={chosen.includes(id)} />
					))}
				</fieldset>
				<Buttons>
					<Button>Записать встречу</Button>
					<LinkButton href="/mentorships/meetings" kind="quiet">
						Не записывать
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};
