import { Facts } from '../../../ui/card';
import { Table } from '../../../ui/table';
import { numberText, PersonName } from '../../../ui/text';
import type { Run } from '../queries/runs';
import { allParts, parts, sharesOf, weightsFor } from '../rules/score/terms';
import { type Names, nameIn } from './words';

/** What stands behind a run for who wants to know: how it was weighed, what a place is worth, whether it is proved. */
export const Proof = ({ run, names, proved }: { run: Run; names: Names; proved: boolean }) => {
	const { problem, result, termsNumber, sha256, inputs } = run;
	const shares = sharesOf(weightsFor(inputs.terms, inputs.kind));
	const { mentorPrice, decided, person } = result.certificate;
	const priced = problem.mentors
		.map(({ id, capacity }, at) => ({ id, capacity, price: mentorPrice[at] ?? 0, closed: decided?.close.includes(at) }))
		.filter(({ capacity }) => capacity > 0);
	return (
		<>
			<Facts
				facts={[
					['Всего баллов', numberText(result.score)],
					['Пар, которые могли быть', numberText(problem.candidates.length)],
					[
						'Проверено',
						proved ? 'да: никаким обменом лучше не сделать' : 'нет: запись повреждена, сделайте подбор заново'
					],
					['Весомость', termsNumber === 0 ? 'как предложила программа' : `ваша, № ${termsNumber}`],
					[
						'Решено перебором',
						result.whole &&
							(result.whole.exact ? 'точно' : `не до конца: возможно лучше на ${result.whole.gap?.score ?? 0}`)
					],
					['Отпечаток данных', <code>{sha256.slice(0, 16)}</code>]
				]}
			/>
			<p>{allParts.map((part) => `${parts[part].toLocaleLowerCase('ru')} – до ${shares[part]}`).join('; ')}.</p>
			<Table
				caption="Сколько баллов принесло бы ещё одно место"
				captioned
				columns={[
					{
						head: 'Наставник',
						main: true,
						cell: ({ id }: (typeof priced)[number]) => <PersonName name={nameIn(names, id)} />
					},
					{ head: 'Свободных мест', numeric: true, cell: ({ capacity }) => capacity },
					{
						head: 'Ещё одно место',
						cell: ({ price, closed }) =>
							closed
								? 'группа не открылась: людей мало'
								: price >= person
									? 'дало бы наставника ещё кому-то'
									: price > 0
										? `до ${numberText(price)}`
										: 'ничего не прибавит'
					}
				]}
				rows={priced}
			/>
		</>
	);
};
