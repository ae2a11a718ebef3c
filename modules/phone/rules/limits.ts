/** Numbers a city may change, each by a dated row `phone.<name>` of platform.settings. */
export type Limits = {
  /** Days without contact after which a phone wipes its day. */
  keptDays: number
  /** Wrong PINs after which it does so at once. */
  wrongPins: number
  /** Age in days at which a new sealing key is made. */
  sealingKeyDays: number
  /** Days for which the content of an arrival is kept after it was set aside or refused. */
  keptContentDays: number
}

/** Name of each setting, its default and what is possible at all. */
const known: Record<keyof Limits, { setting: string; usual: number; least: number; most: number }> = {
  keptDays: { setting: 'phone.kept-days', usual: 7, least: 1, most: 30 },
  wrongPins: { setting: 'phone.wrong-pins', usual: 5, least: 3, most: 20 },
  sealingKeyDays: { setting: 'phone.sealing-key-days', usual: 365, least: 30, most: 3650 },
  keptContentDays: { setting: 'phone.kept-content-days', usual: 90, least: 7, most: 730 },
}

/** The limits with what the city has set over the defaults; a value out of bounds is none. */
export function limitsOf(ofCity: Readonly<Record<string, unknown>>): Limits {
  const valueOf = ({ setting, usual, least, most }: (typeof known)['keptDays']) => {
    const set = ofCity[setting]
    return typeof set === 'number' && Number.isInteger(set) && set >= least && set <= most ? set : usual
  }
  return {
    keptDays: valueOf(known.keptDays), wrongPins: valueOf(known.wrongPins), sealingKeyDays: valueOf(known.sealingKeyDays),
    keptContentDays: valueOf(known.keptContentDays),
  }
}

/** Phones in use of one person. */
export const mostDevices = 5
/** Letters a minute from one address: many phones of a town share one. */
export const lettersPerMinute = 600
/** Letters a minute from one address that prove nothing: somebody is trying. */
export const strangeLettersPerMinute = 60
/** Questions of locked phones of one address in a minute. */
export const statesPerMinute = 60
