import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { ListedChild } from '../../rules/lists/read-list-row.ts'
import { nameAndBirthHash, numberHash, pinyinAndBirthHash } from '../steps/person-hash.ts'

/** Who in the city may be the child of a row. */
export type Match = {
  /** The number is the same: that proves it. */
  isSameNumber: boolean
  /** How it was recognised. */
  kind: 'number' | 'name-and-birth' | 'pinyin-and-birth'
  childId: string
  unitId: string
  /** Status of a card inside the own range; null elsewhere. */
  status: string | null
}

/** What of a child is looked for. */
export type Named = Pick<ListedChild, 'name' | 'birthOn' | 'paperNumber'>

/** Asks once for all rows who in the whole city is registered under the number, the name or its pinyin with the birth date. */
export async function matchListed(context: Context, listed: readonly Named[]): Promise<Match[][]> {
  const { searchKey } = context.installation.masterKeys
  const asked = listed.flatMap(({ name, birthOn, paperNumber }, at) => [
    ...(paperNumber === null ? [] : [{ at, hash: numberHash(searchKey, paperNumber) }]),
    { at, hash: nameAndBirthHash(searchKey, name, birthOn) }, { at, hash: pinyinAndBirthHash(searchKey, name, birthOn) }])
  const { tx, actor } = context
  const { rows } = await sql<Omit<Match, 'isSameNumber'> & { at: number }>`
    select asked.at, held.kind, coalesce(child.merged_into_id, held.child_id) as child_id, held.unit_id, coalesce(going.status, child.status) as status
      from unnest(${asked.map(({ at }) => at)}::int[], ${asked.map(({ hash }) => hash)}::bytea[]) as asked (at, hash)
      join children.person_index held on held.city_id = ${actor.cityId} and held.hash = asked.hash
      left join children.children child on child.city_id = ${actor.cityId} and child.id = held.child_id
      left join children.children going on going.city_id = ${actor.cityId} and going.id = child.merged_into_id
     where held.kind <> 'guardian-phone'`.execute(tx)
  const found: Match[][] = listed.map(() => [])
  for (const { at, ...match } of rows) found[at]?.push({ ...match, isSameNumber: match.kind === 'number' })
  return found
}
