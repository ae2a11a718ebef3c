import type { ColumnSpec } from './find-header.ts'

/** What is wrong with the headings an import knows: each heading is a word, and means one column only. For tests of column lists. */
export function headingFaults(columns: readonly ColumnSpec[]): string[] {
  const claims = columns.flatMap(({ key, title, synonyms }) => [title, ...synonyms].map((heading) => ({ key, heading })))
  const blank = claims.filter(({ key, heading }) => key === '' || heading.trim() === '').map(({ key }) => `a blank heading of ${key}`)
  const shared = [...Map.groupBy(claims, ({ heading }) => heading)].filter(([, sharing]) => sharing.length > 1)
  return [...blank, ...shared.map(([heading, sharing]) => `${heading} means ${sharing.map(({ key }) => key).join(' and ')}`)]
}
