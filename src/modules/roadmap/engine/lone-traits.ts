import { readDeadline } from './deadlines/read-deadline';
import { type Paragraph, tidy } from './grid';
import { splitMarker } from './lists';
import { hasName, leadingName } from './people-names';
import { isGroupName, isOrganisation, namesPost } from './posts';
import { beginsSomebody } from './responsible';
import { isStageGoal, namesStage } from './stages';

export const textOf = ({ line }: Paragraph) => tidy(`${line.marker ?? ''} ${line.text}`);

const sectionsApart = 4;

/** «1. Организация», and far below it «2. Методическая работа»: sections, where the body begins with the first of them. */
export function numberedSections(traits: readonly Traits[]): number[] {
	const sections: number[] = [];
	traits.forEach(({ text }, at) => {
		const number = Number(/^(\d{1,2})[.)]\s+[А-ЯЁ]/.exec(text)?.[1] ?? 0);
		const last = sections.at(-1);
		if (number === sections.length + 1 && (last === undefined ? at === 0 : at - last >= sectionsApart))
			sections.push(at);
	});
	return sections.length > 1 ? sections : [];
}

/** `rest`: begins small: the rest of what stands above. */
export type Traits = {
	text: string;
	number: boolean;
	deadline: boolean;
	somebody: boolean;
	stage: boolean;
	rest: boolean;
	gap: boolean;
	marked: boolean;
	/** Worded as a thing to do. */
	deed: boolean;
	/** Worded as a thing done: «Подписанные согласия», «Не менее двух встреч», «Реестр; справка». */
	done: boolean;
};

const deadlineStart =
	/^(?:в|во|до|с|со|к|на|кажд[а-яё]+|дважды|[«"]\d|в течени[еи]|в срок|не позднее|не реже|ежегодно|еже[а-яё]+|постоянно|по мере|по запросу|по графику|по плану|по отдельному|весь|на протяжении|раз\s|\d|[ivx]+\s+квартал|перв|втор|последн|начало|конец|середина|весна|осень|систематич|регулярно|при необходимости|согласно|январ|феврал|март|апрел|ма[йя](?![а-яё])|июн|июл|август|сентябр|октябр|ноябр|декабр)/i;

export function traitsOf(paragraph: Paragraph): Traits {
	const text = textOf(paragraph);
	const number = /^(?:\d{1,3}(?:\.\d{1,2}){0,2}|[IVX]{1,4})[.)]?$/.test(text);
	const marked = splitMarker(paragraph.line).marker !== null;
	const deadline =
		!number &&
		!(marked && /[а-яё]{3}\s\S+\s\S/i.test(text)) &&
		text.length < 75 &&
		deadlineStart.test(text) &&
		isDeadline(text);
	const short = text.length < 110 && !marked && !/^организаци[яи]\s/i.test(text);
	const somebody =
		!number &&
		!deadline &&
		short &&
		(leadingName(text) !== undefined ||
			(hasName(text) && text.length < 70) ||
			beginsSomebody(text) ||
			(text.length < 80 && namesPost(text)) ||
			(text.length < 60 && (isGroupName(text) || isOrganisation(text))));
	return {
		text,
		number,
		deadline,
		somebody,
		stage: namesStage(text) || isStageGoal(text),
		rest: !number && !deadline && !somebody && /^[а-яё(]/.test(text),
		gap: paragraph.gap,
		marked,
		deed: deedStart.test(text),
		done: !marked && (doneStart.test(text) || /;\s/.test(text))
	};
}

const deedStart = /^[А-ЯЁ][а-яё]+(?:ть|ти|чь|ться|тся|ние|ция|овка|отка)(?=[\s,]|$)/;
const doneStart =
	/^(?:[А-ЯЁ][а-яё]+(?:нн|т)(?:ые|ый|ая|ое)\s|Не менее|(?:Проведен|Создан|Издан|Утвержд[её]н|Разработан)[аоы]?(?![а-яё])|\d)/;

function isDeadline(text: string) {
	const { deadline, why } = readDeadline(text, null);
	return deadline.kind !== 'none' && (why === null || deadline.kind === 'windows');
}
