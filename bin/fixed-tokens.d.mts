export declare const fixedTokens: import('esbuild').Plugin;
