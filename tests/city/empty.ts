import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { inject } from 'vitest'
import { modules } from '#apps/server/modules.ts'
import { openPool } from '#platform/database/pool.ts'
import { migrateDatabase, urlsOf, type DatabaseUrls } from '#platform/database/prepare.ts'
import { fixedClock } from '#platform/http/clock.ts'
import { buildServer } from '#platform/http/server.ts'
import type { Ground } from '#platform/http/bind.ts'
import { testInstallation } from './installation.ts'
import { emptyTemplate, testServerUrl } from './provided.ts'

/** An empty installation on the test server, for a loader to fill. */
export type EmptyInstallation = {
  urls: DatabaseUrls
  owner: pg.Client
  ground: Ground
  serve(): Promise<FastifyInstance>
  close(): Promise<void>
}

/** Makes a database of its own, migrated and empty, with keys of its own. */
export async function openEmptyInstallation(now: string): Promise<EmptyInstallation> {
  const superuserUrl = inject(testServerUrl)
  const database = `d_${randomBytes(6).toString('hex')}`
  await once(superuserUrl, `create database ${database} template ${emptyTemplate} strategy file_copy`)
  const urls = urlsOf(superuserUrl, database, { app: 'test', worker: 'test' })
  // The migrations are all applied; what belongs to the database and not into it is not copied with it.
  await migrateDatabase(urls)
  const owner = new pg.Client({ connectionString: urls.owner, options: '-c timezone=Asia/Shanghai' })
  await owner.connect()
  const pool = openPool(urls.app, { max: 4 })
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'xinhuo-loaded-'))
  const ground: Ground = { pool, clock: fixedClock(now), installation: await testInstallation(dataFolder) }
  const servers: FastifyInstance[] = []
  return {
    urls, owner, ground,
    serve: async () => {
      const server = await buildServer({ modules, ground, pageFolder: null, requestsPerMinute: 1_000_000 })
      servers.push(server)
      return server
    },
    close: async () => {
      await Promise.all(servers.map((server) => server.close()))
      await Promise.all([pool.end(), owner.end()])
      await once(superuserUrl, `drop database ${database} with (force)`)
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

async function once(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
