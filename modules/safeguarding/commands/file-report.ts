import { randomInt } from 'node:crypto'
import { recordFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustFileReports } from '../access.ts'
import type { NewReport, Receipt } from '../contract.ts'
import { findPeople, type SafeguardingPerson } from '../queries/find-people.ts'
import { findSubject } from '../queries/find-subject.ts'
import { listSituations } from '../queries/list-situations.ts'
import { keepReportKeys, newReportKeys, sealPart } from '../queries/report-key.ts'
import { countReport } from '../rules/countable.ts'
import { findFilingIssues, recipientsOf } from '../rules/filing.ts'
import { instantOf } from '../rules/moments.ts'
import { namelessOf } from './steps/nameless.ts'
import { sealStep } from './steps/seal-step.ts'

/** Files a report: sealed, for the people named at the unit and above. Who reports stands nowhere in the clear, not even in the audit. */
export async function fileReport(context: Context, input: NewReport): Promise<Receipt> {
  mustFileReports(context.actor)
  const subject = await findSubject(context, input.childId)
  const [known, people] = await Promise.all([listSituations(context), findPeople(context, subject.scopeCode)])
  const issues = findFilingIssues(input, context.now)
  if (input.situations.some((code) => !known.some((listed) => listed.code === code)))
    issues.push({ path: ['situations'], message: '所选情形现在不再使用，请重新选择' })
  if (issues.length > 0) throw new InvalidInput(issues)
  const recipients = recipientsOf(people, input.withheld)
  if (recipients.isNobodyLeft) throw new Refusal('NOBODY_LEFT')
  const id = newId()
  const number = await insertReport(context, { ...input, id, unitId: subject.unitId, scopeCode: subject.scopeCode })
  if (number === undefined) return findReceipt(context, input.submissionKey)
  await insertReaders(context, { id, scopeCode: subject.scopeCode }, recipients)
  await Promise.all([
    recordAudit(namelessOf(context), {
      verb: 'mandatory-report.filed', subjectKind: 'mandatory-report', subjectId: id, scopeCode: subject.scopeCode, details: { told: recipients.told.length },
    }),
    recordFacts(context, countReport({ id, unitId: subject.unitId, scopeCode: subject.scopeCode, situations: [...new Set(input.situations)] }, context.today)),
  ])
  return { number, filedAt: context.now, toldCount: recipients.told.length }
}

type Filing = NewReport & { id: string; unitId: string; scopeCode: string }

/** Writes report, keys and what was told before; undefined when this submission was filed already. */
async function insertReport(context: Context, filing: Filing): Promise<string | undefined> {
  const { tx, actor, now, today } = context
  const { id, scopeCode } = filing
  const keys = newReportKeys(context, id)
  const number = `QB${today.replaceAll('-', '')}-${Array.from({ length: 5 }, () => 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'[randomInt(32)]).join('')}`
  const written = await tx.insertInto('safeguarding.reports').values({
    cityId: actor.cityId, id, scopeCode, unitId: filing.unitId, number, submissionKey: filing.submissionKey, situations: [...new Set(filing.situations)],
    seenAt: instantOf(filing.seenAt), filedAt: now, updatedAt: now,
    sealedAccount: sealPart(keys.report.dataKey, id, 'account', {
      childId: filing.childId ?? null, description: filing.description, place: filing.place, seen: filing.seen,
    }),
    sealedReporter: sealPart(keys.reporter.dataKey, id, 'reporter', {
      accountId: actor.accountId, personName: actor.personName, unitName: actor.unit.name, roleCode: actor.roleCode, phone: filing.reporterPhone ?? null,
    }),
  }).onConflict((conflict) => conflict.columns(['cityId', 'submissionKey']).doNothing()).returning('id').executeTakeFirst()
  if (written === undefined) return undefined
  await keepReportKeys(context, id, keys)
  const steps = filing.told.map((told) => sealStep(context, { id, scopeCode, key: keys.report.dataKey }, { ...told, text: '', doneBy: null }))
  if (steps.length > 0) await tx.insertInto('safeguarding.steps').values(steps).execute()
  return number
}

/** The answer that the same submission was given before. */
async function findReceipt({ tx, actor }: Context, submissionKey: string): Promise<Receipt> {
  const row = await tx.selectFrom('safeguarding.reports as report').select(({ selectFrom }) => ['report.number', 'report.filedAt',
    selectFrom('safeguarding.reportReaders as reader').select(({ fn }) => fn.countAll<string>().as('count')).where('reader.cityId', '=', actor.cityId)
      .whereRef('reader.reportId', '=', 'report.id').where('reader.endedAt', 'is', null).as('told')])
    .where('report.cityId', '=', actor.cityId).where('report.submissionKey', '=', submissionKey).executeTakeFirst()
  if (row === undefined) throw new Refusal('NOT_FOUND')
  return { number: row.number, filedAt: row.filedAt, toldCount: Number(row.told ?? 0) }
}

async function insertReaders(
  context: Context, report: { id: string; scopeCode: string }, { told, withheld }: { told: SafeguardingPerson[]; withheld: SafeguardingPerson[] },
): Promise<void> {
  const { tx, actor, now } = context
  const rows = [
    ...told.map((person) => ({ person, ground: person.ground as string, endedAt: null as Date | null })),
    ...withheld.map((person) => ({ person, ground: 'withheld', endedAt: now })),
  ].map(({ person, ground, endedAt }) => ({
    cityId: actor.cityId, id: newId(), scopeCode: report.scopeCode, reportId: report.id, accountId: person.accountId, personName: person.personName,
    unitName: person.unitName, ground, seesReporter: endedAt === null, namedAt: now, endedAt,
  }))
  if (rows.length > 0) await tx.insertInto('safeguarding.reportReaders').values(rows).execute()
}
