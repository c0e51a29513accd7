import type { FieldSpec } from '../../fields/spec';
import {
	commissionFields,
	councilFields,
	scriptFields,
	sheetFields,
	signingFields,
	wholeFields,
	workingFields
} from '../../fields/working';
import { type OwnTemplate, template } from '../template';
import { acquaintance } from './acquaintance';
import { booklet } from './booklet';
import { certificate } from './certificate';
import { commissionMinutes } from './commission-minutes';
import { councilExtract, councilMinutes } from './council';
import { inquiry } from './inquiry';
import { meetingLog } from './meeting-log';
import { curatorMemo, feedbackMemo, menteeMemo, mentorMemo, parentsMemo, visitMemo } from './memos';
import { mentorReport } from './mentor-report';
import { commendation, petition } from './petition';
import { programme } from './programme';
import { closingScript, meetingScript, planningScript, startScript } from './scripts';
import { signingSheet } from './signing';

const kind = (
	title: string,
	about: OwnTemplate['about'],
	source: string,
	fields: readonly FieldSpec[] = [],
	bases: readonly string[] = []
): OwnTemplate =>
	template({
		...{ title, section: 'working', series: 'none', whose: 'all', about, source, bases, fields },
		needs: about === 'mentor' ? 'pairs' : null,
		byHand: about !== 'minutes'
	});

/** Papers of pairs at work, of those who decide together, and of materials to be handed out. A kind has its own file. */
export const workingTemplates = {
	programme: kind('Персонализированная программа (план развития, ИОТ)', 'mentor', programme, workingFields),
	'meeting-log': kind('Журнал встреч', 'mentor', meetingLog, workingFields),
	'mentor-report': kind('Отчёт наставника', 'mentor', mentorReport, workingFields),
	'signing-sheet': kind('Что подписать', 'mentor', signingSheet, signingFields),
	certificate: kind('Справка о наставничестве', 'mentor', certificate, workingFields),
	petition: kind('Ходатайство о категории «педагог-наставник»', 'mentor', petition, workingFields, ['attestation']),
	commendation: kind('Представление о поощрении наставника', 'mentor', commendation, workingFields),
	'council-minutes': kind('Протокол педсовета', 'minutes', councilMinutes, councilFields),
	'council-extract': kind('Выписка из протокола', 'minutes', councilExtract, councilFields),
	'commission-minutes': kind('Протокол комиссии по поощрению', 'organisation', commissionMinutes, commissionFields),
	'acquaintance-sheet': kind('Лист ознакомления', 'organisation', acquaintance, sheetFields),
	inquiry: kind('Письмо-запрос о наставнике', 'organisation', inquiry, wholeFields),
	'memo-mentor': kind('Памятка наставнику', 'organisation', mentorMemo),
	'memo-mentee': kind('Памятка наставляемому', 'organisation', menteeMemo),
	'memo-curator': kind('Памятка куратору', 'organisation', curatorMemo),
	'memo-visit': kind('Памятка: посещение и разбор', 'organisation', visitMemo),
	'memo-feedback': kind('Памятка: как говорить о трудном', 'organisation', feedbackMemo),
	'memo-parents': kind('Памятка: разговор с родителями', 'organisation', parentsMemo),
	'script-start': kind('Сценарий установочной встречи', 'organisation', startScript, scriptFields),
	'script-meeting': kind('Сценарий встречи-знакомства', 'organisation', meetingScript),
	'script-planning': kind('Сценарий встречи-планирования', 'organisation', planningScript),
	'script-closing': kind('Сценарий итоговой встречи', 'organisation', closingScript),
	booklet: kind('Буклет о наставничестве', 'organisation', booklet)
} as const satisfies Record<string, OwnTemplate>;

export type WorkingCode = keyof typeof workingTemplates;
export const isWorking = (code: string): code is WorkingCode => Object.hasOwn(workingTemplates, code);
