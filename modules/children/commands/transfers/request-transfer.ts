import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { cleanName } from '#platform/values/chinese-name.ts'
import { parseIdCard } from '#platform/values/id-card.ts'
import { maskName } from '#platform/values/mask.ts'
import { mustTransferChildren } from '../../access.ts'
import { findHeld, hashesOf } from '../../queries/find-duplicate-children.ts'
import { findOpenUnit } from '../steps/find-open-unit.ts'

type Asked = { name?: string | undefined; idNumber?: string | undefined; birthOn?: string | undefined; unitId?: string | undefined; explanation: string }

/** Asks the unit that holds a child to hand it over. Nothing is learnt but what the check before create says: that it exists, and where. */
export async function requestTransfer(context: Context, asked: Asked): Promise<{ id: string }> {
  mustTransferChildren(context.actor)
  refuseVague(asked, context.today)
  const unit = await findOpenUnit(context, asked.unitId)
  const held = await findElsewhere(context, asked)
  if (await isAsked(context, held.childId)) throw new Refusal('TRANSFER_PENDING')
  return { id: await insertTransfer(context, { held, unit, childLabel: labelOf(asked), explanation: asked.explanation }) }
}

type Wanted = { held: { childId: string; unitId: string }; unit: { id: string; scopeCode: string }; childLabel: string; explanation: string }

/** Writes the asker's row; the job delivers it to the holder. */
export async function insertTransfer(context: Context, { held, unit, childLabel, explanation }: Wanted): Promise<string> {
  const { tx, actor, today, now } = context
  const row = {
    cityId: actor.cityId, id: newId(), scopeCode: unit.scopeCode, transferId: newId(), party: 'asker', fromUnitId: held.unitId, toUnitId: unit.id,
    childId: held.childId, childLabel, explanation, askedBy: actor.accountId, askedName: actor.personName, askedOn: today, createdAt: now, updatedAt: now,
  }
  await tx.insertInto('children.transfers').values(row).execute()
  await recordAudit(context, {
    verb: 'child-transfer.requested', subjectKind: 'child-transfer', subjectId: row.id, scopeCode: unit.scopeCode, details: { transferId: row.transferId } })
  return row.id
}

function refuseVague(asked: Asked, today: string): void {
  if (asked.idNumber === undefined && (asked.name === undefined || asked.birthOn === undefined))
    throw new InvalidInput([{ path: ['idNumber'], message: '请填写证件号码，或同时填写姓名和出生日期' }])
  if (asked.birthOn !== undefined && asked.birthOn > today) throw new InvalidInput([{ path: ['birthOn'], message: '出生日期不能晚于今天' }])
}

/** The number proves; name and birth date only when they point to one child. */
async function findElsewhere(context: Context, asked: Asked): Promise<{ childId: string; unitId: string }> {
  const { tx, actor } = context
  const found = await findHeld(context, hashesOf(context, asked))
  const byNumber = found.filter(({ kind }) => kind === 'number')
  const children = new Map((byNumber.length > 0 ? byNumber : found).map((row) => [row.childId, row]))
  if (children.size > 1) throw new Refusal('SEVERAL_CHILDREN')
  const [held] = children.values()
  if (held === undefined) throw new Refusal('CHILD_NOT_ELSEWHERE')
  const own = await tx.selectFrom('children.children').select('id').where('cityId', '=', actor.cityId).where('id', '=', held.childId).executeTakeFirst()
  if (own !== undefined) throw new Refusal('CHILD_IN_RANGE')
  return { childId: held.childId, unitId: held.unitId }
}

/** Somebody has asked for this child already and waits. */
export async function isAsked({ tx, actor }: Context, childId: string): Promise<boolean> {
  const pending = await tx.selectFrom('children.transfers').select('id').where('cityId', '=', actor.cityId).where('childId', '=', childId)
    .where('party', '=', 'asker').where('status', 'in', ['pending', 'accepted']).executeTakeFirst()
  return pending !== undefined
}

/** What the asker itself has typed, masked. */
function labelOf(asked: Asked): string {
  const name = cleanName(asked.name ?? '')
  if (name !== '') return maskName(name)
  return asked.idNumber !== undefined && parseIdCard(asked.idNumber).ok ? '按身份证号码申请' : '按证件号码申请'
}
