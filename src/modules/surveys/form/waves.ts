import * as v from 'valibot';
import { day, line, token, version } from '../../../core/forms';
import { type AskedRegister, askedRegisterNames, askedRoles } from '../rules/audience';
import type { Identity } from '../rules/questionnaire';
import { longestTitle, longestWords, readerRoles } from '../rules/wave';

export const tokenForm = v.object({ token });

const id = (message: string) => v.pipe(v.string(message), v.uuid(message));
/** An empty choice is nobody, or nothing. */
const idOrNone = (message: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => typed || null),
		v.nullable(id(message))
	);
const dates = {
	opensOn: day('Укажите первый день, ДД.ММ.ГГГГ'),
	closesOn: day('Укажите последний день, ДД.ММ.ГГГГ')
};

const words = {
	token,
	edition: id('Выберите анкету'),
	title: line(longestTitle, 'Назовите анкетирование: «Как прошла первая четверть»'),
	words: line(longestWords),
	identity: v.picklist(['named', 'pseudonymous', 'anonymous'] satisfies Identity[], 'Выберите, с именем или без'),
	readers: v.pipe(
		v.array(v.picklist(readerRoles, 'Выберите из списка')),
		v.minLength(1, 'Отметьте, кто прочтёт ответы: это скажут тем, кто отвечает')
	),
	...dates,
	series: idOrNone('Выберите из списка'),
	stage: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => typed || null),
		v.nullable(v.picklist(['before', 'after'], 'Выберите: до или после'))
	)
};

const chosen = v.pipe(v.array(id('Выберите людей из списка')), v.maxLength(10_000, 'За один раз не больше 10 000'));
const audience = {
	everyone: v.pipe(
		v.optional(v.string(), ''),
		v.transform((value) => value === 'on')
	),
	role: v.array(v.picklist(askedRoles, 'Выберите из списка')),
	group: v.array(id('Выберите группы из списка')),
	register: v.array(v.picklist(askedRegisterNames, 'Выберите из списка')),
	person: chosen
};

type Named = {
	everyone: boolean;
	role: (typeof askedRoles)[number][];
	group: string[];
	register: AskedRegister[];
	person: string[];
};
const asAudience = <T extends Named>({ everyone, role, group, register, person, ...rest }: T) => ({
	...rest,
	audience: { everyone, roles: role, groups: group, registers: register, people: person }
});

/** Names that may come many times. */
export const audienceLists = ['role', 'group', 'register', 'person'];

export const newWaveForm = v.pipe(v.object({ ...words, ...audience }), v.transform(asAudience));
export const waveForm = v.object({ ...words, version });
export const askForm = v.pipe(
	v.object({ token, ...audience, about: idOrNone('Выберите человека из списка') }),
	v.transform(asAudience)
);
export const datesForm = v.object({ token, ...dates });
export const reopeningForm = v.object({ token, closesOn: dates.closesOn });
export const chosenForm = v.object({
	token,
	participant: v.pipe(chosen, v.minLength(1, 'Отметьте хотя бы одного человека'))
});
/** Nobody ticked: everybody. */
export const linksForm = v.object({ token, participant: chosen });
