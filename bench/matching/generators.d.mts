import type { MatchingInput } from '../../src/modules/matching/rules/input';

export function random(seed: number): () => number;
export const generators: Record<string, (mentees: number, places: number, seed: number) => MatchingInput>;
