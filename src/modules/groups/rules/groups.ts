import { type Actor, has } from '../../../core/actor';
import type { Rule } from './rule';

/** Who sorts the staff and sees what people said of themselves. */
export const groupKeepers = ['curator', 'director'] as const;
export const canKeepGroups = (actor: Pick<Actor, 'roles'>) => has(actor, ...groupKeepers);

export type GroupWords = {
	code: string;
	name: string;
	about: string;
	rule: Rule;
	canMentor: boolean;
	canBeMentee: boolean;
};
export type GroupPreset = { name: string; exclusive: boolean; about: string; groups: readonly GroupWords[] };

const years = (count: number) => count * 12;

/** Sets to begin from. What stands in them is a beginning: a school changes words and rules as its own paper says. */
export const presets = {
	periods: {
		name: 'Периоды профессии: А, Б, В, Г',
		exclusive: true,
		about:
			'Как в региональной программе многофункционального наставничества: каждый педагог – в одной группе. Границы групп уточните по вашему Положению.',
		groups: [
			{
				code: 'А',
				name: 'Допрофессиональный период',
				about: 'Студенты, практиканты и те, кто только входит в профессию.',
				rule: [{ fact: 'teaching', under: true, months: years(3) }],
				canMentor: false,
				canBeMentee: true
			},
			{
				code: 'Б',
				name: 'Профессионалы',
				about: 'Работают уверенно, могут и учиться, и делиться отдельными приёмами.',
				rule: [{ fact: 'teaching', under: false, months: years(3) }],
				canMentor: true,
				canBeMentee: true
			},
			{
				code: 'В',
				name: 'Суперпрофессионалы',
				about: 'Признанные мастера: победители конкурсов, авторы методик, методисты.',
				rule: [],
				canMentor: true,
				canBeMentee: false
			},
			{
				code: 'Г',
				name: 'Послепрофессиональный период',
				about: 'Ветераны, чей опыт важно передать.',
				rule: [],
				canMentor: true,
				canBeMentee: false
			}
		]
	},
	needs: {
		name: 'Кому нужен наставник',
		exclusive: false,
		about: 'По стажу и должностям: программа сама называет тех, кого стоит включить, и почему.',
		groups: [
			{
				code: 'МС',
				name: 'Молодой специалист',
				about: 'Статус – по соглашению и трудовому договору; правило только подсказывает.',
				rule: [
					{ fact: 'teaching', under: true, months: years(3) },
					{ fact: 'age', under: true, months: years(35) }
				],
				canMentor: false,
				canBeMentee: true
			},
			{
				code: 'Ст3',
				name: 'Педагогический стаж до 3 лет',
				about: 'В любом возрасте.',
				rule: [{ fact: 'teaching', under: true, months: years(3) }],
				canMentor: false,
				canBeMentee: true
			},
			{
				code: 'ВП',
				name: 'Вновь принятый',
				about: 'Первый год в этой организации.',
				rule: [{ fact: 'here', under: true, months: years(1) }],
				canMentor: false,
				canBeMentee: true
			},
			{
				code: 'НД',
				name: 'Новая должность',
				about: 'Давно здесь, но первый год в должности.',
				rule: [
					{ fact: 'post', under: true, months: years(1) },
					{ fact: 'here', under: false, months: years(1) }
				],
				canMentor: false,
				canBeMentee: true
			},
			{
				code: 'ПП',
				name: 'После перерыва',
				about: 'Вернулись после перерыва в год и больше.',
				rule: [
					{ fact: 'break', under: false, months: years(1) },
					{ fact: 'here', under: true, months: years(1) }
				],
				canMentor: false,
				canBeMentee: true
			},
			{
				code: 'ПД',
				name: 'Профессиональные дефициты',
				about: 'По диагностике и по просьбе самого педагога; решает куратор.',
				rule: [],
				canMentor: false,
				canBeMentee: true
			}
		]
	}
} as const satisfies Record<string, GroupPreset>;
export type PresetName = keyof typeof presets;

export type Group = GroupWords & { id: string; version: number };
export type GroupSet = { id: string; name: string; exclusive: boolean; groups: Group[] };
