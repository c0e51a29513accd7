/** A field a template may ask for, as the list of fields tells it. */
export type FieldSpec = {
	name: string;
	about: string;
	example: string;
	kind: 'text' | 'words' | 'person' | 'day' | 'number' | 'flag' | 'list' | 'group';
	/** Of a list: what one line has; of a group: what stands after the dot. */
	fields?: readonly FieldSpec[];
};
