/** Fewer children than this of one band are too few to name the county. */
export const leastOfBand = 5

type Place = { name: string; hasMany: boolean }

/** What the public learns of where a child lives and how old it is: the county; the city where the county has too few of the band; then no band either. */
export function publicPlace({ county, city, band }: { county: Place | null; city: Place; band: string }): { area: string; ageBand: string | null } {
  if (county?.hasMany === true) return { area: county.name, ageBand: band }
  return { area: city.name, ageBand: city.hasMany ? band : null }
}

const whatWords = { child: '孩子的姓名', guardian: '家长的姓名', number: '号码', house: '住址', address: '住址', school: '学校', place: '所在的村镇' } as const

/** The sentence beside a text that names the child. */
export const namingSentence = ({ word, what }: { word: string; what: keyof typeof whatWords }): string =>
  `“${word}”会让人认出孩子（${whatWords[what]}），请改写后再保存。公开的文字里不能有姓名、号码、住址和学校。`
