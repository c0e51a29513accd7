import { type Cases, joined, listed, partsOf, remembered, unchanged } from './cases';
import { adjective, inA, lifeless, masculine, neuter } from './endings';

/** Adjectives that are themselves the post: what follows depends on them and stays: «заведующему библиотекой». */
const whole =
	/^(заведующ|управляющ|исполняющ|вожат|рабоч|служащ|обучающ|командующ|уполномоченн|ответственн|дежурн)(ий|ый|ая|ийся|аяся)$/i;
const prepositions = listed('по за в во на при с со о об для из от до к без');
/** What never changes at the beginning of a compound: «шеф-повара», «пресс-секретаря». */
const frozen = listed('шеф пресс вице экс бизнес премьер мини медиа веб арт интернет');
const stressed = listed('врач секретарь скрипач пескарь вратарь звонарь');
const quiet = listed('библиотекарь слесарь токарь пекарь лекарь аптекарь сторож');
const things = listed(
	'сад центр дом колледж лицей техникум институт университет отдел клуб комитет департамент дворец'
);
const adjectiveLike = /(ый|ий|ой|ая|яя|ое|ее)$/i;
const notAdjectives = listed('санаторий лекторий планетарий лицей музей');

/**
 * A post of one or several words in all cases: adjectives before the noun and the noun change, what depends on it stays:
 * «старшему воспитателю», «заместителю директора по УВР», «педагогу-психологу». Several posts are told apart by commas.
 * Names of organisations are declined the same way: «муниципального бюджетного учреждения «Школа № 5»».
 */
export function declinePost(post: string): Cases {
	const one = post.split(/(\s*[,;/]\s*)/);
	return joined(
		one.filter((_, at) => at % 2 === 0).map((words, at) => ({ cases: phrase(words), after: one[at * 2 + 1] ?? '' }))
	);
}

function phrase(text: string): Cases {
	const words = [...text.matchAll(/(\S+)(\s*)/g)].map(([, word = '', after = '']) => ({ word, after }));
	const parts: { cases: Cases; after: string }[] = [];
	let at = 0;
	let lifelessNext = false;
	for (; at < words.length; at++) {
		const { word, after } = words[at] as { word: string; after: string };
		if (/^[«"(]|\.$|[A-ZА-ЯЁ]{2}|\d/.test(word)) break; // «и. о.», «зам.», МБОУ, quoted names
		const next = words[at + 1]?.word;
		if (adjectiveLike.test(word) && !notAdjectives(word)) {
			const head = whole.test(word) || (!!next && prepositions(next)) || !next;
			parts.push({ cases: attribute(word), after });
			if (head) {
				at++;
				break;
			}
			const noun = words.slice(at + 1).find((other) => !adjectiveLike.test(other.word))?.word ?? '';
			lifelessNext = things(noun);
			if (lifelessNext && /(ый|ий|ой)$/i.test(word)) parts.push({ ...parts.pop()!, cases: lifeless(attribute(word)) });
			continue;
		}
		const cases = compound(word);
		parts.push({ cases: things(word) ? lifeless(cases) : cases, after });
		at++;
		break;
	}
	const rest = words.slice(at);
	const written = (some: typeof words) => some.map(({ word, after }) => word + after).join('');
	// «учреждение детский сад № 3»: two names of one thing, both change
	if (/^учреждение$/i.test(words[at - 1]?.word ?? '') && namesThing(rest[0]?.word))
		return joined([...parts, { cases: phrase(written(rest)), after: '' }]);
	// «учитель физики и классный руководитель»: a second post, not what depends on the first
	const and = rest.findIndex(
		({ word }, place) => word === 'и' && isHead(rest.slice(place + 1).map((other) => other.word))
	);
	const kept = and < 0 ? rest : rest.slice(0, and + 1);
	const second = and < 0 ? '' : written(rest.slice(and + 1));
	return joined([
		...parts,
		...kept.map(({ word, after }) => ({ cases: unchanged(word), after })),
		...(second ? [{ cases: phrase(second), after: '' }] : [])
	]);
}

/** «детский», «средняя», «лицей», but not «дополнительного» or «культуры», which depend on what is before. */
const namesThing = (word = '') =>
	/[а-яё](ий|ый|ая|яя)$/i.test(word) || things(word) || /^(школа|гимназия)$/i.test(word);

const heads = listed(
	'учитель воспитатель преподаватель педагог методист руководитель директор заместитель тьютор логопед психолог тренер ' +
		'инструктор секретарь председатель советник вожатый вожатая библиотекарь куратор наставник дефектолог организатор заведующий заведующая'
);
const isHead = ([first = '', second = '']: string[]) => {
	const named = (word: string) => heads(word.split('-')[0] ?? '');
	return named(first) || (/(ый|ий|ая)$/i.test(first) && named(second));
};

/** A hundred thousand names of schools are made of the same few words. */
const attribute = remembered(adjective);
const compound = remembered((word: string): Cases => {
	const parts = partsOf(word);
	return joined(
		parts.map(({ word: one, after }, at) => ({
			cases: at < parts.length - 1 && frozen(one) ? unchanged(one) : noun(one),
			after
		}))
	);
});

function noun(word: string): Cases {
	if (/^(врио|ио)$/i.test(word)) return unchanged(word);
	if (/^(зам|зав|пом)\S+(ора|ой|ей|ом|ля|ем)$/i.test(word)) return unchanged(word); // «замдиректора», «завкафедрой»
	if (adjectiveLike.test(word) && !notAdjectives(word)) return adjective(word);
	if (/[ая]$/i.test(word)) return inA(word, { stressed: /(судья)$/i.test(word) });
	if (/[ое]$/i.test(word)) return neuter(word);
	if (!/[бвгджзйклмнпрстфхцчшщь]$/i.test(word)) return unchanged(word);
	if (/ец$/i.test(word) && word.length > 4) return masculine(word, { stem: `${word.slice(0, -2)}ц`, stressed: true });
	return masculine(word, { stressed: stressed(word) && !quiet(word) });
}
