import { purposeLines } from '../rules/purpose';

/** The goal of a plan and its tasks, each on a line of its own. */
export const Purpose = ({ text }: { text: string }) => (
	<>
		{purposeLines(text).map((line) => (
			<p>{line}</p>
		))}
	</>
);
