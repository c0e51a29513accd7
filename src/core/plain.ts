/** Text as it is compared: no capitals, ё is е. In SQL: translate(lower(text collate "ru-x-icu"), 'ё', 'е'). */
export const plain = (text: string) => text.toLocaleLowerCase('ru').replaceAll('ё', 'е');

/** A word anywhere in a text, for LIKE; its signs are plain letters. */
export const like = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;
