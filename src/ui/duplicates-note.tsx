import { Note } from './state';
import { counted } from './text';

/** After people came in from a file: how many entries may be one person. Draws nothing for none. */
export const DuplicatesNote = ({ count }: { count: number }) =>
	count > 0 ? (
		<Note tone="warm" title="Возможные повторы">
			<p>
				{counted(count, ['пара записей похожа', 'пары записей похожи', 'пар записей похожи'])} на одного человека.{' '}
				<a href="/people/duplicates">Сравнить и решить</a>
			</p>
		</Note>
	) : null;
