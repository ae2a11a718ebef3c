import { completeTask, sendNotice, sendToUnitRole, type NoticeText } from '#modules/notices/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition, JobEvent } from '#platform/jobs/definition.ts'

/** A unit closed: nobody is left there to answer or to take a child, so every transfer to it that waits ends with that reason and who asked learns it. */
export const endTransfersOfClosedUnit: JobDefinition = {
  name: 'end-transfers-of-closed-unit',
  listensTo: ['unit.closed'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const { tx, actor, now, today } = context
    const unit = await tx.selectFrom('organization.publishedUnits').select('name').where('cityId', '=', actor.cityId).where('id', '=', event.subjectId)
      .executeTakeFirst()
    const answer = `转入单位${unit?.name ?? ''}已经撤销，转接不再办理。`
    const ended = await tx.updateTable('children.transfers')
      .set((is) => ({ status: 'rejected', answer, answeredOn: today, version: is('version', '+', 1), updatedAt: now }))
      .where('cityId', '=', actor.cityId).where('toUnitId', '=', event.subjectId).where('status', '=', 'pending').returningAll().execute()
    for (const row of ended) {
      await completeTask(context, { sourceKind: 'child-transfer', sourceId: row.id })
      if (row.party === row.beganBy) await recordEnd(context, row, event)
      if (row.party === 'holder') await tellHolder(context, row, event)
      else if (row.beganBy === 'asker') await sendNotice(context, [{ accountId: row.askedBy, scopeCode: row.scopeCode }], noticeOf(row, event))
    }
  },
}

type Ended = { id: string; transferId: string; scopeCode: string; fromUnitId: string; childLabel: string; answer: string | null }

async function recordEnd(context: Context, { id, transferId, scopeCode, answer }: Ended, { subjectId }: JobEvent): Promise<void> {
  await recordAudit(context, {
    verb: 'child-transfer.ended', subjectKind: 'child-transfer', subjectId: id, scopeCode, reason: answer ?? '',
    details: { transferId, closedUnitId: subjectId },
  })
}

async function tellHolder(context: Context, row: Ended, event: JobEvent): Promise<void> {
  await sendToUnitRole(context, { unitId: row.fromUnitId, permission: 'child.transfer' }, noticeOf(row, event))
}

const noticeOf = ({ id, childLabel, answer }: Ended, { verb, entryId }: JobEvent): NoticeText => ({
  title: `转接已终止：${childLabel}`, body: answer ?? '', link: '/transfers', source: { verb, key: `${entryId}:${id}`, kind: 'child-transfer', id },
})
