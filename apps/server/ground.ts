import { hasMasterKeys, KeyFileRefused, loadMasterKeys, loadOrCreateMasterKeys } from '#platform/crypto/master-key.ts'
import { openDatabase, StartRefused, type OpenDatabase, type OpenOptions } from '#platform/database/open.ts'
import { openPool, type Pool } from '#platform/database/pool.ts'
import { systemClock } from '#platform/http/clock.ts'
import type { Ground } from '#platform/http/bind.ts'

/** Everything a running program stands on, for the server and the command line alike. */
export type RunningGround = Ground & { database: OpenDatabase; cities: CityRow[]; stop(): Promise<void> }

/** A city of this installation. */
export type CityRow = { cityId: number; name: string }

/** Opens the database, the keys and the pool. `stop` closes them in the opposite order. */
export async function openGround(options: OpenOptions): Promise<RunningGround> {
  const database = await openDatabase(options)
  const pool = openPool(database.urls.app, { name: 'xinhuo' })
  const stop = async () => {
    await pool.end()
    await database.stop()
  }
  try {
    const { epoch, cities } = await readState(pool)
    // A database that already holds people needs the key that sealed them: a new one would be of no use.
    const masterKeys = cities.length > 0 && !hasMasterKeys(options.dataFolder) ? loadMasterKeys(options.dataFolder) : loadOrCreateMasterKeys(options.dataFolder)
    return { pool, clock: systemClock, installation: { epoch, dataFolder: options.dataFolder, masterKeys }, database, cities, stop }
  } catch (error) {
    await stop()
    throw error instanceof KeyFileRefused ? new StartRefused(error.sentence, error) : error
  }
}

/** The cities of the installation as they are now. */
export async function readCities(pool: Pool): Promise<CityRow[]> {
  const { rows } = await pool.query<{ city_id: number; name: string }>('select city_id, name from access.list_cities()')
  return rows.map((row) => ({ cityId: row.city_id, name: row.name }))
}

async function readState(pool: Pool): Promise<{ epoch: number; cities: CityRow[] }> {
  const installation = await pool.query<{ epoch: number }>('select epoch from platform.installation')
  return { epoch: installation.rows[0]?.epoch ?? 1, cities: await readCities(pool) }
}
