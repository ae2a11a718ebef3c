import type { Operation, Schema } from '../scope/document.ts'
import { plainValue } from './shapes.ts'

/** Where a text stands in the input of an operation: `title`, `guardians[].name`. */
export type TextField = string

/** Every text of an operation's JSON body that is neither an id nor a word of a closed list. */
export function textFieldsOf(operation: Operation): TextField[] {
  return [...new Set(textsIn(operation.body['application/json'] ?? {}, ''))]
}

function textsIn(schema: Schema, at: string): TextField[] {
  const isText = schema.type === 'string' && schema.enum === undefined && schema.format !== 'uuid' && at !== ''
  return [
    ...(isText ? [at] : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((choice) => textsIn(choice, at)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => textsIn(field, at === '' ? name : `${at}.${name}`)),
    ...(schema.items === undefined ? [] : textsIn(schema.items, `${at}[]`)),
  ]
}

/** The input with texts in some of its fields; what a field stands in is made plain where the input does not have it. */
export function withTexts(operation: Operation, input: Record<string, unknown>, texts: Record<TextField, string>): Record<string, unknown> {
  const schema = operation.body['application/json'] ?? {}
  return Object.entries(texts).reduce<Record<string, unknown>>((filled, [field, text]) => (
    fill({ value: filled, schema, steps: field.replaceAll('[]', '.[]').split('.'), text }) as Record<string, unknown>), input)
}

type Filling = { value: unknown; schema: Schema; steps: readonly string[]; text: string }

function fill({ value, schema, steps, text }: Filling): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return text
  if (step === '[]') {
    const items = choiceWith(schema, ({ items }) => items !== undefined).items ?? {}
    const list = Array.isArray(value) && value.length > 0 ? value as unknown[] : [plainValue(items)]
    return [fill({ value: list[0], schema: items, steps: rest, text }), ...list.slice(1)]
  }
  const fields = choiceWith(schema, ({ properties }) => properties?.[step] !== undefined).properties ?? {}
  const held = typeof value === 'object' && value !== null ? value as Record<string, unknown> : {}
  return { ...held, [step]: fill({ value: held[step], schema: fields[step] ?? {}, steps: rest, text }) }
}

/** The schema itself or the one among its choices for which something is true. */
function choiceWith(schema: Schema, isIt: (schema: Schema) => boolean): Schema {
  if (isIt(schema)) return schema
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].map((choice) => choiceWith(choice, isIt)).find(isIt) ?? schema
}
