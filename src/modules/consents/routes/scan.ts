/** The file of a form, when one was chosen: a browser sends an empty one otherwise. */
export async function scanIn(data: FormData) {
	const file = data.get('file');
	if (!(file instanceof File) || (file.size === 0 && !file.name)) return null;
	return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
