import { showDate } from '../../../core/dates';
import { addressOfArtefact } from './artefacts';

type Activity = { id: string; stageId: string | null; stageTitle: string | null; title: string };

/** What is attached: a file (`fileId`, `size`), a link (`url`), or a thing made in the program (`artefactKind`), perhaps with its copy. */
export type Proof = {
	activityId: string;
	title: string;
	words: string;
	url: string | null;
	fileId: string | null;
	fileName: string | null;
	size: number | null;
	artefactKind: string | null;
	artefactId: string | null;
	madeOn: string | null;
	takenBackAt: string | null;
	attachedAt: string;
	attachedByName: string;
	doneOn: string | null;
};

/** `name`: of the file in the folder; null: it is a link. */
export type FolderEntry = { place: string; stage: string; activity: string; name: string | null; proof: Proof };

/** A folder of the ZIP format we write ends at 4 GB; some room is left for names. */
export const folderLimit = 4_000_000_000;

const longestTitle = 60;
const longestFile = 80;

/** What Windows takes in no name; also ends of lines and marks that begin a hidden or parent folder. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
const unfit = /[\\/:*?"<>|\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g;
const fitName = (text: string) =>
	text
		.replace(unfit, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^[.\s]+|(?<![.\s])[.\s]+$/g, '');
const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text);

/** The ending stays whatever is cut. */
function cutFile(name: string) {
	const ending = /\.[^.\s]{1,10}$/.exec(name)?.[0] ?? '';
	return name.length > longestFile
		? cut(name.slice(0, -ending.length || undefined), longestFile - ending.length) + ending
		: name;
}

const two = (number: number) => String(number).padStart(2, '0');

/**
 * All that proves a plan, in its order, each file named «02-03 Название мероприятия – имя файла»: the stage, the activity in
 * it. `proofs` in the order they were attached; names that would meet get (2), (3).
 */
export function proofFolder(activities: readonly Activity[], proofs: readonly Proof[]): FolderEntry[] {
	const taken = new Set<string>();
	const of = Map.groupBy(proofs, ({ activityId }) => activityId);
	const stages = [...Map.groupBy(activities, ({ stageId }) => stageId).values()];
	return stages.flatMap((inStage, stage) =>
		inStage.flatMap((activity, at) => {
			const place = `${two(stage + 1)}-${two(at + 1)}`;
			return (of.get(activity.id) ?? []).map((proof) => {
				const begun = `${place} ${cut(fitName(activity.title), longestTitle)}`;
				const of = (proof.artefactKind && proof.fileName) || proof.title;
				const name = proof.fileId ? unlike(taken, `${begun} – ${cutFile(fitName(of) || 'Файл')}`) : null;
				return { place, stage: activity.stageTitle ?? '', activity: activity.title, name, proof };
			});
		})
	);
}

/** Disks of Windows and macOS take «Акт.pdf» and «акт.pdf» for one. */
function unlike(taken: Set<string>, wanted: string) {
	const [, stem = wanted, ending = ''] = /^(.*?)(\.[^.\s]{1,10})?$/s.exec(wanted) ?? [];
	let name = wanted;
	for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${stem} (${count})${ending}`;
	taken.add(name.toLowerCase());
	return name;
}

export const contentsHeadings = [
	'№',
	'Этап',
	'Мероприятие',
	'Выполнено',
	'Подтверждение',
	'Приложил',
	'Открыть'
] as const;

/** «Приказ № 12 от 01.09.2026 (в программе отменено)»; a file and a link are known by their names. */
export const nameOfProof = ({ title, takenBackAt }: Pick<Proof, 'title' | 'takenBackAt'>) =>
	takenBackAt ? `${title} (в программе отменено)` : title;

/** A line of the contents: the words, and where «Открыть» leads: the file beside it, or a page. `origin`: the address of this program. */
export function contentsRow({ place, stage, activity, name, proof }: FolderEntry, origin: string) {
	const { artefactKind, artefactId, madeOn } = proof;
	const page =
		artefactKind && artefactId && madeOn ? addressOfArtefact(artefactKind, { id: artefactId, on: madeOn }) : undefined;
	const address = page ? origin + page : (proof.url ?? '');
	const words = artefactKind
		? [nameOfProof(proof), proof.words, name, address].filter(Boolean).join('\n')
		: (name ?? address);
	return {
		cells: [place, stage, activity, proof.doneOn ? showDate(proof.doneOn) : '', words, proof.attachedByName],
		target: name ?? address
	};
}
