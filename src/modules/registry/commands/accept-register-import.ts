import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../core/actor';
import { addDays, addYears, type Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Problems, type Result, rejected, type Submitted } from '../../../core/forms';
import { plain } from '../../../core/plain';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { addTold, changeTold } from '../../people/commands/accept-staff-list';
import type { KnownPerson } from '../../people/queries/staff-lines';
import { besideOf } from '../queries/beside';
import type { CardBefore, ImportDone, RegisterImport } from '../queries/exchange';
import { listRegister } from '../queries/register';
import type { Change } from '../rules/exchange/changes';
import { countStates, type ForeignFate, foreignFates, sumOfFates, undated } from '../rules/exchange/fates';
import type { OfferBrief, RegisterLine } from '../rules/line';
import { canKeepRegisters } from '../rules/registers';
import { enterRegister } from './entries';
import { recordOffer } from './offers';
import { beginProgramme, endProgramme } from './programmes';
import { gone, nothingDone, save } from './register-import';
import { recordRequest } from './requests';

type Fate = ForeignFate<KnownPerson>;
type Loaded = Extract<Fate, { changes: Change[] }>;
export type ForeignAcceptance = {
	/** The fates as they stood on the page that was accepted. */
	expected: string;
	since: string; // the first day in the register of those whose row does not tell
	employedOn: string | null; // the first day at work of new people
	withoutRest: boolean; // rows with errors and doubts stay out
};

/** Loads the whole file in one transaction, or nothing of it. What was read of it is forgotten; what was made is remembered. */
export async function acceptForeign(
	tx: Tx,
	actor: Actor,
	file: RegisterImport,
	{ token, ...accepted }: Submitted<ForeignAcceptance>,
	now: Now
): Promise<Result<ImportDone>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		if (!file.draft) return rejected({ form: gone });
		const beside = await besideOf(tx, actor, file.register, now);
		const fates = foreignFates(file.draft, beside);
		const hindrance = whyNot(fates, accepted, now);
		if (hindrance) return rejected(hindrance);

		const done = nothingDone();
		const loaded = fates.filter((fate): fate is Loaded => 'changes' in fate && fate.state !== 'same');
		const ids = await settlePeople(tx, actor, loaded, accepted, done, now);
		const entering = await enterAll(tx, actor, file, loaded, ids, accepted.since, done, now);
		if (!entering.ok) return entering;
		const lines = new Map((await listRegister(tx, actor, file.register, now)).map((line) => [line.personId, line]));
		const people = new Map(beside.people.map((person) => [plain(fullNameOf(person)), person.id]));
		for (const fate of loaded) {
			const line = lines.get(ids.get(fate.number) ?? '');
			if (!line) throw new Error('a row that was accepted led to nobody');
			for (const change of fate.changes) {
				const written = await write(tx, actor, { file, line, change, people, done }, now);
				if (!written.ok) return rejected({ form: `Строка ${fate.number}: ${firstOf(written.problems)}` });
			}
		}
		const counts = countStates(fates);
		done.counts = {
			added: counts.new,
			entered: counts.new + counts.entered,
			changed: counts.changed,
			same: counts.same,
			left: counts.error + counts.doubtful
		};
		const mine = { draft: null, accepted_at: now.at, accepted_by: actor.personId, done: JSON.stringify(done) };
		if (!(await save(tx, actor, file, mine))) return rejected({ form: gone });
		await journal(tx, actor, 'register.imported', { kind: 'register-import', id: file.id }, now, {
			details: { register: file.register, ...done.counts }
		});
		return { ok: true, value: done };
	});
}

const firstOf = (problems: Problems) => Object.values(problems).find(Boolean) ?? 'не загружена';
const fullNameOf = ({ familyName, givenName, patronymic }: KnownPerson) =>
	[familyName, givenName, patronymic].filter(Boolean).join(' ');

function whyNot(fates: readonly Fate[], { expected, employedOn, since, withoutRest }: ForeignAcceptance, now: Now) {
	const counts = countStates(fates);
	if (expected !== sumOfFates(fates))
		return {
			form: 'Пока вы смотрели, банк или список людей изменился. Ниже – как файл будет загружен теперь: проверьте ещё раз.'
		};
	if (counts.new + counts.entered + counts.changed === 0)
		return { form: 'Загружать нечего: в файле нет ничего нового.' };
	if (counts.error + counts.doubtful > 0 && !withoutRest)
		return { withoutRest: 'Есть строки с ошибками или вопросами. Исправьте их или отметьте, что загружаете без них.' };
	if (undated(fates) > 0 && since > addYears(now.today, 1)) return { since: 'Больше чем на год вперёд: проверьте год' };
	if (counts.new > 0 && !employedOn) return { employedOn: 'Укажите, с какого дня у вас работают новые люди' };
	if (counts.new > 0 && employedOn && employedOn > addDays(now.today, 366))
		return { employedOn: 'Больше чем на год вперёд: проверьте дату' };
	return undefined;
}

