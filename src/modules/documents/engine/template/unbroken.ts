/** The number of a paper as it is printed: «16/1-О» does not part at its hyphen. */
export const wholeNumber = (number: string) => number.replaceAll('-', '\u2011');

/** A number begins no line and ends none in its middle: «№ АЗ-1128/08/657». */
export const unbroken = (text: string) =>
	text.replace(/№ (\S*)/g, (_, number: string) => `№\u00a0${number.startsWith('{') ? number : wholeNumber(number)}`);
