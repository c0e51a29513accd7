import { defineConfig } from 'vitest/config';

const withServer = { globalSetup: './test/global-setup.ts', hookTimeout: 300_000 };
const long = { ...withServer, testTimeout: 300_000 };

/** Needs no database: words, arithmetic, life cycles, understanding. */
const pure = [
	'src/{core,ui,browser}/**/*.test.{ts,tsx}',
	'src/modules/*/{engine,readers,rules}/**/*.test.ts',
	'src/modules/*/rules.test.ts',
	'src/config.test.ts',
	'test/understanding/**/*.spec.ts'
];

/**
 * Tiers, one after another, from quick to slow; one of them: `npm test -- --project routes`.
 * What starts servers and browsers has the machine to itself.
 */
export default defineConfig({
	test: {
		projects: [
			{ test: { name: 'unit', include: pure, testTimeout: 120_000, maxWorkers: 2, sequence: { groupOrder: 1 } } },
			{
				test: {
					...withServer,
					name: 'routes',
					include: ['src/**/*.test.{ts,tsx}', 'test/{walls,authorisation}/**/*.spec.{ts,tsx}'],
					exclude: pure,
					testTimeout: 120_000,
					maxWorkers: 2,
					sequence: { groupOrder: 2 }
				}
			},
			{
				test: {
					...long,
					name: 'papers',
					include: ['test/papers/**/*.spec.ts'],
					maxWorkers: 1,
					sequence: { groupOrder: 3 }
				}
			},
			{
				test: {
					...long,
					name: 'journeys',
					include: ['test/journeys/**/*.spec.ts'],
					maxWorkers: 2,
					sequence: { groupOrder: 4 }
				}
			},
			{
				test: {
					...long,
					name: 'trust',
					include: ['test/trust/**/*.spec.ts'],
					maxWorkers: 2,
					sequence: { groupOrder: 5 }
				}
			}
		]
	}
});
