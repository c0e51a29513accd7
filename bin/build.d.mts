/** Answers with the folder of what was built. */
export declare function build(): Promise<string>;
