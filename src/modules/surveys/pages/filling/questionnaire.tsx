import type { Problems } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { Button, Buttons, ErrorSummary } from '../../../../ui/form';
import { Note } from '../../../../ui/state';
import { dayText } from '../../../../ui/text';
import type { AskedToMe } from '../../queries/filling';
import type { Filled, People } from '../../rules/fields';
import { questionsOf } from '../../rules/questionnaire';
import { identityPromises } from '../../rules/wave';
import { QuestionFields } from '../question/questions';
import { readersText } from '../waves/words';
import { Frame } from './frame';

type Props = {
	view: View | null; // null: by a personal address
	asked: AskedToMe;
	path: string;
	organisation: string;
	today: string;
	people: People;
	filled: Filled;
	problems?: Problems;
	token: string;
	version: number;
	conflict?: boolean;
	saved?: boolean; // a part of it just now
};

/** A questionnaire to be filled in: what is promised, then section by section. One form, whatever the browser can do. */
export const FillingPage = ({ view, asked, path, organisation, today, saved, ...form }: Props) => {
	const { content } = asked;
	return (
		<Frame {...{ view }} title={asked.title} notice={saved && 'Сохранено. Можно продолжить позже с этого же места'}>
			<Promises {...{ asked, organisation, today }} />
			{asked.about && (
				<p class="lede">
					О ком вы отвечаете: <strong>{asked.about}</strong>
				</p>
			)}
			{asked.eyes && (
				<p class="quiet">
					{asked.about
						? 'Числа школа может показать тому, о ком вы отвечаете, – без вашего имени. Слова прочтут только названные выше.'
						: 'Вы отвечаете о себе. О вас ответят и те, кто видит вашу работу; итоги вам покажет школа.'}
				</p>
			)}
			{asked.words && <p>{asked.words}</p>}
			{content.intro && <p>{content.intro}</p>}
			<FillingForm {...{ asked, path, ...form }} />
		</Frame>
	);
};

const Promises = ({ asked, organisation, today }: Pick<Props, 'asked' | 'organisation' | 'today'>) => (
	<Note title={`${organisation} спрашивает до ${dayText(asked.closesOn, today)}`}>
		<p>
			{identityPromises[asked.identity].respondent} Ответы прочтёт {readersText(asked.readers)}.
		</p>
		<p>
			{asked.identity === 'named'
				? 'Написанное сохраняется само; пока анкетирование идёт, ответ можно изменить.'
				: 'Пока вы пишете, ответы хранятся только в этой вкладке вашего браузера и исчезнут после отправки. Отправленное изменить нельзя: никто не знает, какой ответ ваш.'}
		</p>
	</Note>
);

const FillingForm = ({
	asked,
	path,
	people,
	filled,
	problems = {},
	token,
	version,
	conflict = false
}: Pick<Props, 'asked' | 'path' | 'people' | 'filled' | 'problems' | 'token' | 'version' | 'conflict'>) => {
	const { sections } = asked.content;
	const named = asked.identity === 'named';
	const files = questionsOf({ sections }).some(({ kind }) => kind === 'file');
	let number = 0;
	return (
		<form
			method="post"
			action={path}
			data-draft="off"
			data-filling={asked.id}
			data-kept={named ? 'server' : 'tab'}
			data-fresh={Object.keys(problems).length > 0 || conflict ? 'no' : 'yes'}
			{...(files && { enctype: 'multipart/form-data' })}
		>
			<script type="module" src="/answers.js" />
			<script type="module" src="/filling.js" />
			<ErrorSummary problems={problems} title="Не отправлено: посмотрите отмеченное" />
			{conflict && (
				<Note tone="warm" title="Ваш ответ уже записан">
					<p>Пока вы отвечали, его записали с листа или из другого окна. Отправите ещё раз – останется то, что ниже.</p>
				</Note>
			)}
			{named && (
				<>
					<input type="hidden" name="token" value={token} />
					<input type="hidden" name="version" value={version} />
				</>
			)}
			{sections.map(({ title, about, questions }, at) => (
				<section id={`part-${at + 1}`} data-part>
					{sections.length > 1 && (
						<p class="quiet">
							Раздел {at + 1} из {sections.length} <progress max={sections.length} value={at + 1} aria-hidden="true" />
						</p>
					)}
					{title && <h2>{title}</h2>}
					{about && <p>{about}</p>}
					{questions.map((question) => {
						number += 1;
						return (
							<QuestionFields
								{...{ question, number, sections, people, problems }}
								values={filled}
								files={asked.files}
							/>
						);
					})}
					<PartFoot {...{ at, count: sections.length, named, again: asked.answered }} />
				</section>
			))}
			<p class="quiet" role="status" data-said />
		</form>
	);
};

type FootProps = { at: number; count: number; named: boolean; again: boolean };

/** Onward and back between sections. Without script «Дальше» keeps what is written where that is allowed. */
const PartFoot = ({ at, count, named, again }: FootProps) => {
	const last = at === count - 1;
	return (
		<Buttons>
			{last ? (
				<Button name="act" value="send">
					{again ? 'Отправить изменённый ответ' : 'Отправить ответы'}
				</Button>
			) : (
				<Button name="act" value={`keep-${at + 2}`} formnovalidate data-onward hidden={!named}>
					Дальше
				</Button>
			)}
			{at > 0 && (
				<Button type="button" kind="quiet" data-back hidden>
					Назад
				</Button>
			)}
		</Buttons>
	);
};
