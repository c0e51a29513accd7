import { showDate } from '../../../core/dates';
import { Button, DateField, Field, FormToken, RadioGroup, TextArea } from '../../../ui/form';
import { Fold } from '../../../ui/report';
import { Tick } from '../../../ui/tick';
import type { Need } from '../rules/missing';
import { declineReasons } from '../rules/words';
import type { CardProps } from './mentorship';

/** «со слов», «с листа»: what has been gathered by a day is ticked, and is written at once. */
export const PapersForm = ({
	mentorship,
	needs,
	values,
	gathered = [],
	problems = {},
	view
}: CardProps & { needs: readonly Need[] }) => {
	const open = needs.filter(({ done, person }) => !done && person);
	const given = { values: { on: showDate(view.now.today), ...values }, problems };
	const agreement = open.some(({ code }) => code === 'agreement');
	const unsaid = open.filter(({ code }) => code === 'word');
	return (
		<>
			<Fold label="Записать, что собрано" open={gathered.length > 0 || !!problems.need || !!problems.on}>
				<form method="post" action={`/mentorships/${mentorship.id}/papers`}>
					<FormToken values={values} />
					<fieldset class={problems.need ? 'field wrong' : 'field'} id="need">
						<legend>Что есть на руках</legend>
						{open.map(({ code, label, person, side }) => {
							const value = `${code} ${side} ${person?.id}`;
							return (
								<Tick
									id={value.replaceAll(' ', '-')}
									name="need"
									value={value}
									label={code === 'word' ? `Согласие на словах: ${person?.name}` : label}
									checked={gathered.includes(value)}
								/>
							);
						})}
					</fieldset>
					<DateField name="on" label="Каким днём" {...given} />
					{agreement && <Field name="number" label="Номер соглашения" maxlength={50} optional {...given} />}
					{agreement && (
						<Field
							name="pay"
							label="Доплата: размер и основание"
							hint="Например: 10 % оклада, п. 4.2 Положения об оплате труда"
							maxlength={300}
							optional
							{...given}
						/>
					)}
					<Button kind="secondary">Записать собранное</Button>
				</form>
			</Fold>
			{unsaid.length > 0 && mentorship.life.state === 'proposed' && (
				<Fold label="Кто-то отказался" open={!!problems.person || !!problems.reason}>
					<form method="post" action={`/mentorships/${mentorship.id}/answers`}>
						<FormToken values={values} />
						<input type="hidden" name="answer" value="declined" />
						<RadioGroup
							name="person"
							label="Кто"
							options={Object.fromEntries(unsaid.map(({ person }) => [person?.id ?? '', person?.name ?? '']))}
							{...given}
						/>
						<RadioGroup name="reason" label="Как записать причину" options={declineReasons} {...given} />
						<TextArea
							name="confidence"
							label="Что сказали на самом деле"
							hint="Прочтёт только куратор; в бумаги не попадёт"
							rows={2}
							maxlength={2000}
							optional
							{...given}
						/>
						<Button kind="secondary">Записать отказ</Button>
					</form>
				</Fold>
			)}
		</>
	);
};
