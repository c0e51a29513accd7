import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Closes } from '../../../ui/closes';
import { Button, DateField, ErrorSummary, Field, FormToken, LinkButton, Select } from '../../../ui/form';
import { Filters } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Pill } from '../../../ui/state';
import { Lede, Quiet } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import { selectionDecisions } from '../rules/criteria';
import { actKinds } from '../rules/edition';
import type { RegisterLine } from '../rules/line';
import { allPairings, type Pairing, pairings } from '../rules/pairing';
import { type Register, registers } from '../rules/registers';

type Props = {
	view: View;
	register: Register;
	number: number;
	pairing: Pairing | null; // mentors of this form alone
	lines: readonly RegisterLine[];
	ticked: readonly string[];
	closable: readonly Closable[];
	closes: readonly string[] | undefined;
	values: Values;
	problems?: Problems;
};

/** A register is approved: who is in the edition, on which day, by which act, and what of the plan it is the end of. */
export const ApprovalPage = ({
	view,
	register,
	number,
	pairing,
	lines,
	ticked,
	closable,
	closes,
	values,
	problems = {}
}: Props) => {
	const given = { values, problems };
	return (
		<Page
			view={view}
			title={`Утвердить: ${registers[register].name.toLocaleLowerCase('ru')}`}
			crumbs={[
				{ href: '/registry', label: 'Банки и запросы' },
				{ href: `/registry/${register}`, label: registers[register].name },
				{ href: `/registry/${register}/editions`, label: 'Утверждение' }
			]}
		>
			<Lede>Будет редакция {number}: слова банка, какие они сегодня. Дальше банк живёт, а редакция не меняется.</Lede>
			{register === 'mentors' && (
				<Filters
					label="Форма наставничества"
					filters={[
						{ href: '/registry/mentors/approval', label: 'любая', current: !pairing },
						...allPairings.map((one) => ({
							href: `/registry/mentors/approval?form=${one}`,
							label: pairings[one],
							current: one === pairing
						}))
					]}
				/>
			)}
			<form method="post" action={`/registry/${register}/editions`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="number" value={String(number)} />
				<fieldset class="field">
					<legend>Кто войдёт в редакцию</legend>
					{lines.length === 0 && <p class="quiet">В банке никого нет: сначала внесите людей.</p>}
					{lines.map(({ personId, name, post, decision }, at) => {
						const id = at === 0 ? 'person' : `person-${personId}`;
						return (
							<div class="choice">
								<input type="checkbox" id={id} name="person" value={personId} checked={ticked.includes(personId)} />
								<label for={id}>
									{name} <Quiet>{post}</Quiet>{' '}
									{decision ? (
										<Pill tone={decision.decision === 'yes' ? 'good' : 'warm'}>
											{selectionDecisions[decision.decision]}
										</Pill>
									) : (
										<Pill icon="circle">решения об отборе нет</Pill>
									)}
								</label>
							</div>
						);
					})}
				</fieldset>
				<DateField name="on" label="Утверждён" required {...given} />
				<Select name="actKind" label="Чем" options={actKinds} {...given} />
				<Field name="actNumber" label="Номер акта" maxlength={50} class="short" optional {...given} />
				<DateField name="actDate" label="Дата акта" optional {...given} />
				<Field name="note" label="Примечание" maxlength={500} optional {...given} />
				<Closes {...{ closable, chosen: closes, today: view.now.today }} />
				<div class="buttons">
					<Button>Утвердить банк</Button>
					<LinkButton href={`/registry/${register}/editions`} kind="quiet">
						Не утверждать
					</LinkButton>
				</div>
			</form>
		</Page>
	);
};
