/**
 * Names of committees from names of divisions: 南充市 → 南充市关心下一代工作委员会 / 市关工委.
 * A committee belongs to a place, not to the residents' committee there, so 望南村村民委员会 gives 望南村.
 */
export type CommitteeLevel = 'province' | 'city' | 'county' | 'town' | 'village' | 'school' | 'enterprise' | 'agency'

export type CommitteeNames = {
  /** Name of the place or body as people say it: 望南村, 稻香路社区, 中城街道. */
  place: string
  /** The committee's full name as on its plaque. */
  full: string
  /** How people in the same county call it: 市关工委, 望南村关工委. */
  short: string
}

/** Committee names of a unit. `name` is the official name of the division, or the body's own name for schools and the like. */
export function nameCommittee({ level, name }: { level: CommitteeLevel, name: string }): CommitteeNames {
  const place = placeName(level, name)
  return { place, full: `${place}关心下一代工作委员会`, short: `${callingName(level, place)}关工委` }
}

/** The place behind an official name: without 村民委员会, 居民委员会, 办事处. */
export function placeName(level: CommitteeLevel, name: string): string {
  if (level === 'town') return name.replace(/街道办事处$/, '街道').replace(/地区办事处$/, '地区')
  if (level !== 'village') return name
  return name
    .replace(/村村民?委(员)?会$/, '村')
    .replace(/嘎查村?民?委(员)?会$/, '嘎查')
    .replace(/村民?委(员)?会$/, '村')
    .replace(/(社区|新村|村|苑|小区)(居民委员会|居委会)$/, '$1')
    .replace(/居民委员会$/, '居委会')
}

/** Province, city and county committees are called by their level alone: 省关工委, 市关工委, 区关工委, 县关工委. */
function callingName(level: CommitteeLevel, place: string): string {
  if (level === 'province') return place.endsWith('省') ? '省' : place.endsWith('自治区') ? '自治区' : '市'
  if (level === 'city') return /(州|盟|地区)$/.exec(place)?.[0] ?? '市'
  if (level === 'county') return /(自治县|自治旗|县|区|旗|市)$/.exec(place)?.[0]?.replace(/^自治/, '') ?? place
  return place
}
