import { sealBatch, sealSettledEntries } from '#platform/audit/seal.ts'
import type { MasterKeys } from '#platform/crypto/master-key.ts'
import { openPool } from '#platform/database/pool.ts'
import type { DatabaseUrls } from '#platform/database/prepare.ts'
import type { Ground } from '#platform/http/bind.ts'
import { systemClock } from '#platform/http/clock.ts'
import { runAsCity } from '#platform/jobs/run-as-city.ts'

/** Database, data folder and keys of one installation. */
export type OpenedInstallation = { urls: DatabaseUrls; dataFolder: string; masterKeys: MasterKeys }

/** Seals every settled entry of every city, so that an archive holds a chain as long as it can be. */
export async function sealAudit(installation: OpenedInstallation): Promise<void> {
  await forEachCity(installation, async (ground, cityId) => {
    while (await runAsCity(ground, cityId, sealSettledEntries) >= sealBatch);
  })
}

/** Runs work for each city, signed in as the worker. */
export async function forEachCity(
  { urls, dataFolder, masterKeys }: OpenedInstallation, work: (ground: Ground, cityId: number) => Promise<void>,
): Promise<void> {
  const pool = openPool(urls.worker, { max: 2, name: 'xinhuo-backup' })
  try {
    const { rows } = await pool.query<{ epoch: number }>('select epoch from platform.installation')
    const ground: Ground = { pool, clock: systemClock, installation: { epoch: rows[0]?.epoch ?? 1, dataFolder, masterKeys } }
    const cities = await pool.query<{ city_id: number }>('select city_id from access.list_cities()')
    for (const city of cities.rows) await work(ground, city.city_id)
  } finally {
    await pool.end()
  }
}
