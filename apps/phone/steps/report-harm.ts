import type { Situation } from '#modules/safeguarding/contract.ts'
import { randomId } from '#platform/ui/api/random-id.ts'
import { minuteInChina } from '#platform/values/local-date.ts'
import type { House } from '../house.ts'
import { call } from '../sending/call.ts'

/** Which situations count and who will be told. */
export type ReportGuide = { situations: { code: Situation; wording: string }[]; people: { personName: string }[] }
/** What who reported is told. */
export type ReportReceipt = { number: string; toldCount: number }
type ReportToFile = { submissionKey: string; situations: Situation[]; description: string; seen: string; now: number }

/** What one sees before reporting. The secret under the PIN stands for the reporter: no session, whose opening is on record, gives a report away. */
export const getGuide = (house: House): Promise<ReportGuide> =>
  call<ReportGuide>({ method: 'POST', path: '/phone/reporting-guide', body: proofOf(house) })

/** Kept over retries, so that one report is filed once. */
export const makeSubmissionKey = (): string => randomId()

/** Files the report at once. */
export function fileReport(house: House, { now, ...report }: ReportToFile): Promise<ReportReceipt> {
  return call({ method: 'POST', path: '/phone/reports', body: { ...proofOf(house), report: { ...report, seenAt: wallClock(now) } } })
}

function proofOf(house: House) {
  const { device, open } = house.state()
  if (device === undefined || open === undefined) throw new Error('only an open phone reports')
  return { deviceId: device.deviceId, deviceSecret: open.vault.deviceSecret, keyId: device.sealingKey.keyId }
}

/** 2026-03-16T09:30, as the clock on the wall shows it in China. */
const wallClock = (now: number): string => minuteInChina(now).replace(' ', 'T')
