import { sql } from 'kysely'
import type { KeyObject } from 'node:crypto'
import { endFacts, recordFacts } from '#modules/figures/index.ts'
import type { MadeRecord } from '#modules/imports/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { openFields } from '#platform/crypto/envelope.ts'
import type { Context } from '#platform/http/context.ts'
import { maskName } from '#platform/values/mask.ts'
import type { ChildType } from '../../contract.ts'
import { childColumns, type LockedChild } from '../../queries/steps/load-child.ts'
import type { SealedIdentity } from '../../queries/steps/identity.ts'
import { hasDifference } from '../../rules/types/differences.ts'
import { measureOfCivilAffairsType } from '../../rules/measures.ts'
import { openSealed, writeIdentity } from '../correct-child.ts'
import { countedFact, countMark, saveTypes } from '../steps/save-types.ts'
import type { FormerChild } from './take-listed.ts'

type Kept = { rowNumber: number; why: string }

/** Takes a committed list back: children it made leave the register, changed ones are set back; whoever was changed or used since stays. */
export async function undoList(context: Context, made: readonly MadeRecord[]): Promise<{ kept: Kept[] }> {
  const rows = await lockMade(context, made)
  const kept: Kept[] = []
  for (const { rowNumber, recordId, version, before } of made) {
    const child = rows.get(recordId)
    const why = whyKept(child, version, before === undefined)
    if (child === undefined || why !== undefined) kept.push({ rowNumber, why: why ?? '已转到您看不到的单位' })
    else if (before === undefined) await withdraw(context, child)
    else await setBack(context, child, before as unknown as FormerChild)
  }
  return { kept }
}

type MadeChild = LockedChild & { isUsed: boolean }

async function lockMade({ tx, actor }: Context, made: readonly MadeRecord[]): Promise<Map<string, MadeChild>> {
  const ids = made.map(({ recordId }) => recordId)
  if (ids.length === 0) return new Map()
  const found = new Map<string, MadeChild>()
  for (let from = 0; from < ids.length; from += 1000) {
    const rows = await tx.selectFrom('children.children').select(childColumns)
      .select(sql<boolean>`exists (select from children.access_grants given where given.city_id = children.city_id and given.child_id = children.id
        and given.ground <> 'registration')`.as('isUsed'))
      .where('cityId', '=', actor.cityId).where('id', 'in', ids.slice(from, from + 1000)).orderBy('id').forUpdate().execute()
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

function whyKept(child: MadeChild | undefined, version: number, isNew: boolean): string | undefined {
  if (child === undefined) return '已转到您看不到的单位'
  if (child.status === 'merged') return '已与其他档案合并'
  if (child.version !== version || child.status !== 'registered') return '导入后已有人修改'
  return isNew && child.isUsed ? '已开始帮扶或有人查阅' : undefined
}

/** As though the child had never been registered: found and counted nowhere, and nobody can read who it was. */
async function withdraw(context: Context, child: MadeChild): Promise<void> {
  const { tx, actor, today, now } = context
  await endFacts(context, { recordId: child.id })
  await sql`select access.erase_child(${child.id})`.execute(tx)
  await tx.updateTable('children.accessGrants').set({ endedAt: now }).where('cityId', '=', actor.cityId).where('childId', '=', child.id)
    .where('endedAt', 'is', null).execute()
  await tx.updateTable('children.children').set({
    status: 'withdrawn', closedOn: today, closingReason: 'import-undone', maskedName: '已撤销', nextMilestoneOn: null, birthdayNoticeOn: null,
    version: child.version + 1, updatedAt: now,
  }).where('cityId', '=', actor.cityId).where('id', '=', child.id).execute()
  await recordAudit(context, { verb: 'child.withdrawn', subjectKind: 'child', subjectId: child.id, scopeCode: child.scopeCode })
}

async function setBack(context: Context, child: MadeChild, before: FormerChild): Promise<void> {
  const changed = await setBackRecognition(context, child, before)
  if (before.identity !== undefined) await setBackIdentity(context, changed, before, before.identity)
  await recordAudit(context, { verb: 'child.set-back', subjectKind: 'child', subjectId: child.id, scopeCode: child.scopeCode })
}

async function setBackRecognition(context: Context, child: MadeChild, { types, decidedOn, source, endedOn }: FormerChild): Promise<LockedChild> {
  const { tx, actor, now } = context
  const after = child.civilAffairsTypes as FormerChild['types']
  const differs = hasDifference(child.derivedTypes as ChildType[], types)
  const begun = after.filter((type) => !types.includes(type)).map(measureOfCivilAffairsType)
  if (begun.length > 0) await endFacts(context, { recordId: child.id, measures: begun })
  await recordFacts(context, types.filter((type) => !after.includes(type)).map((type) => countedFact(child, measureOfCivilAffairsType(type), endedOn)))
  await countMark(context, child, { measure: 'child.differs', was: child.differs, is: differs })
  await tx.updateTable('children.children').set({
    civilAffairsTypes: types, civilAffairsOn: decidedOn, civilAffairsSource: source, differs, version: child.version + 1, updatedAt: now,
  }).where('cityId', '=', actor.cityId).where('id', '=', child.id).execute()
  return { ...child, civilAffairsTypes: types, differs, version: child.version + 1 }
}

async function setBackIdentity(context: Context, child: LockedChild, before: FormerChild, identity: NonNullable<FormerChild['identity']>): Promise<void> {
  const { tx, actor } = context
  if (before.addedGuardianId !== undefined)
    await tx.deleteFrom('children.guardians').where('cityId', '=', actor.cityId).where('id', '=', before.addedGuardianId).execute()
  if (before.changedGuardian !== undefined) {
    await tx.updateTable('children.guardians').set({ sealed: Buffer.from(before.changedGuardian.sealed, 'base64') })
      .where('cityId', '=', actor.cityId).where('id', '=', before.changedGuardian.id).execute()
  }
  const { key, health } = await openSealed(context, child)
  const former = formerIdentity(key, { cityId: actor.cityId, childId: child.id }, identity.sealed)
  await writeIdentity(context, child, key, { identity: former, sex: identity.sex, health }, false)
  await saveTypes(context, child, { maskedName: maskName(former.name), sex: identity.sex })
}

const formerIdentity = (key: KeyObject, place: { cityId: number; childId: string }, sealed: string) =>
  openFields(key, Buffer.from(sealed, 'base64'), `children.correction/${place.cityId}/${place.childId}`)['before'] as SealedIdentity
