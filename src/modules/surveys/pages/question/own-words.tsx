import { Icon } from '../../../../ui/icon';
import { longestText } from '../../rules/answers';
import { dropOf, type Files, type Filled, fieldOf, type People, placeOf } from '../../rules/fields';
import type { Question } from '../../rules/questionnaire';
import { type Asked, described, Group, One } from './frame';

type Of<K extends Question['kind']> = Asked<Extract<Question, { kind: K }>>;

export const OwnWords = ({ values, ...asked }: Of<'text'> & { values: Filled }) => {
	const field = fieldOf(asked.question);
	const shared = { id: field, name: field, ...described(asked) };
	const [typed] = values[field] ?? [];
	return (
		<One {...asked}>
			{asked.question.long ? (
				<textarea rows={3} {...shared}>
					{typed}
				</textarea>
			) : (
				<input type="text" value={typed} maxlength={longestText} autocomplete="off" {...shared} />
			)}
		</One>
	);
};

const places = [
	'Первый',
	'Второй',
	'Третий',
	'Четвёртый',
	'Пятый',
	'Шестой',
	'Седьмой',
	'Восьмой',
	'Девятый',
	'Десятый'
];

/** People by preference: as many lists as there are choices. */
export const Ranking = ({ values, people, ...asked }: Of<'ranking'> & { values: Filled; people: People }) => {
	const { question } = asked;
	const offered = people[question.of] ?? [];
	return (
		<Group {...asked}>
			{offered.length === 0 && <p class="hint">Выбирать пока не из кого: список появится вместе с участниками.</p>}
			{Array.from({ length: question.most }, (_, at) => {
				const name = placeOf(question, at + 1);
				const id = at === 0 ? fieldOf(question) : name;
				const [chosen] = values[name] ?? [];
				return (
					<div class="field">
						<label for={id}>{places[at]} выбор</label>
						<select id={id} name={name}>
							<option value="">не выбран</option>
							{offered.map((person) => (
								<option value={person.id} selected={chosen === person.id}>
									{person.name}
								</option>
							))}
						</select>
					</div>
				);
			})}
		</Group>
	);
};

/** A file; what was sent earlier stays unless it is dropped or another one is chosen. */
export const FileAsked = ({ files, values, ...asked }: Of<'file'> & { files: Files; values: Filled }) => {
	const { question } = asked;
	const field = fieldOf(question);
	const sent = files[question.code];
	return (
		<One {...asked}>
			{sent && (
				<div class="choice">
					<input
						type="checkbox"
						id={dropOf(question)}
						name={dropOf(question)}
						value="on"
						checked={values[dropOf(question)]?.includes('on')}
					/>
					<label for={dropOf(question)}>Убрать присланный файл «{sent.name}»</label>
				</div>
			)}
			<drop-zone class="drop">
				<Icon name="upload" />
				<input type="file" id={field} name={field} {...described(asked)} />
			</drop-zone>
		</One>
	);
};
