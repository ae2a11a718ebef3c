import { sendToUnitRole } from '#modules/notices/index.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition, JobEvent } from '#platform/jobs/definition.ts'
import { findTransferDays } from '../queries/steps/transfer-days.ts'
import { labelOf } from '../rules/measures.ts'
import { answerDueOf } from '../rules/transfers/answer-days.ts'

/**
 * A transfer was asked for or offered: the other party gets its own row and a task. The holder learns of the asker the unit, the person and the reason; who
 * is to take a child learns the same, and of the child the masked name and the age band.
 */
export const deliverTransfer: JobDefinition = {
  name: 'deliver-transfer',
  listensTo: ['child-transfer.requested', 'child-transfer.offered'],
  run: async (context, event) => {
    const { tx, actor } = context
    if (event === null || event.subjectId === null) return
    if (event.verb === 'child-transfer.offered') return deliverOffer(context, event)
    const asked = await tx.selectFrom('children.transfers').selectAll().where('cityId', '=', actor.cityId).where('id', '=', event.subjectId).executeTakeFirst()
    if (asked === undefined || asked.status !== 'pending') return
    const child = await findGoingOn(context, asked.childId)
    if (child === undefined) return
    if (child.id !== asked.childId) await tx.updateTable('children.transfers').set({ childId: child.id }).where('cityId', '=', actor.cityId)
      .where('id', '=', asked.id).execute()
    const held = {
      ...asked, id: newId(), childId: child.id, scopeCode: child.scopeCode, party: 'holder', fromUnitId: child.unitId, childLabel: labelOf(child), version: 1 }
    const written = await tx.insertInto('children.transfers').values(held)
      .onConflict((conflict) => conflict.columns(['cityId', 'transferId', 'party']).doNothing()).returning('id').executeTakeFirst()
    if (written === undefined) return
    await sendToUnitRole(context, { unitId: child.unitId, permission: 'child.transfer' }, {
      title: `${asked.askedName}申请转接${child.maskedName}，请答复`, body: asked.explanation, link: '/transfers',
      task: { dueOn: answerDueOf(asked.askedOn, await findTransferDays(context)) },
      source: { verb: event.verb, key: event.entryId, kind: 'child-transfer', id: held.id },
    })
  },
}

/** The unit that is to take the child gets its row and a task. */
async function deliverOffer(context: Context, event: JobEvent): Promise<void> {
  const { tx, actor } = context
  const held = await tx.selectFrom('children.transfers').selectAll().where('cityId', '=', actor.cityId).where('id', '=', String(event.subjectId))
    .executeTakeFirst()
  if (held === undefined || held.status !== 'pending') return
  const unit = await tx.selectFrom('organization.publishedUnits').select('scopeLo').where('cityId', '=', actor.cityId).where('id', '=', held.toUnitId)
    .executeTakeFirst()
  if (unit?.scopeLo == null) return
  const offered = { ...held, id: newId(), scopeCode: unit.scopeLo, party: 'asker', version: 1 }
  const written = await tx.insertInto('children.transfers').values(offered)
    .onConflict((conflict) => conflict.columns(['cityId', 'transferId', 'party']).doNothing()).returning('id').executeTakeFirst()
  if (written === undefined) return
  await sendToUnitRole(context, { unitId: held.toUnitId, permission: 'child.transfer' }, {
    title: `${held.askedName}提出把${held.childLabel}转到本单位，请答复`, body: held.explanation, link: '/transfers',
    task: { dueOn: answerDueOf(held.askedOn, await findTransferDays(context)) },
    source: { verb: event.verb, key: event.entryId, kind: 'child-transfer', id: offered.id },
  })
}

/** The child's card; that of the record that goes on where two were merged. */
async function findGoingOn({ tx, actor }: Context, childId: string) {
  const columns = ['id', 'unitId', 'scopeCode', 'maskedName', 'ageBand', 'mergedIntoId'] as const
  const load = (id: string) => tx.selectFrom('children.children').select(columns).where('cityId', '=', actor.cityId).where('id', '=', id).executeTakeFirst()
  const child = await load(childId)
  return child?.mergedIntoId == null ? child : load(child.mergedIntoId)
}
