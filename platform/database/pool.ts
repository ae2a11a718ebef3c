import pg from 'pg'

/** A pool of connections signed in as one role. */
export type Pool = pg.Pool

// Plain dates stay text: pg would otherwise make a local-midnight Date out of 2026-03-05.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** Settings every connection starts with: the days of the product are days in China. */
const connectionSettings = '-c timezone=Asia/Shanghai -c datestyle=ISO,YMD'

/**
 * Opens a pool. Queries are pipelined: statements sent without waiting for each other share a round trip.
 * Streams (cursors, COPY) need `pipeline: false`.
 */
export function openPool(url: string, options: { max?: number; pipeline?: boolean; name?: string } = {}): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 8,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    application_name: options.name ?? 'xinhuo',
    options: connectionSettings,
    pipeline: options.pipeline ?? true,
  } as pg.PoolConfig)
  // A connection lost while idle is replaced by the next request; without a listener it would end the process.
  pool.on('error', () => {})
  return pool
}
