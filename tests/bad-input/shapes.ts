import type { Schema } from '../scope/document.ts'

/** An input that differs from a plain one in one field. */
export type Mutation = { field: string; what: string; value: unknown; mustBeRefused: boolean }

/** A plain value of a schema; where it cannot be guessed, a text. */
export function plainValue(schema: Schema): unknown {
  const chosen = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (chosen !== undefined) return plainValue(chosen)
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.type === 'integer' || schema.type === 'number') return 1
  if (schema.type === 'boolean') return false
  if (schema.type === 'array') return schema.items === undefined ? [] : [plainValue(schema.items)]
  if (schema.type === 'object') return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, plainValue(field)]))
  if (schema.format === 'uuid') return '01900000-0000-7000-8000-000000000000'
  return /\d/.test(schema.pattern ?? '') ? '2026' : '2026-03-10'
}

/** Every field of an object with every wrong thing in it. */
export function mutationsOf(schema: Schema): Mutation[] {
  return Object.entries(schema.properties ?? {}).flatMap(([field, inner]) => {
    const types = typesOf(inner)
    const wrongTypes: [string, unknown, boolean][] = [
      ['a number', -123.5, !types.has('number') && !types.has('integer') && types.size > 0],
      ['an array', ['x', [1]], !types.has('array') && types.size > 0],
      ['an object', { a: { b: 1 } }, !types.has('object') && types.size > 0],
      ['null', null, !types.has('null') && types.size > 0],
      // The size of a page is read from text as well.
      ['true', true, field !== 'limit' && !types.has('boolean') && types.size > 0],
      ['the text NaN', 'NaN', !types.has('string') && types.size > 0],
      ['10 kB of text', '长'.repeat(10_000), isShorterThan(inner, 10_000)],
      ['a huge number', 1e308, types.size > 0 && !types.has('number')],
      ['a polluting object', { ['__proto__']: { isAdmin: true }, constructor: { prototype: {} } }, false],
    ]
    return [
      ...wrongTypes.map(([what, value, mustBeRefused]) => ({ field, what, value, mustBeRefused })),
      ...(schema.required?.includes(field) === true ? [{ field, what: 'missing', value: undefined, mustBeRefused: true }] : []),
    ]
  })
}

function typesOf(schema: Schema): Set<string> {
  const own = schema.type === undefined ? (schema.enum === undefined ? [] : ['string']) : [schema.type]
  return new Set([...own, ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((choice) => [...typesOf(choice)])])
}

function isShorterThan(schema: Schema & { maxLength?: number }, length: number): boolean {
  const choices = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])] as (Schema & { maxLength?: number })[]
  return choices.every((choice) => (choice.type !== 'string' && choice.anyOf === undefined) || choice.enum !== undefined || choice.format === 'uuid'
    || (choice.maxLength ?? Infinity) < length || choice.anyOf !== undefined)
}
