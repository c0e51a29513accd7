import type { Problems } from '../../../core/forms';

/** The files of a form as bytes, for a command. */
export const bytesOf = (files: readonly File[]) =>
	Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));

export const some = (problems: Problems) => Object.keys(problems).length > 0;

/** What a browser does not give back is asked for again. */
export const chooseAgain = (files: readonly File[], problems: Problems): Problems =>
	files.length > 0 && !problems.files
		? { ...problems, files: 'Выберите файлы ещё раз: браузер их не возвращает' }
		: problems;
