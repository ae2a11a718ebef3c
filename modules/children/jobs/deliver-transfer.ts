import { sendToUnitRole } from '#modules/notices/index.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { labelOf } from '../rules/measures.ts'

/** A transfer was asked for: the unit that holds the child gets its own row and a task; what it learns of the asker is the unit, the person and the reason. */
export const deliverTransfer: JobDefinition = {
  name: 'deliver-transfer',
  listensTo: ['child-transfer.requested'],
  run: async (context, event) => {
    const { tx, actor, today } = context
    if (event === null || event.subjectId === null) return
    const asked = await tx.selectFrom('children.transfers').selectAll().where('cityId', '=', actor.cityId).where('id', '=', event.subjectId).executeTakeFirst()
    if (asked === undefined || asked.status === 'withdrawn') return
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
      title: `${asked.askedName}申请转接${child.maskedName}，请答复`, body: asked.explanation, link: '/transfers', task: { dueOn: today },
      source: { verb: event.verb, key: event.entryId, kind: 'child-transfer', id: held.id },
    })
  },
}

/** The child's card; that of the record that goes on where two were merged. */
async function findGoingOn({ tx, actor }: Context, childId: string) {
  const columns = ['id', 'unitId', 'scopeCode', 'maskedName', 'ageBand', 'mergedIntoId'] as const
  const load = (id: string) => tx.selectFrom('children.children').select(columns).where('cityId', '=', actor.cityId).where('id', '=', id).executeTakeFirst()
  const child = await load(childId)
  return child?.mergedIntoId == null ? child : load(child.mergedIntoId)
}
