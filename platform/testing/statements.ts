import type { Pool } from '#platform/database/pool.ts'

/** A statement as it went to the database. */
export type Statement = { text: string; values: unknown[] }

/** Notes every statement of a pool, so that the bare server can be given the very same ones. Must be called before the pool is used. */
export function listenToStatements(pool: Pool): { taken(): Statement[] } {
  let statements: Statement[] = []
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...parts: unknown[]) => unknown
    client.query = ((...parts: unknown[]) => {
      const [first, values] = parts
      if (typeof first === 'string') statements.push({ text: first, values: (values as unknown[] | undefined) ?? [] })
      else statements.push({ text: (first as Statement).text, values: (first as Statement).values })
      return query(...parts)
    }) as typeof client.query
  })
  return {
    taken: () => {
      const noted = statements
      statements = []
      return noted
    },
  }
}
