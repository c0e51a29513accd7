import type { Problems, Values } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { PeopleTicks } from '../../../../ui/audience';
import { ActionForm, Button, Buttons, ErrorSummary, FormToken, LinkButton } from '../../../../ui/form';
import { Page } from '../../../../ui/page';
import { Fold } from '../../../../ui/report';
import { Note } from '../../../../ui/state';
import { counted, Lede } from '../../../../ui/text';
import { Tick } from '../../../../ui/tick';
import type { Wave } from '../../queries/waves';
import { allSides, ofSide, type Pair, sides, type WhoLooks, withoutPair } from '../../rules/assessment/eyes';
import type { Candidate } from '../../rules/audience';

type Props = {
	view: View;
	wave: Wave;
	staff: readonly Candidate[];
	pairs: readonly Pair[];
	earlier: number; // sheets of the wave it is compared with
	chosen: WhoLooks;
	values: Values;
	problems?: Problems;
};

/** Who assesses whom: those assessed, and everybody who looks at them, in one act. */
export const AskLooksPage = ({ view, wave, staff, pairs, earlier, chosen, values, problems = {} }: Props) => {
	const path = `/surveys/waves/${wave.id}`;
	const seeing = staff.filter(({ roles }) => roles.some((role) => role === 'director' || role === 'psychologist'));
	const others = staff.filter((one) => !seeing.includes(one));
	const unpaired = withoutPair(
		allSides.flatMap((side) => ofSide(staff, side)),
		pairs
	);
	return (
		<Page
			view={view}
			title="Кто кого оценивает"
			crumbs={[
				{ href: '/surveys', label: 'Анкеты' },
				{ href: path, label: wave.title }
			]}
		>
			<Lede>
				О каждом, кого вы отметите, отвечает он сам и те, кто его видит. Каждый заполнит по анкете на человека, о ком
				отвечает.
			</Lede>
			<ErrorSummary problems={problems} />
			{wave.identity !== 'named' && (
				<Note tone="warm" title="Оценивают с именем">
					<p>
						Здесь выбрано «без имени»: не будет видно, кто о ком. <a href={`${path}/edit`}>Измените анкетирование</a>,
						пока оно не открыто.
					</p>
				</Note>
			)}
			{wave.series && earlier > 0 && (
				<Note title={`В «${wave.series.title}» так уже спрашивали`}>
					<p>Чтобы увидеть, что изменилось, спросите тех же о тех же: листов {earlier}.</p>
					<ActionForm
						action={`${path}/assessed`}
						token={crypto.randomUUID()}
						label="Спросить как в прошлый раз"
						kind="secondary"
					>
						<input type="hidden" name="earlier" value="on" />
					</ActionForm>
				</Note>
			)}
			<form method="post" action={`${path}/assessed`}>
				<FormToken values={values} />
				<fieldset class={problems.sides ? 'field wrong' : 'field'}>
					<legend>Кого оценить</legend>
					<p class="hint">Всех, кто сегодня в банке или в этой роли.</p>
					{problems.sides && <p class="problem">{problems.sides}</p>}
					{allSides.map((side, at) => (
						<Tick
							id={at === 0 ? 'sides' : `side-${side}`}
							name="side"
							value={side}
							label={`${sides[side]}: ${ofSide(staff, side).length}`}
							checked={chosen.sides.includes(side)}
						/>
					))}
				</fieldset>
				<Fold label="Или по именам" open={chosen.people.length > 0}>
					<fieldset class="field">
						<legend class="unseen">Кого оценить, по именам</legend>
						<PeopleTicks name="subject" prefix="subject" people={staff} chosen={chosen.people} />
					</fieldset>
				</Fold>
				<fieldset class="field">
					<legend>Кто отвечает о каждом</legend>
					<Tick id="self" name="self" value="on" label="Он сам" checked={chosen.self} />
					<Tick
						id="pair"
						name="pair"
						value="on"
						label="Другой из пары: наставник о наставляемом, наставляемый о наставнике"
						hint={
							pairs.length > 0
								? `сейчас работают вместе: ${counted(pairs.length, ['пара', 'пары', 'пар'])}`
								: 'пар пока нет: их видно по отметке «вошёл в программу» в банке'
						}
						checked={chosen.pair}
					/>
					<PeopleTicks name="observer" prefix="sees" people={seeing} chosen={chosen.observers} />
				</fieldset>
				<Fold label="Ещё кто-то из коллег" open={others.some(({ id }) => chosen.observers.includes(id))}>
					<fieldset class="field">
						<legend class="unseen">Кто ещё отвечает о каждом</legend>
						<PeopleTicks name="observer" prefix="sees" people={others} chosen={chosen.observers} />
					</fieldset>
				</Fold>
				{pairs.length > 0 && unpaired.length > 0 && (
					<p class="quiet">
						Без пары сейчас:{' '}
						{unpaired
							.slice(0, 10)
							.map(({ name }) => name)
							.join(', ')}
						{unpaired.length > 10 && ` и ещё ${unpaired.length - 10}`}. О них отметьте кого-то по имени.
					</p>
				)}
				<Buttons>
					<Button>Составить листы</Button>
					<LinkButton href={path} kind="quiet">
						Не сейчас
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};
