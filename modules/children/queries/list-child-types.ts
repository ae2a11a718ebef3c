import type { Context } from '#platform/http/context.ts'
import { mustReadChildren } from '../access.ts'
import { isSensitiveType, typeRules } from '../rules/types/catalogue.ts'
import { typeNames } from '../rules/words.ts'

/** Every type with the rule that makes it, its document and the days for which it holds. */
export async function listChildTypes(context: Context) {
  mustReadChildren(context.actor)
  return {
    items: typeRules.map(({ when: _when, ...rule }) => ({ ...rule, name: typeNames[rule.type], isSensitive: isSensitiveType(rule.type) })),
  }
}
