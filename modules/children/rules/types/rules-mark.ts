import { typeRules, type TypeRule } from './catalogue.ts'

/** A short mark of all rules and of the days of notice: when it changes, every card is derived anew. */
export const rulesMark = (noticeDays: number, rules?: readonly TypeRule[]): string =>
  `${rules === undefined ? ownHash : hashOf(rules)}-${noticeDays}`

/** FNV-1a over the characters: no secret depends on it, it only has to differ when the text does. */
function hashOf(rules: readonly TypeRule[]): string {
  let hash = 0x811c9dc5
  for (const character of JSON.stringify(rules)) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

const ownHash = hashOf(typeRules)
