import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { lockChild } from '../queries/steps/load-child.ts'
import { listMergedIds } from '../queries/steps/merged-records.ts'
import { saveTypes } from '../commands/steps/save-types.ts'

/**
 * Each night: a consent whose last day has passed ends what depends on it exactly as a withdrawal does (plans, referrals, publications listen to
 * `consent.lapsed`), and it does so once. Whoever depends on it looks itself whether another consent still holds.
 */
export const endLapsedConsentsJob: JobDefinition = { name: 'end-lapsed-consents', schedule: '5 0 * * *', run: (context) => endLapsedConsents(context) }

async function endLapsedConsents(context: Context): Promise<void> {
  const { tx, actor, today } = context
  const lapsed = await tx.updateTable('children.consents').set({ lapsedOn: today }).where('cityId', '=', actor.cityId).where('untilOn', '<', today)
    .where('lapsedOn', 'is', null).where('withdrawnOn', 'is', null).returning(['id', 'childId', 'kind', 'scopeCode']).execute()
  for (const { id, childId, kind, scopeCode } of lapsed) {
    const card = await lockChild(context, childId)
    const child = card.mergedIntoId === null ? card : await lockChild(context, card.mergedIntoId)
    if (child.status === 'registered') await saveTypes(context, child)
    for (const subjectId of [child.id, ...await listMergedIds(context, child.id)]) {
      await recordAudit(context, { verb: 'consent.lapsed', subjectKind: 'child', subjectId, scopeCode, details: { consentId: id, kind } })
    }
  }
}
