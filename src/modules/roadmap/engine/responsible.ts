import type { Responsible, ResponsibleKind } from '../rules/understanding';
import { type Line, tidy, withoutEnd } from './grid';
import { allNames, endsWithSurname, firstName, hasName, isSurname, leadingName } from './people-names';
import { beginsWithPost, hasOwnName, isGroup, isOrganisation, namesAgents, namesPost } from './posts';
import { rowsOfCell, unbalanced } from './responsible-rows';

/** Everyone a cell names: one entry for each person, post, group and organisation, in the order of the cell. */
export function readResponsible(lines: readonly Line[]): Responsible[] {
	const rows = rowsOfCell(lines);
	const parts = rows
		.flatMap((row) => splitList(row))
		.map((part) => part.replace(/^(?:и|а также|совместно с)\s+(?=\S)/i, ''));
	const named = joinPosts(
		parts
			.flatMap(splitUnmarked)
			.map(cleanEnds)
			.filter((part) => /[\p{L}]{2,}/u.test(part))
	);
	const once = new Map(named.toReversed().map(({ text }) => [text.toLowerCase(), text]));
	return [...new Set(named.map(({ text }) => text.toLowerCase()))].map((key) => {
		const text = once.get(key) ?? key;
		return { text, kind: kindOf(text) };
	});
}

/** Commas, semicolons and slashes part people, except inside brackets and quotes and between the two initials of a typo. */
function splitList(text: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let start = 0;
	for (let at = 0; at < text.length; at++) {
		const sign = text[at] ?? '';
		if ('(«'.includes(sign)) depth++;
		else if (')»'.includes(sign)) depth = Math.max(0, depth - 1);
		else if (
			depth === 0 &&
			(/[,;/\n|]/.test(sign) || (sign === '+' && text[at - 1] === ' ')) &&
			!endsWithInitial.test(text.slice(Math.max(0, at - 2), at))
		) {
			const close = sign === '/' && /\S/.test(text[at + 1] ?? ' ') && /\S/.test(text[at - 1] ?? ' ');
			const next = text.slice(at + 1, at + 100);
			if (close && !beginsSomebody(next) && !leadingName(next)) continue;
			parts.push(text.slice(start, at));
			start = at + 1;
		}
	}
	return [...parts, text.slice(start)].map(tidy).filter((part) => part !== '');
}

const endsWithInitial = /(?:^|\s)[А-ЯЁ]$/;

const compound =
	/(педагог[иа]?|учител[ья]|воспитател[ьи]|куратор|наставник[и]?|ответственн\S+|и\.?\s?о\.?|врио|старш\S+|ст\.|соц\.|зам\.|классн\S+|социальн\S+|главн\S+|ведущ\S+|музыкальн\S+|молод\S+|опытн\S+|кажд\S+|друг\S+|все|(?<!\S)(?!заведующ|управляющ|наставляем)\S+(?:ый|ий|ая|ые|ие))$/i;
const newPost =
	/\s(?=(?:заместител[ьи]|зам\.|директор|завуч|заведующ(?:ий|ая)|куратор|методист|педагог-|психолог|педагоги|наставники|руководител[ьи]|председатель|специалист|ответственн(?:ый|ая)|старший|социальный|советник|учителя|воспитатели|секретарь|администрация|совет\s|члены|рабочая\s+группа|творческая\s+группа|администратор|координатор)(?:[\s,.;-]|$))/iu;
const newPosts = new RegExp(newPost, 'giu');
const postFirst = new RegExp(`^${newPost.source}`, 'iu');

/** Does a line begin with a post in the nominative, or is it a body: somebody new, not the rest of the line above? */
export const beginsSomebody = (text: string) =>
	postFirst.test(` ${text} `) ||
	/^(?:(?:ст|зам|соц)\.(?:\s|$)|(?:методическ|педагогическ|творческ|рабоч|проектн|тренерск|психологическ|административн)(?:ий|ая)(?:$|\s+(?:служб|совет|групп|коллектив|команд|объединен)))/i.test(
		text
	);

/** More words than that without a comma are no list of people. */
const longestUnmarked = 1000;

