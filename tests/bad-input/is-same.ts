/** The same text but for the cleaning we promise: blanks, width, invisible characters, the dot within a name. Of nothing else may anything be lost. */
export function isSame(sent: string, kept: unknown): boolean {
  if (kept === sent) return true
  const clean = (text: string) => text.normalize('NFKC').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Z}\s]/gu, '').replaceAll(/[・·•‧∙⋅･]/gu, '·')
  return typeof kept === 'string' ? clean(kept) === clean(sent) : kept == null && clean(sent) === ''
}
