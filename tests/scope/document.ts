import type { FastifyInstance } from 'fastify'

/** A JSON schema, as far as the walk reads it. */
export type Schema = {
  type?: string; format?: string; pattern?: string; enum?: unknown[]
  properties?: Record<string, Schema>; required?: string[]; items?: Schema; anyOf?: Schema[]; oneOf?: Schema[]; allOf?: Schema[]
}

/** An operation of the OpenAPI document. */
export type Operation = {
  id: string
  method: string
  path: string
  parameters: { name: string; in: string; required: boolean; schema: Schema }[]
  /** Content type → schema of the body. */
  body: Record<string, Schema>
}

type Entry = {
  operationId: string; parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[]
  requestBody?: { content?: Record<string, { schema?: Schema }> }
}

/** Reads what the server says of itself. */
export async function readOperations(server: FastifyInstance): Promise<Operation[]> {
  const { paths } = (await server.inject('/api/openapi.json')).json() as { paths: Record<string, Record<string, Entry>> }
  return Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, entry]) => ({
    id: entry.operationId, method: method.toUpperCase(), path,
    parameters: (entry.parameters ?? []).map(({ name, in: place, required, schema }) => ({
      name, in: place, required: required ?? false, schema: schema ?? {} })),
    body: Object.fromEntries(Object.entries(entry.requestBody?.content ?? {}).map(([type, content]) => [type, content.schema ?? {}])),
  })))
}

/** Names of everything in the input that points to a record or a unit: `id`, `unitIds[]`, `visits[].caseId`, `unit`; a word of a list is none. */
export function pointersOf(operation: Operation): string[] {
  const fromParameters = operation.parameters
    .filter(({ name, schema, in: place }) => (place === 'path' && schema.enum === undefined) || isPointer(name, schema)).map(({ name }) => name)
  const fromBody = Object.values(operation.body).flatMap((schema) => pointersIn(schema, ''))
  return [...new Set([...fromParameters, ...fromBody])].toSorted()
}

function pointersIn(schema: Schema, at: string): string[] {
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((choice) => pointersIn(choice, at))
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => pointersIn(field, at === '' ? name : `${at}.${name}`))
  const items = schema.items === undefined ? [] : pointersIn(schema.items, `${at}[]`)
  const name = at.split('.').at(-1) ?? ''
  return [...(at !== '' && isPointer(name, schema) ? [at] : []), ...choices, ...fields, ...items]
}

function isPointer(name: string, schema: Schema): boolean {
  if (schema.format === 'uuid') return true
  return (name === 'unit' || name === 'unitCode') && (schema.type === 'string' || schema.type === undefined)
}
