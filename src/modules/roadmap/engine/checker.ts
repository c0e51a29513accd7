import type { Understanding } from '../rules/understanding';
import { plural } from './plural';

/** Kinds of organisations as plans name them. A school's plan may speak of schools in general; a gymnasium's of no college. */
const kinds: [name: string, word: RegExp][] = [
	['техникум', /(?<![а-яё])техникум[а-яё]*/giu],
	['колледж', /(?<![а-яё])колледж[а-яё]*/giu],
	['гимназия', /(?<![а-яё])гимнази[а-яё]*/giu],
	['лицей', /(?<![а-яё])лице(?:й|я|ю|ем|е|и|ев)(?![а-яё])/giu],
	['детский сад', /(?<![а-яё])детск[а-яё]+\s+сад[а-яё]*|(?<![А-ЯЁа-яё])М?[БАК]?ДОУ(?![а-яё])/gu],
	['школа', /(?<![а-яё])(?:школ[аыуе]|СОШ|школой)(?![а-яё])(?!\s+(?:молод|наставник|начинающ))/giu]
];

/** Acts that are often quoted wrongly, and how they read. */
const misquoted: [wrong: RegExp, right: string][] = [
	[/(?<!\d)145\s*-\s*р(?![а-яё])/i, '№ Р-145'],
	[/24\.12\.2019[^.;]{0,40}Р\s*-\s*145|Р\s*-\s*145[^.;]{0,20}от\s+24\.12\.2019/i, 'Р-145 от 25.12.2019'],
	[/ст(?:\.|атьи|атья|атье)\s*358\.1/i, 'статья 351.8 Трудового кодекса']
];

/** Reads the plan as a careful colleague would before it is signed: Russian sentences, each with what to mend. */
export function remarksOn(understood: Understanding): string[] {
	return [...foreignKinds(understood), ...wrongActs(understood), ...repeated(understood)];
}

/** The word «техникум» in a gymnasium's plan is left over from somebody's sample. */
function foreignKinds({ organisation, title, activities }: Understanding): string[] {
	const name = `${organisation ?? ''} ${title ?? ''}`;
	const own = kinds.filter(([, word]) => name.match(word));
	if (own.length !== 1) return [];
	const text = activities.map((activity) => [activity.title, ...activity.results].join('\n')).join('\n');
	return kinds.flatMap(([kind, word]) => {
		const found = kind === own[0]?.[0] || kind === 'школа' ? null : text.match(word);
		return found
			? [
					`В тексте ${plural(found.length, ['раз', 'раза', 'раз'])} стоит «${found[0]}», а организация другая: похоже, слово осталось от образца.`
				]
			: [];
	});
}

function wrongActs({ pieces }: Understanding): string[] {
	const text = pieces.map((piece) => piece.text).join('\n');
	return misquoted.flatMap(([wrong, right]) => {
		const found = wrong.exec(text)?.[0];
		return found ? [`Написано «${found}»; правильно: ${right}.`] : [];
	});
}

function repeated({ activities }: Understanding): string[] {
	const seen = new Map<string, number>();
	const twice: string[] = [];
	for (const { title, deadline, stage } of activities) {
		const key = `${stage} ${title.toLowerCase()} ${deadline.text}`;
		const times = (seen.get(key) ?? 0) + 1;
		seen.set(key, times);
		if (times === 2) twice.push(`Мероприятие «${title}» записано дважды с одним сроком.`);
	}
	return twice;
}
