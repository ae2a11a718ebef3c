import type { Distance, PairingWishes } from '../contract.ts'

/** What wishes are compared with. */
export type WishedOf = { sex: 'male' | 'female'; skills: readonly string[] }

/** Which wishes a volunteer meets and which not, in words for a list. A language counts as known where a skill names it. */
export function fitOf(wishes: PairingWishes, volunteer: WishedOf): { fits: string[]; lacks: string[] } {
  const knows = (word: string) => volunteer.skills.some((skill) => skill.includes(word) || word.includes(skill))
  const wished = [
    ...(wishes.sex === null ? [] : [{ words: wishes.sex === 'female' ? '女志愿者' : '男志愿者', isMet: volunteer.sex === wishes.sex }]),
    ...wishes.languages.map((language) => ({ words: `会${language}`, isMet: knows(language) })),
    ...wishes.skills.map((skill) => ({ words: skill, isMet: knows(skill) })),
  ]
  return { fits: wished.filter(({ isMet }) => isMet).map(({ words }) => words), lacks: wished.filter(({ isMet }) => !isMet).map(({ words }) => words) }
}

/** The smallest place two units share, by their scope codes: same village, town, county or only the city. */
export function distanceOf(one: string, other: string): Distance {
  const shares = (end: number) => one.slice(0, end) === other.slice(0, end)
  if (shares(15) && !one.slice(11, 15).startsWith('0000')) return 'village'
  if (shares(11) && !one.slice(7, 11).startsWith('0000')) return 'town'
  return shares(7) && !one.slice(4, 7).startsWith('000') ? 'county' : 'city'
}
