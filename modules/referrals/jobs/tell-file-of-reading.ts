import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'

/**
 * The receiver opened what travelled with a referral: the child's own log of readings says so too, with person and unit, because whoever answers for the
 * child cannot see the rows of the receiver.
 */
export const tellFileOfReading: JobDefinition = {
  name: 'tell-file-of-reading',
  listensTo: ['referral-enclosure.read'],
  run: async (context, event) => {
    const { referralId, party, fields } = event?.details ?? {}
    if (event === null || party !== 'receiver' || typeof referralId !== 'string' || !Array.isArray(fields) || fields.length === 0) return
    const { tx, actor } = context
    const sender = await tx.selectFrom('referrals.referrals').select(['childId', 'scopeCode']).where('cityId', '=', actor.cityId)
      .where('referralId', '=', referralId).where('party', '=', 'sender').executeTakeFirst()
    if (sender === undefined || sender.childId === null) return
    if (await isTold(context, sender.childId, event.entryId)) return
    const reading = await findReading(context, event.entryId)
    await recordAudit(context, {
      verb: 'referral-enclosure.shown', subjectKind: 'child', subjectId: sender.childId, scopeCode: sender.scopeCode, reason: '转介',
      details: { referralId, fields, ...reading, entryId: event.entryId } })
  },
}

async function isTold({ tx, actor }: Context, childId: string, entryId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from audit.entries told where told.city_id = ${actor.cityId} and told.subject_id = ${childId}
    and told.verb = 'referral-enclosure.shown' and told.details ->> 'entryId' = ${entryId} limit 1`.execute(tx)
  return rows.length > 0
}

/** Who opened it, for which unit; the entry itself lies in the range of the receiver. */
async function findReading({ tx, actor }: Context, entryId: string): Promise<{ readerName: string; readerUnit: string }> {
  const { rows } = await sql<{ readerName: string; readerUnit: string }>`
    select entry.person_name as reader_name, coalesce(unit.name, '') as reader_unit from audit.entries entry
      left join organization.published_units unit on unit.city_id = ${actor.cityId} and unit.id = entry.unit_id
     where entry.city_id = ${actor.cityId} and entry.id = ${entryId}`.execute(tx)
  return rows[0] ?? { readerName: '', readerUnit: '' }
}
