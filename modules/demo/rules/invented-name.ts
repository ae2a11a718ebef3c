import { famousNames, generations, surnameShares } from './name-characters.ts'
import type { Generation, NameCharacters } from './name-characters.ts'
import type { Sex } from './plan.ts'
import type { Random } from './random.ts'

const surnames = Object.keys(surnameShares)
const shareUpTo: number[] = []
for (const surname of surnames) shareUpTo.push((shareUpTo.at(-1) ?? 0) + (surnameShares[surname] ?? 0))

/** A surname as often as people bear it. */
export function inventSurname(random: Random): string {
  const at = random.next() * (shareUpTo.at(-1) ?? 0)
  let [low, high] = [0, shareUpTo.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((shareUpTo[middle] ?? 0) > at) high = middle
    else low = middle + 1
  }
  return surnames[low] ?? '王'
}

type NameWish = {
  sex: Sex
  /** Decides what names were in use. */
  birthYear: number
  /** Given for children of a named father; otherwise invented. */
  surname?: string
}

/** A full name that suits sex and year of birth and is nobody's whom everybody knows. */
export function inventName(random: Random, { sex, birthYear, surname }: NameWish): string {
  const characters = generationOf(birthYear)[sex]
  for (;;) {
    const name = (surname ?? inventSurname(random)) + inventGivenName(random, characters)
    if (!famousNames.has(name)) return name
  }
}

function generationOf(birthYear: number): Generation {
  const generation = generations.findLast(({ from }) => from <= birthYear) ?? generations[0]
  if (!generation) throw new RangeError('no generation of names')
  return generation
}

function inventGivenName(random: Random, { single, first, last, doubled, singleShare }: NameCharacters): string {
  const pickFrom = (text: string) => text.charAt(Math.floor(random.next() * text.length))
  if (doubled !== '' && random.chance(0.04)) return pickFrom(doubled).repeat(2)
  if (random.chance(singleShare)) return pickFrom(single)
  const beginning = pickFrom(first)
  const end = pickFrom(last)
  return beginning === end ? beginning : beginning + end
}
