import type { OrganisationKind } from '../../../core/actor';
import { actKind, actLevels } from './acts';

/** What a meeting or an announcement is called here. `body`: what its minutes are of, «заседания педагогического совета». */
export type EventKind = { name: string; body: string; meets: boolean };

const meeting = (name: string, body: string): EventKind => ({ name, body, meets: true });
const announcement = (name: string): EventKind => ({ name, body: '', meets: false });

/** At whose table the leaders meet: genitive after «совещание при». */
const headOf = (kind: OrganisationKind) =>
	kind === 'kindergarten'
		? 'заведующем'
		: ['resource-centre', 'authority', 'region'].includes(kind)
			? 'руководителе'
			: 'директоре';

/** The program's own list, until the organisation writes one. */
export const startingKinds = (kind: OrganisationKind): readonly EventKind[] => [
	meeting('Педагогический совет', 'заседания педагогического совета'),
	meeting(`Совещание при ${headOf(kind)}`, `совещания при ${headOf(kind)}`),
	meeting('Методическое объединение', 'заседания методического объединения'),
	meeting('Совет наставников', 'заседания совета наставников'),
	meeting('Групповая встреча', 'групповой встречи'),
	meeting('Установочная сессия', 'установочной сессии'),
	meeting('Семинар', 'семинара'),
	meeting('Консультация', 'консультации'),
	meeting('Родительское собрание', 'родительского собрания'),
	meeting('Итоговая встреча', 'итоговой встречи'),
	announcement('Объявление коллективу'),
	announcement('Информирование родителей и обучающихся'),
	announcement('Приглашение стать наставником'),
	...actLevels.map((level) => announcement(actKind(level)))
];

export const mostKinds = 40;

/** A line of the list as it is edited: «Педагогический совет; заседания педагогического совета»; an announcement ends with «объявление». */
export const kindLine = ({ name, body, meets }: EventKind) =>
	[name, meets ? body : 'объявление'].filter(Boolean).join('; ');

/** Kinds out of a list, one a line; of two with one name the first stays. */
export function kindsFrom(text: string): EventKind[] {
	const kinds = new Map<string, EventKind>();
	for (const line of text.split('\n')) {
		const [name = '', ...rest] = line.split(';').map((part) => part.trim().slice(0, 200));
		const body = rest.filter(Boolean).join('; ');
		if (!name || kinds.has(name)) continue;
		kinds.set(name, body.toLocaleLowerCase('ru') === 'объявление' ? announcement(name) : meeting(name, body));
	}
	return [...kinds.values()];
}
