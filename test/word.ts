import { unzipSync } from 'fflate';

const decoded = (xml: string) =>
	xml
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&apos;', "'")
		.replaceAll('&amp;', '&');

/** The paragraphs of a Word file, those in tables among them, in order. */
export async function paragraphsOf(answer: Response | Promise<Response>): Promise<string[]> {
	const files = unzipSync(new Uint8Array(await (await answer).arrayBuffer()));
	const xml = new TextDecoder().decode(files['word/document.xml']);
	return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
		.map(([paragraph]) =>
			decoded([...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
		)
		.filter(Boolean);
}