/** Without commas: before a new name, a new post or a new body. «РЦ Петрова А.И.», «директор заместитель директора». */
function splitUnmarked(part: string): string[] {
	if (part.length > longestUnmarked) return [part];
	const cuts = new Set<number>();
	const names = allNames(part);
	names.forEach((found, index) => {
		const before = part.slice(0, found.index).trim();
		if (index > 0 && between(names[index - 1], found, part) === '') cuts.add(found.index);
		else if (
			index === 0 &&
			before !== '' &&
			isOrganisation(before) &&
			!postAfterAdjective(before) &&
			!beginsWithPost(before)
		)
			cuts.add(found.index);
		const after = found.index + found[0].length;
		const rest = part.slice(after).trim();
		if (rest !== '' && /^[А-ЯЁ]/.test(rest) && !leadingName(rest) && (isGroup(rest) || isOrganisation(rest)))
			cuts.add(after);
	});
	for (const found of part.matchAll(newPosts)) {
		const before = part.slice(0, found.index);
		if (
			before.trim() !== '' &&
			!compound.test(before) &&
			!(
				/наставляемы[ехм]и?$/i.test(before) &&
				/^\s(?:педагоги|учителя|воспитатели|преподаватели|специалисты)/i.test(
					found[0] + part.slice(found.index + found[0].length)
				)
			) &&
			!/[-(«]\s*$/.test(before) &&
			!insideBrackets(before) &&
			standsAlone(before)
		)
			cuts.add(found.index);
	}
	for (const at of betweenAbbreviations(part)) cuts.add(at);
	for (const found of part.matchAll(newBody)) {
		const before = part.slice(0, found.index);
		if (!insideBrackets(before) && standsAlone(before) && !ofGroup.test(before.trim())) cuts.add(found.index);
	}
	for (const found of part.matchAll(/\s(?:и|а также|совместно с)\s+(?=(\S+))/giu)) {
		const rest = part.slice(found.index + found[0].length);
		if (
			!insideBrackets(part.slice(0, found.index)) &&
			!/(?<!заведующ|управляющ|наставляем)(?:ые|ие)$/i.test(part.slice(0, found.index)) &&
			(leadingName(rest) ||
				newPost.test(` ${rest}`) ||
				(isGroup(rest) && !ofThese.test(rest)) ||
				pairMember.test(rest) ||
				namesAgents(rest))
		)
			cuts.add(found.index);
	}
	const at = [0, ...[...cuts].sort((a, b) => a - b), part.length];
	return at.slice(1).map((end, index) => part.slice(at[index], end).replace(/^\s*(?:и|а также|совместно с)\s+/i, ''));
}

/** «руководители ШМО и кафедр», in the genitive: what those before are of. */
const ofThese = /^(?:кафедр|объединений|методобъединений|отделений|групп|комиссий|служб|советов|пар)(?![а-яё])/i;

/** «наставник и наставляемый» are two, «по учебной и воспитательной работе» is one. */
const pairMember =
	/^(?:наставник|наставляем(?:ый|ая)|молодой\s|учитель|педагог|воспитатель|преподаватель|тьютор|новичок|стаж[её]р|подопечн(?:ый|ая)|студент|практикант|ученик)(?![а-яё-])/i;

const between = (left: RegExpMatchArray | undefined, right: RegExpMatchArray, text: string) =>
	left ? text.slice((left.index ?? 0) + left[0].length, right.index).trim() : '';
const insideBrackets = (text: string) => unbalanced(text);
/** A body after a post needs no comma to be somebody else: «ст. воспитатель члены творческой группы». */
const newBody =
	/\s(?=(?:члены\s|(?:рабочая|творческая|проектная)\s+группа|(?:методический|педагогический)\s+совет))/giu;
const ofGroup = /(?:ый|ий|ая|ое|ые|ие)$/i;

/** «ЮЗУ РЦ» are two institutions, «ГБУ ДПО» is one: its legal form. */
const legalForm =
	/^(?:Г[АБК]?П?О?У|М[АБК]?Д?О?У|М[БАК]У|ФГБО?У|АНО|ДПО|ВО|СПО|СОШ|ООШ|НОУ|ЧОУ|ДОУ|МБДОУ|МАДОУ|МБОУ|МАОУ|ГБОУ|ГАПОУ|ГБПОУ|БОУ)$/;
function betweenAbbreviations(part: string) {
	const words = [...part.matchAll(/\S+/g)];
	if (
		words.length < 2 ||
		!words.every(([word]) => /^[А-ЯЁ]{2,6}$/.test(word)) ||
		words.some(([word]) => legalForm.test(word))
	)
		return [];
	return words.slice(1).map(({ index }) => index);
}

/** What stands before a cut must be a whole name of somebody, not «по», «за» or the like. */
const standsAlone = (text: string) => !/(?:^|\s)(?:по|за|и|в|с|на|при|для|от|о)$/i.test(text.trim());

/** «Петрова А.И.» and the post after it are one person; so are a post and the name right after it. */
function joinPosts(parts: string[]) {
	const joined: { text: string; closed: boolean }[] = [];
	for (const part of shiftPosts(parts)) {
		const above = joined.at(-1);
		if (
			above &&
			((!above.closed && beginsWithName(above.text) && isPostOf(part)) ||
				(hasName(above.text) && sameWoman.test(part) && !sameWoman.test(above.text)))
		) {
			above.text = `${above.text}, ${part}`;
			above.closed = true;
		} else joined.push({ text: part, closed: hasName(part) && leadingName(part)?.length !== part.length });
	}
	return joined;
}

const beginsWithName = (text: string) => leadingName(text) !== undefined || isSurname(text);
/** Said of her who stands before: of nobody in particular it is «ответственный за сайт». */
const sameWoman = /^ответственная\s+за\s/;

/** «Ким А.А., завуч Лис Б.Б., методист»: a comma was lost; the post belongs to the name before it, as the last one shows. */
function shiftPosts(parts: readonly string[]): string[] {
	const bare = (part: string | undefined) => part !== undefined && leadingName(part) === part;
	return parts.flatMap((part, index) => {
		const name = firstName(part);
		const after = parts[index + 1];
		if (!name || !isPostOf(part.slice(0, name.index).trim()) || !after || !isPostOf(after) || index === 0)
			return [part];
		return bare(parts[index - 1]) && name.index + name[0].length === part.length
			? [part.slice(0, name.index).trim(), name[0]]
			: [part];
	});
}

/** A post that belongs to the name before it: small letter, one person's. */
const isPostOf = (part: string) =>
	/^[а-яё]/.test(part) && (beginsWithPost(part) || postAfterAdjective(part)) && !isGroup(part) && !hasName(part);

const cleanEnds = (part: string) => withoutStops(withoutEnd(tidy(part).replace(/^[\s:–—-]+/, ''), ' ,;:|–—-'));

/** The stop of an initial stays. */
function withoutStops(text: string) {
	const bare = withoutEnd(text, '.');
	return /[А-ЯЁ]$/.test(bare) ? text.slice(0, bare.length + 1) : bare;
}

/** «муниципальный куратор», «школьный психолог»: what a post is of stands before it. */
const postAfterAdjective = (text: string) => {
	const found = /^(?:\S+(?:ый|ий|ая)\s+){1,2}(?=\S)/.exec(text)?.[0];
	return found !== undefined && postFirst.test(` ${text.slice(found.length)} `);
};

/** «Остазы», «базовые школы», «вновь принятые», «дети»: a word nobody knows, but it is said of several. */
const plural = /^(?:(?:вновь|впервые|все)\s+)?(?:[а-яё-]+(?:ые|ие)(?:\s+[а-яё-]+[ыия])?|[а-яё-]{3,}[ыи])(?=$|[\s,(])/i;

export function kindOf(text: string): ResponsibleKind {
	if (hasName(text) || (endsWithSurname(text) && beginsWithPost(text)) || isSurname(text.split(',', 1)[0] ?? ''))
		return 'person';
	if (namesPost(text)) return 'role';
	if (isGroup(text)) return 'group';
	if (namesAgents(text)) return 'group';
	if (beginsWithPost(text) || postAfterAdjective(text)) return 'role';
	if (isOrganisation(text) || hasOwnName(text)) return 'organisation';
	return plural.test(text) ? 'group' : 'role';
}
