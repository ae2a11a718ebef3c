import { moveRecordStocks } from '#modules/figures/index.ts'
import { holdUnits } from '#modules/organization/index.ts'
import { completeTask, sendNotice, sendToUnitRole } from '#modules/notices/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { listMergedIds } from '../queries/steps/merged-records.ts'
import { lockChild, type LockedChild } from '../queries/steps/load-child.ts'
import { carryChild } from '../commands/transfers/carry-child.ts'

/** A transfer was answered: a yes moves the child with its file, either answer reaches both offices. */
export const carryOutTransfer: JobDefinition = {
  name: 'carry-out-transfer',
  listensTo: ['child-transfer.answered'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const answered = await findRow(context, event.subjectId)
    if (answered === undefined || answered.status === 'done') return
    await completeTask(context, { sourceKind: 'child-transfer', sourceId: answered.id })
    if (await isWithdrawn(context, answered.transferId)) return
    const holder = answered.party === 'holder' ? answered : await answerForHolder(context, answered)
    if (holder === undefined) return
    const obstacle = holder.status === 'accepted' ? await carryOut(context, holder) : undefined
    if (obstacle !== undefined) await writeStatus(context, holder, { status: 'rejected', answer: obstacle })
    await mirror(context, holder.transferId, event.entryId)
  },
}

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>

const findRow = ({ tx, actor }: Context, id: string) =>
  tx.selectFrom('children.transfers').selectAll().where('cityId', '=', actor.cityId).where('id', '=', id).forUpdate().executeTakeFirst()

/** An offer was answered: the holder's row says what the answer was. */
async function answerForHolder({ tx, actor, now }: Context, answered: Row): Promise<Row | undefined> {
  const { status, answer, answeredBy, answeredName, answeredOn } = answered
  return tx.updateTable('children.transfers')
    .set((is) => ({ status, answer, answeredBy, answeredName, answeredOn, version: is('version', '+', 1), updatedAt: now }))
    .where('cityId', '=', actor.cityId).where('transferId', '=', answered.transferId).where('party', '=', 'holder').where('status', 'in', ['pending',
      'accepted']).returningAll().executeTakeFirst()
}

/** Who began took it back while the other one answered: nothing is carried out. */
async function isWithdrawn({ tx, actor }: Context, transferId: string): Promise<boolean> {
  const begun = await tx.selectFrom('children.transfers').select('status').where('cityId', '=', actor.cityId).where('transferId', '=', transferId)
    .whereRef('party', '=', 'beganBy').executeTakeFirst()
  return begun?.status === 'withdrawn'
}

/** Moves the child; says in words why it could not be, so that both sides learn it. */
async function carryOut(context: Context, holder: Row): Promise<string | undefined> {
  const { tx, actor, today } = context
  await holdUnits(context, [holder.toUnitId])
  const unit = await tx.selectFrom('organization.publishedUnits').select(['id', 'scopeLo', 'name', 'closedOn'])
    .where('cityId', '=', actor.cityId).where('id', '=', holder.toUnitId).executeTakeFirst()
  if (unit?.id == null || unit.scopeLo === null || unit.closedOn !== null) return '转入单位已经撤销，不能转入。'
  const child = await lockChild(context, holder.childId)
  if (child.status !== 'registered') return '这份档案已经结束，不能转出。'
  if (child.unitId !== holder.fromUnitId) return '这个孩子已不在原单位，请重新办理。'
  const to = { id: unit.id, scopeCode: unit.scopeLo }
  // Other records of the same child go along.
  const others = await Promise.all((await listMergedIds(context, child.id)).map((id) => lockChild(context, id)))
  for (const each of [child, ...others]) {
    await carryChild(context, each, { unit: to, asker: takerOf(holder), transferId: holder.transferId })
    await moveRecordStocks(context, { recordIds: [each.id], to, on: today })
    await recordMove(context, each, { to, transferId: holder.transferId })
  }
  await placeMerges(context, child.id, to.scopeCode)
  await writeStatus(context, holder, { status: 'done' })
  await tellNewOffice(context, child, holder)
  return undefined
}

