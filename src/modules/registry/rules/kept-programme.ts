import type { ProgrammeOutcome } from './registers';

/** Work in the programme as a mentorship keeps it. `to` and `outcome` are null while it goes on. */
export type KeptProgramme = {
	mentee: string;
	from: string;
	to: string | null;
	outcome: ProgrammeOutcome | null;
	partner: string | null;
	partnerNote: string;
	form: string;
};
