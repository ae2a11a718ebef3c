import type { FastifyInstance } from 'fastify'
import type { QueryResult } from 'pg'
import { modules } from '#apps/server/modules.ts'
import { openPool } from '#platform/database/pool.ts'
import { buildServer } from '#platform/http/server.ts'
import type { TestCity } from '#tests/city/open.ts'

/** A server that answers as the product does and keeps nothing: where a transaction would commit, its deferred rules are checked and it is undone. */
export async function serveUndone(city: TestCity): Promise<{ server: FastifyInstance; close(): Promise<void> }> {
  const pool = openPool(city.urls.app, { max: 4 })
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...parts: unknown[]) => Promise<QueryResult>
    const undo = async (): Promise<QueryResult> => {
      const checked = query('set constraints all immediate')
      const undone = query('rollback')
      await Promise.all([checked, undone])
      return { ...await undone, command: 'COMMIT' }
    }
    client.query = ((...parts: unknown[]) => (parts[0] === 'commit' ? undo() : query(...parts))) as typeof client.query
  })
  const server = await buildServer({ modules, ground: { ...city.ground, pool }, pageFolder: null, requestsPerMinute: 1_000_000 })
  return { server, close: async () => { await server.close(); await pool.end() } }
}
