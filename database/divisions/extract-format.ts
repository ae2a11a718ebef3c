/**
 * The form of the extract, shared by its maker and its reader.
 *
 * Line 1 is `xinhuo-divisions 1 <bytes of the header>`, then the header as JSON, then one brotli body per prefecture, so that
 * one prefecture is read without the nation. A body is UTF-16 text (a tenth smaller than UTF-8 after brotli): the names
 * in order of their codes, one a line, a zero character, and the codes as a string of steps.
 */
export const extractFile = new URL('./china-2023-06-30.divisions', import.meta.url)

export const magic = 'xinhuo-divisions 1'

/** One prefecture in the header: official code of four digits, official name, province, place of its body, counts. */
export type IndexEntry = {
  code: string
  name: string
  provinceCode: string
  provinceName: string
  /** First byte of the body, counted from the end of the header. */
  offset: number
  bytes: number
  counties: number
  towns: number
  villages: number
}

export type ExtractHeader = {
  /** npm package the names come from. */
  source: string
  version: string
  licence: string
  /** Day the divisions are valid for, as the statistics bureau published them. */
  date: string
  counts: { provinces: number, prefectures: number, counties: number, towns: number, villages: number }
  /** SHA-256 over `code name\n` of every county, town and village in order of code; proves that nothing was lost. */
  digest: string
  prefectures: IndexEntry[]
}

/** Frequent ends of village names, each written as one control character. Longer ones first: the first that fits is taken. */
const endings = ['社区居民委员会', '村村民委员会', '村民委员会', '居民委员会', '社区居委会', '村村委会', '村委会', '居委会', '社区']

export function shortenName(name: string): string {
  const index = endings.findIndex((ending) => name.endsWith(ending))
  const ending = endings[index]
  return ending === undefined ? name : name.slice(0, -ending.length) + String.fromCharCode(index + 1)
}

export function restoreName(written: string): string {
  const ending = endings[written.charCodeAt(written.length - 1) - 1]
  return ending === undefined ? written : written.slice(0, -1) + ending
}
