import { AsyncLocalStorage } from 'node:async_hooks'
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import type { FastifyInstance } from 'fastify'
import { modules } from '#apps/server/modules.ts'
import { openPool } from '#platform/database/pool.ts'
import { buildServer } from '#platform/http/server.ts'
import type { TestCity } from '#tests/city/open.ts'

/** A server that does everything to the end, keeps nothing, and tells what it would have kept. */
export type UndoneServer = {
  /** Sends a request; `kept` are the texts that reached the database as parameters, and those that were sealed on the way. */
  try(request: { method: string; url: string; cookie: string; payload?: unknown }): Promise<{ answer: Tried; kept: ReadonlySet<string> }>
  close(): Promise<void>
}

/** What came back. */
export type Tried = Awaited<ReturnType<FastifyInstance['inject']>>

const listening = new AsyncLocalStorage<Set<string>>()

/** Opens a second server on the city: its transactions check every constraint and are then rolled back, so that one record serves any number of requests. */
export async function openUndoneServer(city: TestCity): Promise<UndoneServer> {
  const pool = openPool(city.urls.app, { max: 4 })
  pool.on('connect', undoAtCommit)
  const server = await buildServer({ modules, ground: { ...city.ground, pool }, pageFolder: null, requestsPerMinute: 1_000_000 })
  const hear = hearSealing()
  return {
    try: async ({ method, url, cookie, payload }) => {
      const kept = new Set<string>()
      const answer = await listening.run(kept, async () => server.inject({
        method: method as 'POST', url: `/api${url}`, headers: { cookie, ...(payload === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }),
      }))
      return { answer, kept }
    },
    close: async () => {
      hear.stop()
      await server.close()
      await pool.end()
    },
  }
}

type Query = (...parts: unknown[]) => Promise<unknown>

function undoAtCommit(client: { query: unknown }): void {
  const query = (client.query as Query).bind(client)
  client.query = async (...parts: unknown[]) => {
    if (parts[0] === 'commit') {
      await query('set constraints all immediate')
      await query('rollback')
      // As a commit answers: what it would have kept was checked to the end.
      return { command: 'COMMIT' }
    }
    const values = (parts[0] as { values?: unknown }).values ?? parts[1]
    note(values, listening.getStore())
    return query(...parts)
  }
}

/** Every text in a value, also within lists, objects and JSON. */
function note(value: unknown, kept: Set<string> | undefined): void {
  if (kept === undefined || value === null || value === undefined || value instanceof Date || value instanceof Uint8Array) return
  if (typeof value === 'string') {
    kept.add(value)
    if (/^[[{]/.test(value)) note(parsed(value), kept)
  } else if (typeof value === 'object') {
    for (const each of Object.values(value)) note(each, kept)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Hears what is sealed: the database gets only its cipher. That a seal opens again is shown by the tests of the envelope. */
function hearSealing(): { stop(): void } {
  const original = crypto.createCipheriv
  crypto.createCipheriv = ((...parts: Parameters<typeof original>) => {
    const cipher = original(...parts)
    const update = cipher.update.bind(cipher) as (...given: unknown[]) => Buffer
    cipher.update = ((...given: unknown[]) => {
      if (given[0] instanceof Uint8Array) note(Buffer.from(given[0]).toString('utf8'), listening.getStore())
      return update(...given)
    }) as typeof cipher.update
    return cipher
  }) as typeof original
  syncBuiltinESMExports()
  return {
    stop: () => {
      crypto.createCipheriv = original
      syncBuiltinESMExports()
    },
  }
}
