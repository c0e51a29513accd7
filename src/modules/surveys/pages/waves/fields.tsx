import type { Problems, Values } from '../../../../core/forms';
import { DateField, Field, RadioGroup, Select, TextArea } from '../../../../ui/form';
import type { Edition, Wave } from '../../queries/waves';
import { type Identity, identities } from '../../rules/questionnaire';
import {
	identityPromises,
	longestTitle,
	longestWords,
	readerRoles,
	readersInSentence,
	whatRemains
} from '../../rules/wave';
import { identityWords } from './words';

type Props = {
	values: Values;
	problems: Problems;
	readers: readonly string[];
	editions: readonly Edition[];
	earlier: readonly Pick<Wave, 'id' | 'title' | 'identity' | 'opensOn'>[];
};

/** What is asked, how and until when: the fields of a new wave and of one that is still prepared. */
export const WaveFields = ({ values, problems, readers, editions, earlier }: Props) => {
	const given = { values, problems };
	return (
		<>
			<Select
				name="edition"
				label="Анкета"
				empty={editions.length === 1 ? undefined : 'выберите'}
				options={Object.fromEntries(editions.map(({ id, title }) => [id, title]))}
				hint="Спросят по последней опубликованной редакции. Пока люди отвечают, слова не изменятся."
				{...given}
			/>
			<WaveWordsFields {...{ values, problems, readers }} />
			{earlier.length > 0 && (
				<fieldset class="term-row">
					<legend>Сравнить с прежним анкетированием (необязательно)</legend>
					<Select
						name="series"
						label="С каким"
						empty="не сравнивать"
						options={Object.fromEntries(
							earlier.map(({ id, title, identity }) => [id, `${title} (${identityWords[identity]})`])
						)}
						{...given}
					/>
					<Select
						name="stage"
						label="Это"
						empty="ещё раз"
						options={{ before: 'до начала', after: 'после' }}
						{...given}
					/>
				</fieldset>
			)}
		</>
	);
};

/** What is said to those who are asked, what is promised to them, and until when. */
export const WaveWordsFields = ({ values, problems, readers }: Pick<Props, 'values' | 'problems' | 'readers'>) => {
	const given = { values, problems };
	return (
		<>
			<Field
				name="title"
				label="Как назвать"
				hint="Это увидят те, кто отвечает: «Как прошла первая четверть»"
				maxlength={longestTitle}
				required
				{...given}
			/>
			<TextArea
				name="words"
				label="Что сказать тем, кто отвечает"
				hint="Зачем спрашиваете и что будет с ответами"
				rows={2}
				maxlength={longestWords}
				optional
				{...given}
			/>
			<RadioGroup
				name="identity"
				label="С именем или без"
				options={
					Object.fromEntries(
						(Object.keys(identities) as Identity[]).map((one) => [
							one,
							{ label: identities[one], hint: identityPromises[one].keeper }
						])
					) as Record<Identity, { label: string; hint: string }>
				}
				hint={whatRemains}
				{...given}
			/>
			<Readers readers={readers} problem={problems.readers} />
			<fieldset class="dates">
				<legend>Когда</legend>
				<DateField name="opensOn" label="Первый день" required {...given} />
				<DateField name="closesOn" label="Последний день" required {...given} />
			</fieldset>
		</>
	);
};

const Readers = ({ readers, problem }: { readers: readonly string[]; problem: string | undefined }) => (
	<fieldset class={problem ? 'field wrong' : 'field'}>
		<legend>Кто прочтёт ответы</legend>
		<p class="hint">Об этом скажут тем, кто отвечает. Больше не прочтёт никто.</p>
		{problem && <p class="problem">{problem}</p>}
		{readerRoles.map((role, at) => {
			const id = at === 0 ? 'readers' : `readers-${role}`;
			return (
				<div class="choice">
					<input type="checkbox" id={id} name="readers" value={role} checked={readers.includes(role)} />
					<label for={id}>{readersInSentence[role]}</label>
				</div>
			);
		})}
	</fieldset>
);
