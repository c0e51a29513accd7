import type { Grid } from '../../engine/grid';
import { Unreadable } from '../../rules/understanding';
import { FlowBuilder } from '../flow';
import { maxDepth } from '../limits';
import { type Attributes, attribute, walkXml } from '../xml';
import { unzip } from '../zip';

type ListStyle = Map<number, 'number' | 'bullet'>;
const unseen = new Set([
	'tracked-changes',
	'annotation',
	'note',
	'sequence-decls',
	'forms',
	'bookmark-ref',
	'covered-table-cell'
]);
/** A spreadsheet repeats its last empty cell and row to the edge of the world. */
const mostRepeated = 64;

/** A LibreOffice document or spreadsheet (.odt, .ods) as paragraphs and tables. */
export function readOdf(bytes: Uint8Array): Grid {
	const files = unzip(bytes, (name) => name === 'content.xml' || name === 'META-INF/manifest.xml');
	if (new TextDecoder().decode(files.get('META-INF/manifest.xml')).includes('encryption-data'))
		throw new Unreadable(
			'Файл защищён паролем. Снимите пароль в LibreOffice (Файл → Свойства → Безопасность) и загрузите ещё раз.'
		);
	const content = files.get('content.xml');
	if (!content)
		throw new Unreadable(
			'В файле нет текста документа. Откройте его в LibreOffice, сохраните заново и загрузите ещё раз.'
		);
	const reader = new ContentReader();
	walkXml(content, reader);
	return { blocks: reader.flow.blocks };
}

class ContentReader {
	readonly flow = new FlowBuilder();
	readonly #styles = new Map<string, ListStyle>();
	readonly #counts = new Map<string, number>();
	readonly #lists: { style: string; marker: string | null }[] = [];
	readonly #paragraphs: string[] = [];
	#style: ListStyle | undefined;
	#hidden = 0;
	#depth = 0;
	#repeat = 1;

	open = (name: string, attributes: Attributes) => {
		if (unseen.has(name)) this.#hidden++;
		if (this.#hidden > 0) return;
		this.#openStyle(name, attributes);
		this.#openTable(name, attributes);
		if (name === 'p' || name === 'h') this.#paragraphs.push('');
		else if (name === 'tab') this.#write(' ');
		else if (name === 's') this.#write(' ');
		else if (name === 'line-break') this.#write('\n');
		else if (name === 'soft-page-break') this.flow.breakPage();
		else if (name === 'list')
			this.#lists.push({ style: attribute(attributes, 'style-name') ?? this.#lists.at(-1)?.style ?? '', marker: null });
		else if (name === 'list-item') this.#beginItem();
	};

	close = (name: string) => {
		if (unseen.has(name)) {
			this.#hidden--;
			return;
		}
		if (this.#hidden > 0) return;
		if (name === 'p' || name === 'h') this.#endParagraph();
		else if (name === 'list') this.#lists.pop();
		else if (name === 'list-style') this.#style = undefined;
		else if (name === 'table-cell') {
			this.flow.endCell();
			if (this.#repeat > 1) this.flow.skipColumns(this.#repeat - 1);
		} else if (name === 'table-row') this.flow.endRow();
		else if (name === 'table') {
			this.#depth--;
			this.flow.endTable();
		}
	};

	text = (text: string) => {
		if (this.#hidden === 0) this.#write(text.replace(/\s+/g, ' '));
	};

	#openStyle(name: string, attributes: Attributes) {
		if (name === 'list-style') {
			this.#style = new Map();
			this.#styles.set(attribute(attributes, 'name') ?? '', this.#style);
		} else if (name === 'list-level-style-number')
			this.#style?.set(
				Number(attribute(attributes, 'level')),
				attribute(attributes, 'num-format') === '' ? 'bullet' : 'number'
			);
		else if (name === 'list-level-style-bullet') this.#style?.set(Number(attribute(attributes, 'level')), 'bullet');
	}

	#openTable(name: string, attributes: Attributes) {
		if (name === 'table') {
			this.#depth++;
			if (this.#depth > maxDepth)
				throw new Unreadable(
					'Таблицы вложены друг в друга слишком глубоко. Скопируйте таблицу плана в новый документ и загрузите его.'
				);
			this.flow.beginTable();
		} else if (name === 'table-row') this.flow.beginRow();
		else if (name === 'table-cell') {
			this.#repeat = Math.min(mostRepeated, Number(attribute(attributes, 'number-columns-repeated')) || 1);
			this.flow.beginCell();
			const span = Number(attribute(attributes, 'number-columns-spanned')) || 1;
			this.flow.spanCell(span);
			this.flow.hangCell(Number(attribute(attributes, 'number-rows-spanned')) || 1);
		}
	}

	#beginItem() {
		const list = this.#lists.at(-1);
		if (!list) return;
		const level = this.#lists.length;
		const kind = this.#styles.get(list.style)?.get(level) ?? 'bullet';
		const key = `${list.style} ${level}`;
		const count = (this.#counts.get(key) ?? 0) + 1;
		this.#counts.set(key, count);
		list.marker = kind === 'number' ? `${count}.` : '•';
	}

	#write(text: string) {
		const last = this.#paragraphs.length - 1;
		if (last >= 0) this.#paragraphs[last] += text;
	}

	#endParagraph() {
		const [first = '', ...rest] = (this.#paragraphs.pop() ?? '').split('\n');
		const list = this.#lists.at(-1);
		const level = Math.max(0, this.#lists.length - 1);
		this.flow.addParagraph([
			{ text: first, marker: list?.marker ?? null, level },
			...rest.map((text) => ({ text, marker: null, level }))
		]);
		if (list) list.marker = null;
	}
}
