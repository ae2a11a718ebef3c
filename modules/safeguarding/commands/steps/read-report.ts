import { sql } from 'kysely'
import { listChildCards } from '#modules/children/index.ts'
import type { Context } from '#platform/http/context.ts'
import { ageBandLabel } from '#platform/values/mask.ts'
import type { OpenedReport, ReaderGround, Step, StepKind } from '../../contract.ts'
import type { LockedReport } from '../../queries/lock-report.ts'
import { openPart } from '../../queries/report-key.ts'

/** What was seen, opened. */
export type ReportAccount = { childId: string | null; description: string; place: string; seen: string }

/** Opens what was seen. */
export function openAccount(report: Pick<LockedReport, 'id' | 'key' | 'sealedAccount'>): ReportAccount {
  return openPart(report.key, report.id, 'account', report.sealedAccount) as ReportAccount
}

/** Opens what was reached; null while the report is open. */
export function openClosing(report: Pick<LockedReport, 'id' | 'key' | 'sealedClosing'>): string | null {
  return report.sealedClosing === null ? null : String(openPart(report.key, report.id, 'closing', report.sealedClosing)['text'])
}

/** The log of a report, opened, in the order in which things happened. */
export async function readSteps({ tx, actor }: Context, report: Pick<LockedReport, 'id' | 'key'>): Promise<Step[]> {
  const rows = await tx.selectFrom('safeguarding.steps').select(['id', 'kind', 'happenedAt', 'recordedAt', 'sealed'])
    .where('cityId', '=', actor.cityId).where('reportId', '=', report.id).orderBy('happenedAt').orderBy('id').execute()
  return rows.map(({ sealed, kind, ...row }) => {
    const words = openPart(report.key, report.id, `step/${row.id}`, sealed) as Pick<Step, 'doneBy' | 'contact' | 'receiptNumber' | 'text'>
    return { ...row, kind: kind as StepKind, ...words }
  })
}

/** Who may read the report, who did not get it, and who did read. */
export async function readAudience(context: Context, reportId: string): Promise<Pick<OpenedReport, 'readers' | 'reads'>> {
  const { tx, actor } = context
  const [readers, reads] = await Promise.all([
    tx.selectFrom('safeguarding.reportReaders').select(['accountId', 'personName', 'unitName', 'ground', 'seesReporter', 'endedAt'])
      .where('cityId', '=', actor.cityId).where('reportId', '=', reportId).orderBy('namedAt').orderBy('id').execute(),
    sql<{ personName: string | null; at: Date; verb: string }>`
      select e.person_name, e.at, e.verb from audit.entries e
       where e.city_id = ${actor.cityId} and e.subject_id = ${reportId} and e.verb = any (${Object.keys(readWords)}::text[])
       order by e.at desc, e.id desc limit 30`.execute(tx),
  ])
  return {
    readers: readers.map((reader) => ({ ...reader, ground: reader.ground as ReaderGround })),
    reads: reads.rows.map(({ personName, at, verb }) => ({ personName: personName ?? '系统', at, what: readWords[verb] ?? verb })),
  }
}

const readWords: Readonly<Record<string, string>> = {
  'mandatory-report.read': '查看报告', 'report-reporter.read': '查看报告人', 'mandatory-report.printed': '打印报告表',
}

/** The child's masked label; null where there is no card or it cannot be seen. */
export async function labelOfChild(context: Context, childId: string | null): Promise<string | null> {
  const [child] = childId === null ? [] : await listChildCards(context, [childId])
  return child === undefined ? null : `${child.maskedName} · ${ageBandLabel(child.ageBand)}`
}
