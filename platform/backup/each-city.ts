import type { MasterKeys } from '#platform/crypto/master-key.ts'
import { openPool, type Pool } from '#platform/database/pool.ts'
import type { DatabaseUrls } from '#platform/database/prepare.ts'
import type { Ground } from '#platform/http/bind.ts'
import { systemClock } from '#platform/http/clock.ts'

/** Database, data folder and keys of one installation. */
export type OpenedInstallation = { urls: DatabaseUrls; dataFolder: string; masterKeys: MasterKeys }

/** Runs work for each city, signed in as the worker. */
export async function forEachCity(
  { urls, dataFolder, masterKeys }: OpenedInstallation, work: (ground: Ground, cityId: number) => Promise<void>,
): Promise<void> {
  const pool = openPool(urls.worker, { max: 2, name: 'xinhuo-backup' })
  try {
    const { rows } = await pool.query<{ epoch: number }>('select epoch from platform.installation')
    const ground: Ground = { pool, clock: systemClock, installation: { epoch: rows[0]?.epoch ?? 1, dataFolder, masterKeys } }
    for (const cityId of await listCities(pool)) await work(ground, cityId)
  } finally {
    await pool.end()
  }
}

/** Whether the database holds a city yet; one that holds none needs no keys. */
export async function hasCities({ worker }: DatabaseUrls): Promise<boolean> {
  const pool = openPool(worker, { max: 1, name: 'xinhuo-backup' })
  try {
    return (await listCities(pool)).length > 0
  } finally {
    await pool.end()
  }
}

async function listCities(pool: Pool): Promise<number[]> {
  const { rows } = await pool.query<{ city_id: number }>('select city_id from access.list_cities()')
  return rows.map((row) => row.city_id)
}
