import type { ActContent } from './act';

/** An act the program knows. `basis`: how a paper leans on it, after «в соответствии с». */
export type KnownAct = ActContent & { code: string; basis?: string };

type Told = Pick<KnownAct, 'code' | 'form' | 'title' | 'from'> & Partial<KnownAct>;
export const act = (told: Told): KnownAct => ({
	...{
		level: 'federal',
		body: '',
		number: '',
		signedOn: null,
		to: null,
		replacedBy: '',
		link: '',
		note: '',
		unsure: false
	},
	...told
});

export const ministry = 'Минпросвещения России';
export const law = 'Федеральный закон';
