/** Signs of a code that are read aloud without mistaking one for another. */
export const codeSigns = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
/** Signs of a code; five bits of chance each. */
export const codeLength = 16

/** A code out of chance: the number of the city, then signs. */
export const makeTraceCode = (cityId: number, chance: Uint8Array): string =>
  `${cityId}-${[...chance.subarray(0, codeLength)].map((byte) => codeSigns[byte % codeSigns.length]).join('')}`

/** A code as it stands on paper: signs in fours. */
export const showTraceCode = (code: string): string => code.replace(/^(\d+)-(.{4})(.{4})(.{4})(.{4})$/, '$1-$2-$3-$4-$5')

/** Reads a code as somebody types it from paper; undefined when it is none. */
export function readTraceCode(text: string): { cityId: number; code: string } | undefined {
  const plain = text.normalize('NFKC').toUpperCase().replaceAll(/[\s‐–—−]/g, (sign) => (sign.trim() === '' ? '' : '-'))
  const [, city, signs] = /^(\d{1,9})-?((?:[A-HJ-NP-Z2-9]-?){16})$/.exec(plain) ?? []
  if (city === undefined || signs === undefined) return undefined
  return { cityId: Number(city), code: `${Number(city)}-${signs.replaceAll('-', '')}` }
}
