import { defineConfig } from 'vitest/config';

const common = { environment: 'node', globalSetup: './test/global-setup.ts', isolate: true } as const;
const pure = [
	'src/core/**/*.test.ts',
	'src/modules/*/{engine,readers}/**/*.test.ts',
	'src/**/rules.test.ts',
	'src/**/rules/*.test.ts'
];
const withDatabase = ['src/**/*.test.{ts,tsx}', 'test/{walls,authorisation}/**/*.spec.{ts,tsx}'];

/** Tiers, from quick to slow; one of them: `vitest run --project unit`. */
export default defineConfig({
	test: {
		maxWorkers: 2,
		projects: [
			{ extends: true, test: { name: 'unit', include: pure, environment: 'node', testTimeout: 20_000 } },
			{
				extends: true,
				test: {
					...common,
					name: 'routes',
					include: withDatabase,
					exclude: pure,
					testTimeout: 20_000,
					hookTimeout: 60_000
				}
			},
			{
				extends: true,
				test: {
					...common,
					name: 'journeys',
					include: ['test/journeys/**/*.spec.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			},
			{
				extends: true,
				test: {
					...common,
					name: 'papers',
					include: ['test/papers/**/*.spec.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			},
			{
				extends: true,
				test: {
					...common,
					name: 'trust',
					include: ['test/trust/**/*.spec.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			}
		]
	}
});