/** Adds new people and writes what the cards lack. Answers with whose each row is. */
async function settlePeople(
	tx: Tx,
	actor: Actor,
	loaded: readonly Loaded[],
	{ employedOn }: ForeignAcceptance,
	done: ImportDone,
	now: Now
) {
	const ids = new Map<number, string>();
	for (const { number, person, told, differences } of loaded) {
		if (!person) {
			const id = await addTold(tx, actor, told, employedOn ?? now.today, now);
			done.people.push(id);
			ids.set(number, id);
			continue;
		}
		ids.set(number, person.id);
		if (differences.length === 0) continue;
		await changeTold(tx, actor, { told, person, differences }, now);
		const fields = differences.map(({ field }) => field as keyof CardBefore);
		const before = Object.fromEntries(fields.map((field) => [field, person[field]])) as CardBefore;
		done.cards.push({ id: person.id, version: person.version + 1, before });
	}
	return ids;
}

/** Everybody who is not in the register yet, together with those of the same day and ground. */
async function enterAll(
	tx: Tx,
	actor: Actor,
	file: RegisterImport,
	loaded: readonly Loaded[],
	ids: ReadonlyMap<number, string>,
	since: string,
	done: ImportDone,
	now: Now
): Promise<Result<null>> {
	const entering = loaded.filter(({ enters }) => enters !== null);
	const together = Map.groupBy(entering, ({ enters }) => `${enters?.from ?? since}\n${enters?.basis ?? ''}`);
	for (const [key, rows] of together) {
		const [from = since, basis = ''] = key.split('\n');
		const person = rows.map(({ number }) => ids.get(number) ?? '');
		const words = basis || `файл «${file.sourceName}»`;
		const entered = await enterRegister(
			tx,
			actor,
			file.register,
			{ token: randomUUID(), person, from, basis: words },
			now
		);
		if (!entered.ok) return rejected({ form: firstOf(entered.problems) });
		done.acts.push(entered.value.act);
	}
	return { ok: true, value: null };
}

type Writing = {
	file: RegisterImport;
	line: RegisterLine;
	change: Change;
	people: ReadonlyMap<string, string>; // ids by name
	done: ImportDone;
};

/** One change of the register, by the command that a person would have used. */
async function write(
	tx: Tx,
	actor: Actor,
	{ file, line, change, people, done }: Writing,
	now: Now
): Promise<Result<unknown>> {
	const token = randomUUID();
	const said = { source: 'words' as const, sourceNote: `файл «${file.sourceName}»`.slice(0, 300), saidOn: now.today };
	if (change.kind === 'request') {
		const deficits = change.deficits.map((deficit) => ({ ...deficit, source: 'curator' as const }));
		const asked = { token, words: change.words, priority: 2 as const, format: '', ...said, deficits };
		const result = await recordRequest(tx, actor, line.personId, asked, now);
		if (result.ok) done.requests.push(result.value);
		return result;
	}
	if (change.kind === 'offer') {
		const offer = { ...offerFrom(line.offer), ...change.offer, ...said, token };
		const result = await recordOffer(tx, actor, line.personId, offer, now);
		if (result.ok) done.offers.push(result.value);
		return result;
	}
	return writeProgramme(tx, actor, { line, change, people, done }, now);
}

/** An offer told anew keeps what the file does not say. */
const offerFrom = (known: OfferBrief | null) => ({
	competences: known?.competences ?? [],
	otherCompetences: known?.otherCompetences ?? '',
	achievements: known?.achievements ?? '',
	interests: known?.interests ?? '',
	formats: known?.formats ?? [],
	capacity: known?.capacity ?? 1,
	freeTime: known?.freeTime ?? '',
	wishes: known?.wishes ?? '',
	category: known?.category ?? ('' as const),
	until: known?.until ?? null
});

type ProgrammeWriting = Omit<Writing, 'file' | 'change'> & { change: Extract<Change, { kind: 'programme' }> };

async function writeProgramme(
	tx: Tx,
	actor: Actor,
	{ line, change, people, done }: ProgrammeWriting,
	now: Now
): Promise<Result<unknown>> {
	const { programme, ends } = change;
	const { from, to, partner, form, outcome, results, caseUrl } = programme;
	let [id, version] = [ends?.id ?? '', ends?.version ?? 1];
	if (!ends) {
		const known = people.get(plain(partner));
		const other = known && known !== line.personId ? known : null;
		const beginning = { token: randomUUID(), from, partner: other, partnerNote: other ? '' : partner, form };
		const begun = await beginProgramme(tx, actor, line.entry, beginning, now);
		if (!begun.ok) return begun;
		[id, version] = [begun.value, 1];
		done.programmes.push(id);
	} else done.ended.push(id);
	if (!to) return { ok: true, value: id };
	const ending = { token: randomUUID(), version, on: to, outcome: outcome ?? ('completed' as const), results, caseUrl };
	return endProgramme(tx, actor, { id, personId: line.personId, from, mentorship: null }, ending, now);
}
