/** A spreadsheet stores no more characters than this in one cell. */
const longestCellText = 32_767
const invisible = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFFE\uFFFF]/g
const loneSurrogate = /\p{Cs}/gu
const beginsFormula = /^[\s]*[=+\-@\t\r＝＋－＠]/

/**
 * What is written for a text that came from outside, so that no spreadsheet program ever runs it:
 * 1. every text goes into a string cell of text format, never into a formula;
 * 2. control and invisible characters are dropped, except line break and tab inside the text;
 * 3. a text that begins like a formula (= + - @, tab or carriage return, also full-width) is marked as quoted besides,
 *    so that it stays a text even when the cell is edited. The characters themselves are kept: +86… and -3 read as written.
 */
export function makeInert(text: string): { text: string; quoted: boolean } {
  const visible = text.replace(/\r\n?/g, '\n').replace(invisible, '').replace(loneSurrogate, '')
  const cut = visible.length > longestCellText ? `${visible.slice(0, longestCellText - 1).replace(loneSurrogate, '')}…` : visible
  return { text: cut, quoted: beginsFormula.test(text) || beginsFormula.test(cut) }
}

/** Text between tags. The format reads _x0041_ as a character code, so an underscore that looks like one is written as one. */
export function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
