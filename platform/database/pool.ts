import pg from 'pg'

/** A pool of connections signed in as one role. */
export type Pool = pg.Pool

// Plain dates stay text: pg would otherwise make a local-midnight Date out of 2026-03-05.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** Settings every connection starts with: the days of the product are days in China. */
const connectionSettings = '-c timezone=Asia/Shanghai -c datestyle=ISO,YMD'

/**
 * Opens a pool. Queries are pipelined: statements sent without waiting for each other share a round trip.
 * Streams (cursors, COPY) need `pipeline: false`. Whoever waits for a connection is refused after `waitMillis`: ten seconds unless told, never with 0.
 */
export function openPool(url: string, options: { max?: number; pipeline?: boolean; name?: string; waitMillis?: number } = {}): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 8,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: options.waitMillis ?? 10_000,
    application_name: options.name ?? 'xinhuo',
    options: connectionSettings,
    pipeline: options.pipeline ?? true,
  } as pg.PoolConfig)
  pool.on('connect', options.pipeline ?? true ? gatherWrites : takeTurns)
  // A connection lost while idle is replaced by the next request; without a listener it would end the process.
  pool.on('error', () => {})
  return pool
}

/**
 * Statements issued in one turn of the event loop leave in one write: a system call costs about as much as a statement.
 * The stream is corked by the first of them and let go when the turn ends.
 */
function gatherWrites(client: pg.PoolClient): void {
  const { connection } = client as unknown as { connection: { stream: { cork(): void; uncork(): void } } }
  const query = client.query.bind(client) as (...parts: unknown[]) => unknown
  let isCorked = false
  client.query = ((...parts: unknown[]) => {
    if (!isCorked) {
      isCorked = true
      connection.stream.cork()
      process.nextTick(() => {
        isCorked = false
        connection.stream.uncork()
      })
    }
    return query(...parts)
  }) as typeof client.query
}

/** Without a pipeline the driver wants one question at a time: those asked together are put one after another, in their order. */
function takeTurns(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...parts: unknown[]) => unknown
  let last: Promise<unknown> = Promise.resolve()
  let open = 0
  client.query = ((...parts: unknown[]) => {
    // A stream is its own question and a callback has its own answer: whoever uses them waits by himself.
    if (isSubmittable(parts[0]) || typeof parts.at(-1) === 'function') return query(...parts)
    const run = open === 0 ? query(...parts) as Promise<unknown> : last.then(() => query(...parts))
    open++
    last = run.then(() => { open-- }, () => { open-- })
    return run
  }) as typeof client.query
}

const isSubmittable = (part: unknown): boolean => typeof part === 'object' && part !== null && 'submit' in part
