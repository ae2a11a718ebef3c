import type { Context } from '#platform/http/context.ts'
import { findNaming, type Naming } from '../../rules/privacy/naming.ts'
import { keyOf, openGuardian, openIdentity } from './identity.ts'
import { loadSealed } from './load-child.ts'
import { listRecordIds } from './merged-records.ts'

type Wanted = {
  text: string
  /** Names of places that name the child too. */
  places?: readonly string[]
  /** What is looked for; everything when left out. */
  only?: readonly Naming['what'][]
}

/**
 * The word of a text by which a child of the caller's range could be recognised, for whoever publishes something about it. Nothing of the
 * file is told: only what the caller wrote is judged, by every record of the child. Undefined also where the child was erased.
 */
export async function findNamingWord(
  context: Context, { childId, ...wanted }: { childId: string } & Wanted,
): Promise<Naming | undefined> {
  for (const recordId of await listRecordIds(context, childId)) {
    const found = await findInRecord(context, { childId: recordId, ...wanted })
    if (found !== undefined) return found
  }
  return undefined
}

async function findInRecord(
  context: Context, { childId, text, places = [], only }: { childId: string } & Wanted,
): Promise<Naming | undefined> {
  const { tx, actor, installation } = context
  const sealed = await loadSealed(context, childId)
  if (sealed === undefined || sealed.wrapped === null || sealed.sealed === null) return undefined
  const place = { cityId: actor.cityId, childId }
  const key = keyOf(installation.masterKeys, sealed.wrapped, place)
  const { name, paperNumber, phone, address, school } = openIdentity(key, place, sealed.sealed)
  const rows = await tx.selectFrom('children.guardians').select(['id', 'sealed']).where('cityId', '=', actor.cityId).where('childId', '=', childId).execute()
  const guardians = rows.flatMap((row) => (row.sealed === null ? [] : [openGuardian(key, place, row.id, row.sealed)]))
  const numbers = [paperNumber, phone, ...guardians.flatMap((guardian) => [guardian.phone, guardian.idNumber])].filter((number) => number !== null)
  return findNaming(text, { name, numbers, guardians: guardians.map((guardian) => guardian.name), address, school, places }, only)
}
