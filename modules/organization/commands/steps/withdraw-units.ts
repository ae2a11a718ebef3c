import type { Context } from '#platform/http/context.ts'
import { endFacts } from '#modules/figures/index.ts'
import type { MadeRecord } from '#modules/imports/index.ts'
import { countBelow } from '../../queries/preview-change.ts'
import { tryToTake } from '../../queries/lock-standing-units.ts'
import { lockUnit, type LockedUnit } from '../../queries/lock-unit.ts'
import { countedAs } from '../../rules/unit-words.ts'
import { renameUnit } from '../rename-unit.ts'
import { updateUnit } from '../update-unit.ts'
import type { FormerUnit } from './amend-units.ts'
import { recordChange } from './record-change.ts'

type Kept = { rowNumber: number; why: string }

/** Why the list of changes says that a unit was taken back. */
const undoReason = '撤销导入'

/** Takes back units an import made and sets back those it changed, the lowest first; what was changed or used since is kept and named. */
export async function withdrawUnits(context: Context, made: readonly MadeRecord[]): Promise<{ kept: Kept[] }> {
  const kept: Kept[] = []
  for (const record of made.toReversed()) {
    const why = await withdraw(context, record)
    if (why !== null) kept.unshift({ rowNumber: record.rowNumber, why })
  }
  return { kept }
}

async function withdraw(context: Context, { recordId, version, before }: MadeRecord): Promise<string | null> {
  const found = await findInRange(context, recordId)
  if (found === undefined) return '该单位已不在您的管理范围内'
  if (!await tryToTake(context, recordId)) return '此刻正有人在该单位登记人员、开设账号或授权，请稍后再试'
  const unit = await lockUnit(context, recordId)
  if (unit.version !== version || unit.closedOn !== null) return '导入后已有人修改'
  if (before !== undefined) return setBack(context, unit, before as FormerUnit)
  if ((await countBelow(context, unit)).openUnitsBelow > 0) return '下面已有未撤销的单位'
  if (await isUsed(context, unit)) return '该单位已有人员、职务或工作记录'
  await closeAsIfNever(context, unit)
  return null
}

async function findInRange({ tx, actor }: Context, id: string) {
  return tx.selectFrom('organization.units').select('id').where('cityId', '=', actor.cityId).where('id', '=', id)
    .where('scopeLo', '>=', actor.scopeLo).where('scopeLo', '<=', actor.scopeHi).executeTakeFirst()
}

/** Whatever is written under a unit leaves an audit entry under its code; what was done to the unit itself counts in its version. */
async function isUsed({ tx, actor }: Context, unit: LockedUnit): Promise<boolean> {
  const entry = await tx.selectFrom('audit.entries').select('id').where('cityId', '=', actor.cityId).where('scopeCode', '=', unit.scopeLo)
    .where('verb', 'not like', 'unit.%').limit(1).executeTakeFirst()
  return entry !== undefined
}

/** The code was given and is never given again, so the unit stays, closed; it counts nowhere, on no day. */
async function closeAsIfNever(context: Context, unit: LockedUnit): Promise<void> {
  await context.tx.updateTable('organization.units').set((is) => ({ closedOn: context.today, version: is('version', '+', 1), updatedAt: context.now }))
    .where('cityId', '=', context.actor.cityId).where('id', '=', unit.id).execute()
  await endFacts(context, { recordId: unit.id })
  await recordChange(context, { unit, change: 'closed', on: context.today, reason: undoReason })
}

async function setBack(context: Context, unit: LockedUnit, before: FormerUnit): Promise<string | null> {
  const { id } = unit
  if ('establishedOn' in before && await hasPosts(context, unit)) return '该单位已设置职务'
  if ('establishedOn' in before) await takeFoundingBack(context, unit)
  let version = unit.version + ('establishedOn' in before ? 1 : 0)
  const { address, phone, foundingDocument } = { ...unit, ...before }
  if ('address' in before || 'phone' in before || 'foundingDocument' in before) {
    ;({ version } = await updateUnit(context, { id, version, address, phone, foundingDocument }))
  }
  if ('name' in before || 'shortName' in before) {
    const names = { name: before.name ?? unit.name, shortName: before.shortName ?? unit.shortName }
    await renameUnit(context, { id, version, on: context.today, reason: undoReason, ...names })
  }
  return null
}

async function hasPosts({ tx, actor }: Context, unit: LockedUnit): Promise<boolean> {
  const post = await tx.selectFrom('organization.posts').select('id').where('cityId', '=', actor.cityId).where('unitId', '=', unit.id)
    .where('closedOn', 'is', null).limit(1).executeTakeFirst()
  return post !== undefined
}

async function takeFoundingBack(context: Context, unit: LockedUnit): Promise<void> {
  await context.tx.updateTable('organization.units').set((is) => ({ establishedOn: null, version: is('version', '+', 1), updatedAt: context.now }))
    .where('cityId', '=', context.actor.cityId).where('id', '=', unit.id).execute()
  await endFacts(context, { recordId: unit.id, measures: ['unit.founded', `unit.founded.${countedAs(unit)}`] })
  await recordChange(context, { unit, change: 'disestablished', on: context.today, reason: undoReason, details: { establishedOn: unit.establishedOn } })
}
