import { type Cases, joined, listed, partsOf, syllables, unchanged } from './cases';
import { adjective, inA, masculine, possessive, possessiveOfWoman } from './endings';
import { fleetingStem, quietEnd } from './fleeting';

export type Sex = 'female' | 'male';

/** Stressed on the last -а or -я in French: they never change. */
const french = listed('дюма тома дега петипа люка золя труайя гавальда дюра ланга бенда фурка');
/** First parts that no longer live on their own: «Бонч-Бруевича». */
const frozen = listed(
	'бонч грум тер тор мак сен сент тян дер эль аль ибн бен ван фон кара ак шах де да ди ла ле дю дос лже оглы паша бей ага'
);
/** Nouns a woman bears too: «Калине», while «Долиной» is the woman's form of «Долин». */
const nouns = listed('калина малина щербина глина сова корова основа дева ева нева подкова слива кручина царевна');
/** Foreigners' -ов and -ин, and peoples: «Чаплином», «Литвином». */
const notPossessive = listed(
	'чаплин дарвин франклин кронин цеппелин дарлин бюлов вирхов флотов литвин грузин мордвин татарин болгарин мартын ров лов шов стейнов волын'
);
const ukrainianNouns = listed('топчий казначий багачий деркачий стогний корний бабий палий кочубий');
/** Two syllables in -ой are adjectives; these are not. */
const nounsInOi = listed('герой прибой покой разбой запой забой устой конвой перебой ковбой');
const stressedSoft = listed(
	'король журавль кисель карась конь огонь пень ремень рубль москаль коваль скрипаль угорь уголь локоть'
);
const quietAr = listed('бондарь лекарь пекарь слесарь токарь аптекарь библиотекарь лагерь');
/** One syllable before ж ч ш щ: «Грачом»; these are foreign: «Бушем». */
const foreignHushing = listed('буш марш рич флеш финч кич дойч гёч баж мирш');
const stressedHushing = listed(
	'ткач скрипач палач трубач усач лихач рогач горбач толмач калач деркач богач бородач кузьмич фомич лукич ильич гордич труш'
);
const stressedInA = listed('змея заря семья свеча парча');

/** A surname in all cases. A woman's on a consonant, -ко, -их, -ых and all other vowels but -а, -я stay as they are. */
export function declineSurname(surname: string, sex: Sex): Cases {
	const parts = partsOf(surname);
	return joined(parts.map(({ word, after }, at) => ({ cases: part(word, sex, at === parts.length - 1), after })));
}

function part(word: string, sex: Sex, last: boolean): Cases {
	const small = word[0] === word[0]?.toLowerCase(); // «де Ла Крус», «Мамед оглы»
	if (small || /['’]$/.test(word) || (!last && (frozen(word) || syllables(word) === 0))) return unchanged(word);
	if (/[ая]$/i.test(word)) return inVowel(word, sex);
	if (/[еёиоуыэю]$/i.test(word)) return unchanged(word); // Шевченко, Живаго, Дурново, Гёте, Орджоникидзе
	return sex === 'female' ? unchanged(word) : ofMan(word);
}

function inVowel(word: string, sex: Sex): Cases {
	if (french(word) || /[аеёиоуыэюя]а$/i.test(word)) return unchanged(word); // Гарсиа, Моруа
	if (sex === 'female') {
		if (/(ая|яя)$/i.test(word) && syllables(word) > 2) return adjective(word);
		if (/(ов|ев|ёв|ин|ын)а$/i.test(word) && !nouns(word)) return possessiveOfWoman(word);
	}
	return inA(word, { stressed: stressedInA(word) });
}

function ofMan(word: string): Cases {
	const several = syllables(word) > 1;
	if (/[иы]х$/i.test(word)) return several && !/[рлмдт]их$/i.test(word) ? unchanged(word) : masculine(word); // Черных, but Рериха
	if (/ый$/i.test(word)) return adjective(word);
	if (/ой$/i.test(word) && several && !nounsInOi(word)) return adjective(word);
	if (/[гкхжшщчн]ий$/i.test(word) && several && !ukrainianNouns(word)) return adjective(word);
	if (/(ов|ев|ёв)$/i.test(word) && !notPossessive(word) && fleetingStem(word) === undefined) return possessive(word);
	if (/[иы]н$/i.test(word) && several && !notPossessive(word)) return possessive(word);
	const stem = fleetingStem(word);
	return masculine(word, { stressed: isStressed(word, several), ...(stem && { stem }) });
}

/** Where the stress falls on the ending in «кем»: it alone tells -ом from -ем and -ём from -ем. */
function isStressed(word: string, several: boolean) {
	if (/ец$/i.test(word)) return several ? !quietEnd(word) : /^(швец|жнец|чтец|мец)$/i.test(word);
	if (/[жчшщ]$/i.test(word)) return several ? stressedHushing(word) : !foreignHushing(word);
	if (/арь$/i.test(word)) return !quietAr(word);
	if (/ей$/i.test(word)) return fleetingStem(word) !== undefined;
	return stressedSoft(word);
}
