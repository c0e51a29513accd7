/** What a file may cost us. A school's roadmap is some 50 KB; these leave a hundredfold room and stop bombs. */
export const maxFileBytes = 32 * 1024 * 1024;
export const maxTextLength = 20_000_000;
export const maxZipEntries = 5_000;
/** Of one part after unpacking, and of all parts we read. */
export const maxPartBytes = 96 * 1024 * 1024;
export const maxUnpackedBytes = 160 * 1024 * 1024;
/** Ordinary Word parts pack 5 to 30 times; a table of empty rows up to 200. */
export const maxRatio = 1_000;
export const ratioMattersFrom = 1024 * 1024;
export const maxDepth = 200;
/** Elements of a page begun and not ended: a parser pays for each with all that are open. */
export const maxOpenElements = 10_000;
export const maxRows = 60_000;
/** Rows are seldom wider than eight cells; a table of sixty thousand rows may be no wider. */
export const maxCells = 480_000;
/** Lines outside tables, be they cells one under another. */
export const maxLines = 250_000;
export const maxColumns = 64;
export const maxCellLength = 200_000;