/** Who may open the file from now on: who asked for the child, or took the offer. */
const takerOf = ({ beganBy, askedBy, answeredBy }: Row): string => (beganBy === 'asker' ? askedBy : answeredBy ?? askedBy)

async function placeMerges({ tx, actor }: Context, childId: string, scopeCode: string): Promise<void> {
  await tx.updateTable('children.merges').set({ scopeCode }).where('cityId', '=', actor.cityId).where('keptId', '=', childId).execute()
}

type Moved = { to: { id: string; scopeCode: string }; transferId: string }

async function recordMove(context: Context, child: LockedChild, { to, transferId }: Moved): Promise<void> {
  await recordAudit(context, {
    verb: 'child.transferred', subjectKind: 'child', subjectId: child.id, scopeCode: to.scopeCode,
    details: {
      transferId, on: context.today, from: { unitId: child.unitId, code: codeOfScope(child.scopeCode) },
      to: { unitId: to.id, code: codeOfScope(to.scopeCode), scopeCode: to.scopeCode },
    },
  })
}

async function tellNewOffice(context: Context, child: LockedChild, holder: Row): Promise<void> {
  await sendToUnitRole(context, { unitId: holder.toUnitId, permission: 'child.transfer' }, {
    title: `${child.maskedName}已转入本单位，请核对档案并安排帮扶`, link: `/children/${child.id}`, task: { dueOn: null },
    source: { verb: 'child.transferred', key: holder.transferId, kind: 'child', id: child.id },
  })
}

async function writeStatus({ tx, actor, now }: Context, holder: Row, change: { status: string; answer?: string }): Promise<void> {
  await tx.updateTable('children.transfers').set({ ...change, version: holder.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', holder.id).execute()
}

/** The asker's row says what the holder's says; who asked, and who holds, are told. */
async function mirror(context: Context, transferId: string, entryId: string): Promise<void> {
  const { tx, actor, now } = context
  const rows = await tx.selectFrom('children.transfers').selectAll().where('cityId', '=', actor.cityId).where('transferId', '=', transferId).execute()
  const [asker, holder] = [rows.find(({ party }) => party === 'asker'), rows.find(({ party }) => party === 'holder')]
  if (asker === undefined || holder === undefined) return
  const { status, answer, answeredBy, answeredName, answeredOn } = holder
  await tx.updateTable('children.transfers').set({ status, answer, answeredBy, answeredName, answeredOn, version: asker.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', asker.id).execute()
  const isDone = status === 'done'
  // Who answered an offer knows what it said.
  if (asker.beganBy === 'asker') await tellAsker(context, asker, { isDone, answer, entryId })
  await sendToUnitRole(context, { unitId: holder.fromUnitId, permission: 'child.transfer' }, {
    title: isDone ? `${holder.childLabel}已转出本单位` : notMoved(holder), body: answer ?? '', link: '/transfers',
    source: { verb: 'child-transfer.answered', key: `${entryId} holder`, kind: 'child-transfer', id: holder.id },
  })
}

type Said = { isDone: boolean; answer: string | null; entryId: string }

async function tellAsker(context: Context, asker: Row, { isDone, answer, entryId }: Said): Promise<void> {
  await sendNotice(context, [{ accountId: asker.askedBy, scopeCode: asker.scopeCode }], {
    title: isDone ? `您申请转接的孩子已转入（${asker.childLabel}）` : `您申请的转接未获同意（${asker.childLabel}）`, body: answer ?? '', link: '/transfers',
    source: { verb: 'child-transfer.answered', key: entryId, kind: 'child-transfer', id: asker.id },
  })
}

const notMoved = ({ beganBy, childLabel }: Row): string => (beganBy === 'asker' ? `未同意转出${childLabel}` : `对方单位没有同意接收${childLabel}`)
