import { randomUUID } from 'node:crypto'
import { registerSample } from '#modules/children/commands/steps/sample-child.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import type { NewReport, OpenedReport } from '../../contract.ts'
import { fileReport } from '../file-report.ts'
import { openReport } from '../open-report.ts'
import { recordStep } from '../record-step.ts'

/** What somebody reports who has seen something, unless told otherwise. */
export function sampleReport(change: Partial<NewReport> = {}): NewReport {
  return {
    submissionKey: randomUUID(), situations: ['many-injuries'], description: '穿红衣服的男孩，约八岁', place: '东一村口', seenAt: '2026-03-16T08:30',
    seen: '胳膊上有多处淤青', told: [], withheld: [], ...change,
  }
}

/** A city in which reports are filed. */
export type ReportScene = TestCity & {
  child(): Promise<string>
  /** Files and gives the id of the report, which who files never learns. */
  file(change?: Partial<NewReport>, by?: PersonName): Promise<string>
  open(id: string, by?: PersonName): Promise<OpenedReport>
  /** Police were told. */
  tellPolice(id: string, by?: PersonName): Promise<void>
}

/** Opens the scene; close it like a test city. */
export async function openReportScene(): Promise<ReportScene> {
  const city = await openTestCity()
  return {
    ...city,
    child: async () => (await registerSample(city)).id,
    file: async (change = {}, by = '孙主任') => {
      const receipt = await city.as(by, (context) => fileReport(context, sampleReport(change)))
      return String((await city.owner.query('select id from safeguarding.reports where number = $1', [receipt.number])).rows[0]?.id)
    },
    open: (id, by = '冯科长') => city.as(by, (context) => openReport(context, { id })),
    tellPolice: async (id, by = '冯科长') => {
      await city.as(by, (context) => recordStep(context, {
        id, kind: 'police', happenedAt: '2026-03-16T08:40', contact: '东街派出所李警官', receiptNumber: '公受〔2026〕88号', text: '',
      }))
    },
  }
}
