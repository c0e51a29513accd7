import { strToU8, zipSync } from 'fflate';
import { type Holdings, holdingKeys, holdings, type Kept, type Reading, readings } from '../rules/holdings';

export type OwnFile = {
	name: string;
	organisation: string;
	moment: string; // as people read it
	kept: Holdings;
	readings: readonly Reading[]; // `at` as people read it
};

/** Everything about one person as two files in a ZIP: a page to read in any browser, and the same for a machine. */
export function ownDataFile(own: OwnFile): Uint8Array {
	return zipSync({
		'Мои данные.html': strToU8(pageOf(own)),
		'Мои данные.json': strToU8(`${JSON.stringify(recordOf(own), null, '\t')}\n`)
	});
}

const recordOf = ({ name, organisation, moment, kept, readings: looked }: OwnFile) => ({
	Кто: name,
	Где: organisation,
	Когда: moment,
	...Object.fromEntries(holdingKeys.map((key) => [holdings[key].name, kept[key]])),
	'Кто смотрел': looked.map(({ at, who, field }) => ({ Когда: at, Кто: who, Что: readings[field] ?? field }))
});

const safe = (text: string) =>
	text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

const style = `body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top}pre{white-space:pre-wrap;margin:0}`;

function pageOf({ name, organisation, moment, kept, readings: looked }: OwnFile) {
	const sections = holdingKeys
		.filter((key) => kept[key].length > 0)
		.map((key) => `<h2>${safe(holdings[key].name)}</h2>\n${tableOf(kept[key])}`);
	const seen = looked.map(({ at, who, field }) => ({ Когда: at, Кто: who, Что: readings[field] ?? field }));
	return `<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><title>Мои данные</title><style>${style}</style></head><body>
<h1>${safe(name)}: что хранит программа</h1>
<p>${safe(organisation)}, ${safe(moment)}</p>
${sections.join('\n')}
<h2>Кто смотрел закрытые сведения</h2>
${seen.length > 0 ? tableOf(seen) : '<p>Никто, кроме вас.</p>'}
</body></html>
`;
}

function tableOf(rows: readonly Kept[]) {
	const heads = Object.keys(rows[0] ?? {}).filter((head) => rows.some((row) => row[head] !== null && row[head] !== ''));
	const line = (cells: readonly string[], tag: 'th' | 'td') =>
		`<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
	return `<table>${line(heads.map(safe), 'th')}\n${rows
		.map((row) =>
			line(
				heads.map((head) => cellOf(row[head])),
				'td'
			)
		)
		.join('\n')}</table>`;
}

const cellOf = (value: unknown) => {
	if (value === null || value === undefined) return '';
	return typeof value === 'object' ? `<pre>${safe(JSON.stringify(value, null, 1))}</pre>` : safe(String(value));
};
