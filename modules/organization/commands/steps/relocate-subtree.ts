import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import { scopeHi, scopeLo } from '#platform/values/scope-code.ts'
import { endFacts, recordFacts } from '#modules/figures/index.ts'
import { findFreeCode } from '../../queries/find-free-code.ts'
import { lockSubtree, type LockedUnit } from '../../queries/lock-unit.ts'
import { seatFact, termFacts, titleOf, vacancyFact, type FactUnit } from './post-rows.ts'
import { keepFormerStates } from './record-change.ts'
import { unitFacts } from './unit-rows.ts'

/** Code of a unit before and after. */
export type Recoding = { unitId: string; from: string; to: string }

/**
 * Puts a unit and all below it under another parent: new codes, former ones kept, stocks counted at the new place from the day on.
 * The rows and stocks of other modules follow by the job that reads organization.relocations.
 */
export async function relocateSubtree(context: Context, moved: { root: LockedUnit; parent: LockedUnit; on: LocalDate }): Promise<Recoding[]> {
  const { root, parent, on } = moved
  const [members, rootCode] = await Promise.all([lockSubtree(context, root), findFreeCode(context, parent.code)])
  if (members.length > 1 && rootCode.length !== root.code.length) throw new Refusal('WRONG_PARENT')
  const recoded = members.map((unit) => {
    const code = rootCode + unit.code.slice(root.code.length)
    return { unit, code, lo: scopeLo(code), hi: scopeHi(code), parentId: unit.id === root.id ? parent.id : unit.parentId }
  })
  await keepFormerStates(context, members, on)
  await writeCodes(context, recoded, on)
  await requestRelocations(context, recoded, on)
  for (const { unit, lo } of recoded.filter((each) => each.unit.closedOn === null)) await recountAt(context, unit, { scopeLo: lo, on })
  return recoded.map(({ unit, code }) => ({ unitId: unit.id, from: unit.code, to: code }))
}

type Recoded = { unit: LockedUnit; code: string; lo: string; hi: string; parentId: string | null }

async function writeCodes({ tx, actor, now }: Context, recoded: Recoded[], on: LocalDate): Promise<void> {
  const rows = JSON.stringify(recoded.map(({ unit, code, lo, hi, parentId }) => ({ id: unit.id, code, lo, hi, parent_id: parentId })))
  await Promise.all([
    tx.insertInto('organization.unitCodes').values(recoded
      .map(({ unit }) => ({ cityId: actor.cityId, code: unit.code, unitId: unit.id, untilOn: addDays(on, -1) }))).execute(),
    sql`update organization.units unit set code = moved.code, scope_lo = moved.lo, scope_hi = moved.hi, parent_id = moved.parent_id,
        version = version + 1, updated_at = ${now}
      from json_to_recordset(${rows}::json) as moved(id uuid, code text, lo bigint, hi bigint, parent_id uuid)
      where unit.city_id = ${actor.cityId} and unit.id = moved.id`.execute(tx),
    sql`update organization.unit_search_terms known set scope_lo = moved.lo from json_to_recordset(${rows}::json) as moved(id uuid, lo bigint)
      where known.city_id = ${actor.cityId} and known.unit_id = moved.id`.execute(tx),
  ])
}

async function requestRelocations({ tx, actor, now }: Context, recoded: Recoded[], on: LocalDate): Promise<void> {
  await tx.insertInto('organization.relocations').values(recoded.map(({ unit, lo }) => ({
    cityId: actor.cityId, id: newId(), fromScopeCode: unit.scopeLo, toScopeCode: lo, fromUnitId: unit.id, toUnitId: unit.id, happenedOn: on,
    requestedAt: now,
  }))).execute()
}

/** What stands counted at the old code ends there and begins at the new one on the day of the move. */
async function recountAt(context: Context, unit: LockedUnit, at: { scopeLo: string; on: LocalDate }): Promise<void> {
  const { tx, actor } = context
  const { on } = at
  const here: FactUnit = { id: unit.id, scopeLo: at.scopeLo, shortName: unit.shortName }
  const [posts, terms] = await Promise.all([
    tx.selectFrom('organization.posts').select(['id', 'titleCode', 'vacantSince']).where('cityId', '=', actor.cityId).where('unitId', '=', unit.id)
      .where('closedOn', 'is', null).execute(),
    tx.selectFrom('organization.terms as term')
      .innerJoin('organization.posts as post', (join) => join.on('post.cityId', '=', actor.cityId).onRef('post.id', '=', 'term.postId'))
      .select(['term.id', 'term.personId', 'term.personName', 'term.isFullTime', 'post.titleCode'])
      .where('term.cityId', '=', actor.cityId).where('term.unitId', '=', unit.id).where('term.untilOn', 'is', null).execute(),
  ])
  for (const recordId of [unit.id, ...posts.map(({ id }) => id), ...terms.map(({ id }) => id)]) await endFacts(context, { recordId, on })
  await recordFacts(context, [
    ...unitFacts({ ...unit, scopeLo: at.scopeLo, establishedOn: unit.establishedOn === null ? null : on }, on),
    ...posts.flatMap(({ id, titleCode, vacantSince }) => {
      const title = titleOf(titleCode)
      return [seatFact(here, title, { id, on }), ...(vacantSince === null ? [] : [vacancyFact(here, title, { id, on })])]
    }),
    ...terms.flatMap((term) => termFacts(here, titleOf(term.titleCode), { ...term, fromOn: on })),
  ])
}
