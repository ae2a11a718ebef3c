import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadReports } from '../access.ts'
import type { StepKind } from '../contract.ts'
import { lockReport } from '../queries/lock-report.ts'
import { momentIssues } from '../rules/filing.ts'
import { sealStep } from './steps/seal-step.ts'

type Input = { id: string; kind: StepKind; happenedAt: string; contact?: string | undefined; receiptNumber?: string | undefined; text: string }

/** Appends what was done about a report; nothing of the log is ever changed. */
export async function recordStep(context: Context, input: Input): Promise<{ id: string }> {
  mustReadReports(context.actor)
  const report = await lockReport(context, input.id)
  if (report.status === 'closed') throw new Refusal('REPORT_CLOSED')
  const issues = momentIssues(input.happenedAt, ['happenedAt'], context.now)
  if (issues.length > 0) throw new InvalidInput(issues)
  const step = sealStep(context, report, { ...input, doneBy: context.actor.personName })
  await context.tx.insertInto('safeguarding.steps').values({ ...step, cityId: context.actor.cityId }).execute()
  await recordAudit(context, {
    verb: 'report-step.recorded', subjectKind: 'mandatory-report', subjectId: report.id, scopeCode: report.scopeCode, details: { kind: input.kind },
  })
  return { id: step.id }
}
