/** Chance that can be repeated: the same seed text gives the same numbers for ever. */
export type Random = {
  /** At least 0, below 1. */
  next: () => number
  /** A whole number from `low` to `high`, both possible. */
  whole: (low: number, high: number) => number
  chance: (probability: number) => boolean
  pick: <Item>(items: readonly Item[]) => Item
  /** One of the keys, each as often as its weight says. */
  weighted: <Key extends string>(weights: Readonly<Record<Key, number>>) => Key
  /** Up to `count` different items. */
  some: <Item>(items: readonly Item[], count: number) => Item[]
}

/** Chance from a seed text; different texts give unrelated sequences. */
export function randomFrom(seed: string): Random {
  const next = sfc32(hashText(seed))
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(next() * items.length)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick,
    weighted: (weights) => pickWeighted(weights, next()),
    some: (items, count) => shuffled(items, whole).slice(0, count),
  }
}

/** The items in another order, decided by `whole`. */
export function shuffled<Item>(items: readonly Item[], whole: Random['whole']): Item[] {
  const result = [...items]
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = whole(0, index)
    const [one, two] = [result[index] as Item, result[other] as Item]
    result[index] = two
    result[other] = one
  }
  return result
}

function pickWeighted<Key extends string>(weights: Readonly<Record<Key, number>>, at: number): Key {
  const keys = Object.keys(weights) as Key[]
  let rest = at * keys.reduce((sum, key) => sum + weights[key], 0)
  for (const key of keys) {
    rest -= weights[key]
    if (rest < 0) return key
  }
  const last = keys.at(-1)
  if (last === undefined) throw new RangeError('nothing to pick from')
  return last
}

export type Words = [number, number, number, number]

/** Four 32-bit words from a text, well mixed (cyrb128). */
export function hashText(text: string): Words {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    a = b ^ Math.imul(a ^ code, 597399067)
    b = c ^ Math.imul(b ^ code, 2869860233)
    c = d ^ Math.imul(c ^ code, 951274213)
    d = a ^ Math.imul(d ^ code, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  a ^= b ^ c ^ d
  return [a >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0]
}

/** Small fast counting generator; passes the usual test batteries, period about 2^128. */
function sfc32([first, second, third, fourth]: Words): () => number {
  let [a, b, c, d] = [first, second, third, fourth]
  const step = () => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let warmUp = 0; warmUp < 12; warmUp += 1) step()
  return step
}
