import type { PersonName } from '../../../core/names';
import { type Sex, sexFrom } from '../../people/rules/names';

const men =
	/^(никита|илья|данила|гаврила|кузьма|фома|лука|савва|добрыня|вавила|ерёма|муса|мустафа|иса|ханапия|закария|захария|миша|саша|николя|лёва|иона|фока|сила)$/i;
const eitherWay = /^(саша|женя|валя|микаэль|николь|мишель|даниэль|эмиль|женевьев|али|ли|ким)$/i;

/** Told, or seen from the patronymic, or from the given name; null where none tells. */
export function sexOf({
	sex,
	givenName,
	patronymic
}: Omit<PersonName, 'familyName'> & { sex: Sex | null }): Sex | null {
	if (sex) return sex;
	const known = sexFrom({ patronymic });
	if (known || !givenName || eitherWay.test(givenName)) return known;
	if (men.test(givenName)) return 'male';
	if (/[ая]$/i.test(givenName)) return 'female';
	return /[бвгджзйклмнпрстфхцчшщ]$/i.test(givenName) ? 'male' : null;
}
