import type { Layout } from '../layouts';
import type { Manner } from './page';
import { pdf } from './table';

const file =
	(manner: Manner): Layout =>
	(plan) => ({ name: 'plan.pdf', bytes: pdf(manner)(plan) });

/** The same roadmap as PDF: drawn in different manners, its words coming in different orders. */
export const pdfLayouts = {
	'pdf, grid': file({ drawn: 'grid', padding: 2, broken: true }),
	'pdf, grid, landscape, head again': file({
		drawn: 'grid',
		padding: 2,
		landscape: true,
		headAgain: true,
		running: 'МБОУ «Школа» | План наставничества'
	}),
	'pdf, grid, by letters': file({ drawn: 'grid', padding: 0, order: 'by letters', middle: true, broken: true }),
	'pdf, lines across': file({ drawn: 'lines across', padding: 2, headAgain: true }),
	'pdf, lines across, by lines': file({
		drawn: 'lines across',
		padding: 1,
		order: 'by lines',
		running: 'Дорожная карта наставничества'
	}),
	'pdf, grounds': file({ drawn: 'grounds', padding: 2, middle: true }),
	'pdf, no lines, rows apart': file({ drawn: 'nothing', padding: 5, order: 'by lines', headAgain: true }),
	'pdf, no lines, by letters': file({ drawn: 'nothing', padding: 4, order: 'by letters', running: 'Наставничество' }),
	'pdf, no lines, tight': file({ drawn: 'nothing', padding: 0 }),
	'pdf, no lines, landscape': file({ drawn: 'nothing', padding: 3, landscape: true, broken: true })
} satisfies Record<string, Layout>;
