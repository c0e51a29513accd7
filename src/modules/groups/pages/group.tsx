import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Checkbox, ErrorSummary, Field, FormToken, LinkButton, Select, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Lede } from '../../../ui/text';
import { facts } from '../rules/rule';

type Props = {
	view: View;
	group: { id: string; setId: string; name: string };
	values: Values;
	problems?: Problems;
	theirs?: Values | undefined;
};

/** The words and the rule of one group. */
export const GroupPage = ({ view, group, values, problems = {}, theirs }: Props) => {
	const given = { values, problems };
	return (
		<Page
			view={view}
			title={group.name}
			crumbs={[
				{ href: '/groups', label: 'Группы' },
				{ href: `/group-sets/${group.setId}`, label: 'Распределение' }
			]}
		>
			<Lede>Правило только подсказывает. Кто уже внесён в группу, остаётся в ней, пока вы не решите иначе.</Lede>
			{theirs && (
				<Note tone="warm" title="Пока вы правили, группу изменил кто-то другой">
					<p>
						Сейчас сохранено: {theirs.code}, {theirs.name}. {theirs.about}
					</p>
					<p>Ниже – то, что ввели вы. Сохраните ещё раз, и останется ваше.</p>
				</Note>
			)}
			<form method="post" action={`/staff-groups/${group.id}`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={theirs?.version ?? values.version} />
				<Field name="code" label="Обозначение" maxlength={10} class="short" required {...given} />
				<Field name="name" label="Название" maxlength={100} required {...given} />
				<TextArea name="about" label="Кто сюда относится" rows={2} maxlength={500} optional {...given} />
				<Checkbox name="canMentor" label="Может быть наставником" {...given} />
				<Checkbox name="canBeMentee" label="Может быть наставляемым" {...given} />
				<Condition number="1" {...given} />
				<Condition number="2" {...given} />
				<div class="buttons">
					<Button>Сохранить группу</Button>
					<LinkButton href={`/group-sets/${group.setId}`} kind="quiet">
						Не менять
					</LinkButton>
				</div>
			</form>
		</Page>
	);
};

const Condition = ({ number, values, problems }: { number: '1' | '2'; values: Values; problems: Problems }) => (
	<fieldset class="term-row">
		<legend>{number === '1' ? 'Правило' : 'И ещё'}</legend>
		<Select name={`fact${number}`} label="Что считать" empty="без условия" options={facts} {...{ values, problems }} />
		<Select
			name={`sign${number}`}
			label="Сколько"
			options={{ under: 'меньше', from: 'столько или больше' }}
			{...{ values, problems }}
		/>
		<Field
			name={`months${number}`}
			label="Месяцев"
			hint="36 – три года"
			inputmode="numeric"
			maxlength={3}
			class="short"
			{...{ values, problems }}
		/>
	</fieldset>
);
