import type { FieldSpec } from '../../rules/fields/spec';
import { dayValue, type Fields, personValue, postValue, type Value } from '../template/values';

/** A paper filled with the examples of its fields: what a template looks like before there is anybody to write about. */
export const exampleFields = (fields: readonly FieldSpec[], lines = 2): Fields =>
	Object.fromEntries(fields.map((field) => [field.name, exampleOf(field, lines)]));

function exampleOf({ kind, example, fields = [] }: FieldSpec, lines: number): Value {
	if (kind === 'list')
		return Array.from({ length: lines }, (_, at) => {
			const line = exampleFields(fields, 1);
			return 'номер' in line ? { ...line, номер: at + 1 } : line;
		});
	if (kind === 'group') return exampleFields(fields, lines);
	if (example === '') return null;
	if (kind === 'person') {
		const [familyName = '', givenName = '', patronymic = ''] = example.split(' ');
		return personValue({ familyName, givenName, patronymic, sex: null });
	}
	if (kind === 'words') return postValue(example);
	if (kind === 'day') return dayValue(example);
	if (kind === 'number') return Number(example);
	return kind === 'flag' ? true : example;
}
