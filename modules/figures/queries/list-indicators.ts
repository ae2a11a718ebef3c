import type { Context } from '#platform/http/context.ts'
import { mustReadFigures } from '../access.ts'
import type { IndicatorEntry } from '../contract.ts'
import type { Indicator } from '../rules/indicator.ts'

/** The dictionary: every indicator in every version. */
export async function listIndicators(context: Context): Promise<{ items: IndicatorEntry[] }> {
  mustReadFigures(context.actor)
  const indicators = await listAllIndicators(context)
  return { items: indicators.map((one) => ({ ...one, id: `${one.code}@${one.version}` })) }
}

/** Every indicator in every version, in the order in which they are shown. */
export async function listAllIndicators({ tx }: Context): Promise<Indicator[]> {
  const rows = await tx.selectFrom('figures.indicators').select([
    'code', 'version', 'validFrom', 'validUntil', 'name', 'definition', 'groupName as group', 'countedIn as unit', 'kind', 'counting', 'timing', 'measures',
    'numeratorCode', 'denominatorCode', 'scale', 'source', 'wordSource']).orderBy('sortOrder').orderBy('version').execute()
  return rows as Indicator[]
}
