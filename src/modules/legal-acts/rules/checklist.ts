import { type Actor, has } from '../../../core/actor';
import type { OwnTemplateCode } from '../../documents/rules/library/templates';

/** Who decides what local acts are needed. */
export const checklistKeepers = ['curator', 'director'] as const;
export const canKeepChecklist = (actor: Pick<Actor, 'roles'>) => has(actor, ...checklistKeepers);
export const checklistReaders = ['curator', 'director', 'personnel', 'trade-union'] as const;

export const lineStates = {
	wanted: 'нужен',
	written: 'готовится',
	agreed: 'согласуется',
	approved: 'утверждён',
	needless: 'не нужен'
} as const;
export type LineState = keyof typeof lineStates;

/** A line of the checklist: a local act that mentoring rests on. `template`: the paper it can be begun from. */
export type UsualLine = { code: string; title: string; why: string; template?: OwnTemplateCode };

/** What a school usually needs (ТК РФ ст. 351.8, 372; письмо № АЗ-1128/08/657). What does not fit is marked «не нужен». */
export const usualLines: readonly UsualLine[] = [
	{
		code: 'regulation',
		title: 'Положение о системе наставничества',
		why: 'Кто и как становится наставником; принимает педсовет с учётом мнения профсоюза.',
		template: 'regulation'
	},
	{
		code: 'introduction-order',
		title: 'Приказ о внедрении и утверждении Положения',
		why: 'С ним Положение и дорожная карта начинают действовать.',
		template: 'introduction-order'
	},
	{
		code: 'curator-order',
		title: 'Приказ о назначении куратора',
		why: 'Без него некому вести банк и пары.',
		template: 'curator-order'
	},
	{
		code: 'collective-agreement',
		title: 'Изменения в коллективный договор',
		why: 'Наставничество, его оплата и гарантии; подписывают работодатель и профсоюз.',
		template: 'collective-agreement'
	},
	{
		code: 'pay-regulation',
		title: 'Изменения в Положение об оплате труда (о стимулирующих выплатах)',
		why: 'Размер и условия доплаты наставнику; мотивированное мнение профсоюза – в срок по статье 372 ТК РФ.',
		template: 'pay-order'
	},
	{
		code: 'union-opinion',
		title: 'Мотивированное мнение профсоюза',
		why: 'К локальным актам об оплате и условиях труда; начинают с запроса.',
		template: 'union-request'
	},
	{
		code: 'pairing-order',
		title: 'Приказ о закреплении наставнических пар',
		why: 'На основании согласий и дополнительных соглашений.',
		template: 'pairing-order'
	},
	{
		code: 'additional-agreements',
		title: 'Дополнительные соглашения с наставниками',
		why: 'Содержание, сроки, форма работы и доплата (статья 351.8 ТК РФ).',
		template: 'additional-agreement'
	},
	{
		code: 'network-agreement',
		title: 'Соглашения о сотрудничестве и сетевом взаимодействии',
		why: 'С организациями-партнёрами, колледжем или вузом – если наставник или наставляемый оттуда.',
		template: 'network-agreement'
	},
	{
		code: 'incentive-regulation',
		title: 'Положение о поощрении наставников',
		why: 'За что и как благодарят; может быть частью Положения о наставничестве.',
		template: 'reward-regulation'
	},
	{
		code: 'electronic-signature',
		title: 'Положение о простой электронной подписи',
		why: 'Только если ознакомление в программе должно заменить подпись на листе.'
	}
];

export type ChecklistLine = {
	code: string;
	title: string;
	why: string;
	template: OwnTemplateCode | null;
	owner: { id: string; name: string } | null;
	state: LineState;
	dueOn: string | null;
	act: { key: string; name: string } | null;
	note: string;
	version: number;
};

export type KeptLine = Omit<ChecklistLine, 'why' | 'template' | 'act'> & { actKey: string | null };

/** The usual lines with what was decided of each, then lines of one's own. */
export function checklistOf(
	kept: readonly KeptLine[],
	acts: readonly { key: string; name: string }[]
): ChecklistLine[] {
	const of = (code: string) => kept.find((line) => line.code === code);
	const whole = ({ actKey, ...line }: KeptLine, usual?: UsualLine): ChecklistLine => ({
		...line,
		why: usual?.why ?? '',
		template: usual?.template ?? null,
		act: acts.find(({ key }) => key === actKey) ?? null
	});
	const untouched = ({ code, title }: UsualLine): KeptLine => ({
		...{ code, title, owner: null, state: 'wanted', dueOn: null, actKey: null, note: '', version: 0 }
	});
	return [
		...usualLines.map((usual) => whole(of(usual.code) ?? untouched(usual), usual)),
		...kept.filter(({ code }) => !usualLines.some((usual) => usual.code === code)).map((line) => whole(line))
	];
}

/** What hinders saying that the local acts are there: whatever is needed and not approved, or approved without its act. */
export const wantedYet = (lines: readonly ChecklistLine[]) =>
	lines.filter((line) => line.state !== 'needless' && (line.state !== 'approved' || lacksOf(line).length > 0));

export const isOverdue = ({ state, dueOn }: Pick<ChecklistLine, 'state' | 'dueOn'>, today: string) =>
	state !== 'approved' && state !== 'needless' && dueOn !== null && dueOn < today;

/** What a line that is not settled lacks, in words. */
export const lacksOf = ({ state, owner, dueOn, act }: ChecklistLine): string[] =>
	state === 'needless'
		? []
		: [
				state !== 'approved' && !owner && 'ответственного',
				state !== 'approved' && !dueOn && 'срока',
				state === 'approved' && !act && 'самого акта в библиотеке'
			].filter((one) => one !== false);
