import type { Option, Question, Questionnaire } from '../questionnaire';
import { questionKinds, questionsOf } from '../questionnaire';

const quoted = (text: string) => `«${text}»`;
const list = (options: readonly Option[]) => options.map(({ text }) => quoted(text)).join(', ');

/** What two editions differ in, a sentence each; none: they say the same. */
export function differenceOf(before: Questionnaire, after: Questionnaire): string[] {
	const [was, is] = [questionsOf(before), questionsOf(after)];
	const numberOf = (code: string) => is.findIndex((question) => question.code === code) + 1;
	const kept = is.filter(({ code }) => was.some((question) => question.code === code)).map(({ code }) => code);
	const order = was.filter(({ code }) => kept.includes(code)).map(({ code }) => code);
	return [
		...wordsChanged('Название', before.title, after.title),
		...wordsChanged('Вступление', before.intro, after.intro),
		...wordsChanged('Слова в конце', before.thanks, after.thanks),
		...sectionsChanged(before, after),
		...is
			.filter(({ code }) => !was.some((question) => question.code === code))
			.map(({ code, text }) => `Добавлен вопрос ${numberOf(code)} ${quoted(text)}.`),
		...was.filter(({ code }) => numberOf(code) === 0).map(({ text }) => `Убран вопрос ${quoted(text)}.`),
		...was.flatMap((question) => {
			const now = is.find(({ code }) => code === question.code);
			return now ? questionChanged(question, now).map((text) => `Вопрос ${numberOf(now.code)}: ${text}`) : [];
		}),
		...(kept.join() === order.join() ? [] : ['Порядок вопросов изменён.'])
	];
}

function wordsChanged(what: string, before: string, after: string) {
	if (before === after) return [];
	if (!before) return [`${what}: появилось ${quoted(after)}.`];
	return [after ? `${what}: было ${quoted(before)}, стало ${quoted(after)}.` : `${what}: убрано ${quoted(before)}.`];
}

function sectionsChanged(before: Questionnaire, after: Questionnaire) {
	const titles = ({ sections }: Questionnaire) => sections.map(({ title }) => title).filter(Boolean);
	const [was, is] = [titles(before), titles(after)];
	return [
		...is.filter((title) => !was.includes(title)).map((title) => `Новый раздел ${quoted(title)}.`),
		...was.filter((title) => !is.includes(title)).map((title) => `Раздела ${quoted(title)} больше нет.`)
	];
}

function questionChanged(was: Question, is: Question): string[] {
	const said: string[] = [];
	if (was.text !== is.text) said.push(`было ${quoted(was.text)}, стало ${quoted(is.text)}.`);
	if (was.help !== is.help) said.push(is.help ? `пояснение теперь ${quoted(is.help)}.` : 'пояснение убрано.');
	if (was.required !== is.required) said.push(is.required ? 'теперь обязательный.' : 'теперь необязательный.');
	if (JSON.stringify(was.showIf) !== JSON.stringify(is.showIf))
		said.push(is.showIf ? 'изменено, кого спрашивать.' : 'теперь спрашивается у всех.');
	if (was.meaning !== is.meaning || was.comparison !== is.comparison)
		said.push('изменено, для чего нужен ответ и с чем он сравнивается.');
	if (was.kind !== is.kind) {
		said.push(`был ${quoted(questionKinds[was.kind])}, стал ${quoted(questionKinds[is.kind])}.`);
		return said;
	}
	return [...said, ...answersChanged(was, is)];
}

function answersChanged(was: Question, is: Question): string[] {
	if ((was.kind === 'single' || was.kind === 'multiple') && (is.kind === 'single' || is.kind === 'multiple')) {
		const own = was.other === is.other ? [] : [is.other ? 'появился свой вариант.' : 'своего варианта больше нет.'];
		const most = was.kind === 'multiple' && is.kind === 'multiple' && was.most !== is.most;
		return [
			...optionsChanged(was.options, is.options),
			...own,
			...(most ? [is.most === null ? 'отметить можно сколько угодно.' : `отметить можно не больше ${is.most}.`] : [])
		];
	}
	if (was.kind === 'scale' && is.kind === 'scale') {
		const ends = was.low !== is.low || was.high !== is.high ? ['подписи шкалы изменены.'] : [];
		return was.from === is.from && was.to === is.to
			? ends
			: [`шкала была ${was.from}–${was.to}, стала ${is.from}–${is.to}.`, ...ends];
	}
	if (was.kind === 'grid' && is.kind === 'grid')
		return [...optionsChanged(was.rows, is.rows, 'строки'), ...optionsChanged(was.columns, is.columns, 'столбцы')];
	return JSON.stringify(was) === JSON.stringify({ ...is, text: was.text, help: was.help, required: was.required })
		? []
		: was.kind === 'text' || was.kind === 'ranking'
			? ['изменено, как отвечать.']
			: [];
}

function optionsChanged(was: readonly Option[], is: readonly Option[], what = 'варианты'): string[] {
	const added = is.filter(({ code }) => !was.some((option) => option.code === code));
	const gone = was.filter(({ code }) => !is.some((option) => option.code === code));
	const reworded = is.flatMap((now) => {
		const before = was.find(({ code }) => code === now.code);
		return before && before.text !== now.text ? [`${quoted(before.text)} – теперь ${quoted(now.text)}`] : [];
	});
	const values = is.some((now) => was.some((before) => before.code === now.code && before.value !== now.value));
	return [
		...(added.length > 0 ? [`добавлены ${what} ${list(added)}.`] : []),
		...(gone.length > 0 ? [`убраны ${what} ${list(gone)}.`] : []),
		...(reworded.length > 0 ? [`${reworded.join('; ')}.`] : []),
		...(values ? [`${what}: изменены баллы.`] : [])
	];
}
