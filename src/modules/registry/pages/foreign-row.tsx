import type { Problems, Values } from '../../../core/forms';
import { fullName } from '../../../core/names';
import type { View } from '../../../core/view';
import { Button, Buttons, ErrorSummary, Field, FormToken, LinkButton, RadioGroup, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Lede } from '../../../ui/text';
import type { RegisterImport } from '../queries/exchange';
import type { ForeignFate, rowFields } from '../rules/exchange/fates';
import { registerCrumbs } from './exchange';

type Props = {
	view: View;
	file: RegisterImport;
	fate: ForeignFate;
	fields: ReturnType<typeof rowFields>;
	/** Who it may be, besides the likely ones: found by the words of the name. */
	values: Values;
	problems?: Problems;
};

/** One row put right: who it is, and what stands in its cells. */
export const ForeignRowPage = ({ view, file, fate, fields, values, problems = {} }: Props) => {
	const here = `/register-imports/${file.id}`;
	const given = { values, problems };
	const candidates =
		fate.state === 'doubtful'
			? fate.candidates
			: 'person' in fate && fate.person
				? [{ person: fate.person, because: fate.because }]
				: [];
	return (
		<Page
			view={view}
			title={`Строка ${fate.number}: ${fate.name || 'без имени'}`}
			crumbs={[...registerCrumbs(file.register), { href: here, label: file.sourceName }]}
		>
			<Lede>{ledeOf(fate)}</Lede>
			{fate.state === 'error' && (
				<Note tone="lost" title="Что исправить">
					{fate.problems.map((problem) => (
						<p>{problem}</p>
					))}
				</Note>
			)}
			<form method="post" action={`${here}/rows/${fate.number}`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<RadioGroup
					name="decision"
					label="Кто это"
					options={{
						...Object.fromEntries(
							candidates.slice(0, 10).map(({ person, because }) => [
								person.id,
								{
									label: [fullName(person), person.posts[0]].filter(Boolean).join(', '),
									hint: because
								}
							])
						),
						'': { label: 'Узнать по имени', hint: 'если вы исправили имя ниже' },
						new: { label: 'Новый человек', hint: 'его ещё нет в списке сотрудников' },
						skip: { label: 'Не загружать эту строку' }
					}}
					{...given}
				/>
				{fields.map(({ at, heading, value }) => {
					const cell = { name: `cell-${at}`, label: heading || `Столбец ${at + 1}`, maxlength: 2000, ...given };
					return value.length > 60 ? <TextArea {...cell} rows={3} /> : <Field {...cell} />;
				})}
				<Buttons>
					<Button>Сохранить строку</Button>
					<LinkButton href={here} kind="quiet">
						Назад к файлу
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};

function ledeOf(fate: ForeignFate) {
	if (fate.state === 'doubtful') return `${fate.why}. Решите, кто это, или исправьте имя.`;
	if (fate.state === 'error') return 'Исправьте клетки ниже: сам файл от этого не изменится.';
	return 'Можно исправить клетки или сказать, что это другой человек.';
}
