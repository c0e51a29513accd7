import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Modules are loaded once a worker, not once a file: what a file makes it puts away by test/afterwards.ts. */
const shared = { isolate: false, setupFiles: './test/tidy.ts' };
const withServer = { ...shared, globalSetup: './test/global-setup.ts', hookTimeout: 300_000 };
const long = { ...withServer, testTimeout: 300_000 };

/** Needs no database: words, arithmetic, life cycles, understanding. */
const pure = [
	'src/{core,ui,browser}/**/*.test.{ts,tsx}',
	'src/modules/*/{engine,readers,rules}/**/*.test.ts',
	'src/modules/*/rules.test.ts',
	'src/config.test.ts',
	'test/understanding/**/*.spec.ts'
];

/** The longest walks begin first, so that two workers end together; a new clone has no earlier times to tell them by. */
const longest = ['every-screen', 'seed-year', 'letters', 'matrix', 'backup', 'start-and-stop'];
class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]) {
		const place = ({ moduleId }: TestSpecification) => {
			const found = longest.findIndex((name) => moduleId.includes(`/${name}.`));
			return found < 0 ? longest.length : found;
		};
		return (await super.sort(files)).sort((a, b) => place(a) - place(b));
	}
}

/**
 * Tiers, one after another, from quick to slow; one of them: `npm test -- --project routes`.
 * What starts servers and browsers has the machine to itself.
 */
export default defineConfig({
	test: {
		sequence: { sequencer: LongestFirst },
		projects: [
			{
				test: {
					...shared,
					name: 'unit',
					include: pure,
					testTimeout: 120_000,
					maxWorkers: 2,
					sequence: { groupOrder: 1 }
				}
			},
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
