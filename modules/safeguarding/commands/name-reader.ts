import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadReports } from '../access.ts'
import { findReaderCandidate } from '../queries/find-reader-candidate.ts'
import { lockReport } from '../queries/lock-report.ts'

/** A named person names somebody else of the own range for this report; nobody gives more than one holds, and nobody who reported kept out. */
export async function nameReader(context: Context, input: { id: string; accountId: string; seesReporter: boolean }): Promise<{ accountId: string }> {
  mustReadReports(context.actor)
  const { tx, actor, now } = context
  const report = await lockReport(context, input.id)
  if (input.seesReporter && !report.seesReporter) throw new Refusal('REPORTER_SECRET')
  const person = await findReaderCandidate(context, { accountId: input.accountId, scopeCode: report.scopeCode })
  const known = await tx.selectFrom('safeguarding.reportReaders').select('ground').where('cityId', '=', actor.cityId)
    .where('reportId', '=', report.id).where('accountId', '=', person.accountId).executeTakeFirst()
  if (known?.ground === 'withheld') throw new Refusal('READER_WITHHELD')
  const named = { ground: known?.ground ?? 'named', seesReporter: input.seesReporter, namedBy: actor.accountId, namedAt: now, endedAt: null }
  await tx.insertInto('safeguarding.reportReaders').values({
    cityId: actor.cityId, id: newId(), scopeCode: report.scopeCode, reportId: report.id, accountId: person.accountId, personName: person.personName,
    unitName: person.unitName, ...named,
  }).onConflict((conflict) => conflict.columns(['cityId', 'reportId', 'accountId']).doUpdateSet(named)).execute()
  await recordAudit(context, {
    verb: 'report-reader.named', subjectKind: 'mandatory-report', subjectId: report.id, scopeCode: report.scopeCode,
    details: { accountId: person.accountId, seesReporter: input.seesReporter },
  })
  return { accountId: person.accountId }
}
