import type { Problems, Values } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { Button, Buttons, ErrorSummary, Field, LinkButton, Select } from '../../../../ui/form';
import { Empty } from '../../../../ui/list';
import { Page } from '../../../../ui/page';
import { Note } from '../../../../ui/state';
import { Lede } from '../../../../ui/text';
import type { OnPaper } from '../../queries/paper';
import type { Wave } from '../../queries/waves';

type Props = {
	view: View;
	wave: Wave;
	people: readonly OnPaper[];
	values?: Values;
	problems?: Problems;
	entered?: string | undefined; // whose sheet has just been entered
};

/** Sheets are entered one after another: by the number on the sheet, at somebody's word, or without names in one sitting. */
export const PaperPage = ({ view, wave, people, values = {}, problems = {}, entered }: Props) => {
	const left = people.filter(({ answered }) => !answered);
	return (
		<Page view={view} title="Ввести с бумаги" crumbs={crumbsOf(wave)} notice={entered && `Записано: ${entered}`}>
			<Lede>
				{left.length === 0
					? 'Ответили все, кого спрашивают: вводить нечего.'
					: `Ответили ${wave.answered} из ${wave.asked}, ещё ждём ${left.length}.`}
			</Lede>
			<ErrorSummary problems={problems} title="Лист не найден" />
			{left.length === 0 && wave.identity !== 'named' ? (
				<Empty
					title="Все листы введены"
					icon="check"
					action={<LinkButton href={`/surveys/waves/${wave.id}`}>К анкетированию</LinkButton>}
				>
					<p>Осталось закрыть анкетирование и посмотреть, что получилось.</p>
				</Empty>
			) : wave.identity === 'anonymous' ? (
				<Sitting {...{ wave, left }} />
			) : (
				<Finding {...{ wave, left, people, values, problems }} />
			)}
		</Page>
	);
};

export const crumbsOf = (wave: Wave) => [
	{ href: '/surveys', label: 'Анкеты' },
	{ href: `/surveys/waves/${wave.id}`, label: wave.title }
];

type FindingProps = Required<Pick<Props, 'values' | 'problems'>> & {
	wave: Wave;
	left: readonly OnPaper[];
	people: readonly OnPaper[];
};

const Finding = ({ wave, left, people, values, problems }: FindingProps) => {
	const path = `/surveys/waves/${wave.id}/paper`;
	const offered = wave.identity === 'named' ? people : left;
	return (
		<>
			{wave.identity === 'pseudonymous' && (
				<Note tone="warm" title="Вы увидите, чей это лист">
					<p>
						Под псевдонимом ответ ляжет рядом с прежними ответами того же человека, поэтому лист нужен с номером. Кто
						вводит, тот видит и имя, и ответы: скажите об этом людям или дайте им ссылку.
					</p>
				</Note>
			)}
			<form method="get" action={path}>
				<Field
					name="code"
					label="Номер на листе"
					hint="Например, 17-42"
					inputmode="numeric"
					autocomplete="off"
					maxlength={12}
					class="short"
					autofocus
					{...{ values, problems }}
				/>
				<Button>Открыть лист</Button>
			</form>
			{offered.length > 0 && (
				<form method="get" action={path}>
					<Select
						name="person"
						label="Листа нет: записать со слов"
						empty="выберите человека"
						options={Object.fromEntries(
							offered.map(({ id, name, about, answered }) => [
								id,
								`${name}${about ? ` – о ком: ${about}` : ''}${answered ? ' (ответ есть)' : ''}`
							])
						)}
						{...{ values, problems }}
					/>
					<Button kind="secondary">Записать со слов</Button>
				</form>
			)}
		</>
	);
};

/** Who has handed in a sheet: all of them ticked first, then the shuffled sheets one after another. */
const Sitting = ({ wave, left }: { wave: Wave; left: readonly OnPaper[] }) => (
	<form method="post" action={`/surveys/waves/${wave.id}/paper`} data-draft="off">
		<Note title="Листы без имени вводят стопкой">
			<p>
				Соберите несколько листов и перемешайте. Отметьте здесь всех, кто сдал лист, и вводите листы подряд: за каким
				листом программа запишет, что человек ответил, решает случай. Так видно, кто ответил, и не видно, что. Один лист
				сразу не вводите: тогда понятно, чей он.
			</p>
			<p>Прервались – отметьте тех же ещё раз: кто уже записан, того в списке не будет.</p>
		</Note>
		<fieldset class="field">
			<legend>Кто сдал лист</legend>
			{left.map(({ id, name }) => (
				<div class="choice">
					<input type="checkbox" id={`sheet-${id}`} name="participant" value={id} />
					<label for={`sheet-${id}`}>{name}</label>
				</div>
			))}
		</fieldset>
		<Buttons>
			<Button name="act" value="begin">
				Вводить листы
			</Button>
			<LinkButton href={`/surveys/waves/${wave.id}`} kind="quiet">
				Не сейчас
			</LinkButton>
		</Buttons>
	</form>
);
