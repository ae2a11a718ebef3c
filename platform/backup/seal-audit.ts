import { writeHead } from '#platform/audit/heads.ts'
import { sealBatch, sealSettledEntries } from '#platform/audit/seal.ts'
import { runAsCity } from '#platform/jobs/run-as-city.ts'
import { forEachCity, type OpenedInstallation } from './each-city.ts'

/** Seals every settled entry of every city, so that an archive holds a chain as long as it can be. */
export async function sealAudit(installation: OpenedInstallation): Promise<void> {
  await forEachCity(installation, async (ground, cityId) => {
    while (await runAsCity(ground, cityId, sealSettledEntries) >= sealBatch);
  })
}

/** Writes the present head of every city's chain outside the database. */
export async function writeHeads(installation: OpenedInstallation): Promise<void> {
  await forEachCity(installation, (ground, cityId) => runAsCity(ground, cityId, writeHead))
}
