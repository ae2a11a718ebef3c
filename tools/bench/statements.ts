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

/** What is the work itself: without begin, commit and the resolution of the session. */
export function workOf(statements: readonly Statement[]): Statement[] {
  return statements.filter(({ text }) => !/^(begin|commit|rollback)\b/i.test(text))
}

/** What a server without rules would run: no session, no audit, no idempotency key. */
export function bareOf(statements: readonly Statement[]): Statement[] {
  return workOf(statements).filter(({ text }) => !/app_begin|"audit"|audit\.entries|idempotency_keys/i.test(text))
}
