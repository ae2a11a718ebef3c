import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { findCluster } from './cluster-folder.ts'
import { endLeftovers } from './leftover.ts'
import { startOn, type EmbeddedServer } from './start.ts'
import { thisMachine } from './surroundings.ts'

const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '128MB',
  // Databases of a few seconds need no vacuum, and nobody reads their log from afar.
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  logging_collector: 'off',
  // Signing in costs next to nothing: the passwords of tests guard nothing.
  scram_iterations: '1',
}

/** A server for tests: fast instead of durable, in the temp folder, removed by stop(). */
export async function startTestServer(): Promise<EmbeddedServer> {
  await removeAbandoned()
  const folder = mkdtempSync(path.join(tmpdir(), `xinhuo-test-${process.pid}-`))
  chmodSync(folder, 0o711)
  const server = await startOn(thisMachine(), { folder, settings, durable: false }).catch((error: unknown) => {
    removeTestFolder(folder)
    throw error
  })
  await lightenPassword(server.superuserUrl)
  const stop = async () => {
    await server.stop()
    removeTestFolder(folder)
  }
  return { ...server, stop }
}

/** The superuser's password was made before the settings were known. */
async function lightenPassword(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`alter role postgres password ${client.escapeLiteral(new URL(url).password)}`)
  } finally {
    await client.end()
  }
}

/** Ends and removes the servers of test runs that were killed before they could. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^xinhuo-test-(\d+)-/.exec(name)?.[1]
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue
    const folder = path.join(realpathSync(tmpdir()), name)
    try {
      await endLeftovers(findCluster(folder).path, () => undefined)
      removeTestFolder(folder)
    } catch {
      // Another user's, or removed by another run at this moment: not ours to clear.
    }
  }
}

function removeTestFolder(folder: string): void {
  const cluster = existsSync(folder) ? findCluster(folder).path : folder
  const inside = path.dirname(cluster) === realpathSync(folder)
  if (!inside) rmSync(path.dirname(cluster), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}
