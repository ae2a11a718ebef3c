import type { Situation } from '#modules/safeguarding/contract.ts'
import { isRefusal } from '#platform/ui/api/refusal.ts'
import { randomId } from '#platform/ui/api/random-id.ts'
import { minuteInChina } from '#platform/values/local-date.ts'
import type { House } from '../house.ts'
import { call } from '../sending/call.ts'

/** Which situations count and who will be told. */
export type ReportGuide = { situations: { code: Situation; wording: string }[]; people: { personName: string }[] }
/** What who reported is told. */
export type ReportReceipt = { number: string; toldCount: number }
type ReportToFile = { submissionKey: string; situations: Situation[]; description: string; seen: string; now: number }

/** What one sees before reporting; opens a brief session by the secret under the PIN, so that nobody looks for a password now. */
export async function getGuide(house: House): Promise<ReportGuide> {
  await openBriefSession(house)
  return call<ReportGuide>({ method: 'GET', path: '/safeguarding/guide' })
}

async function openBriefSession(house: House): Promise<void> {
  const { device, open } = house.state()
  if (device === undefined || open === undefined) throw new Error('only an open phone reports')
  const proof = { deviceId: device.deviceId, deviceSecret: open.vault.deviceSecret, keyId: device.sealingKey.keyId }
  await call({ method: 'POST', path: '/phone/sessions', body: proof })
}

/** Kept over retries, so that one report is filed once. */
export const makeSubmissionKey = (): string => randomId()

/** Files the report at once, over a session of the reporter; one that ran out while the report was written is opened anew. */
export async function fileReport(house: House, { now, ...report }: ReportToFile): Promise<ReportReceipt> {
  const file = () => call<ReportReceipt>({ method: 'POST', path: '/safeguarding/reports', body: { ...report, seenAt: wallClock(now) } })
  try {
    return await file()
  } catch (problem) {
    if (!isRefusal(problem) || problem.status !== 401) throw problem
    await openBriefSession(house)
    return file()
  }
}

/** 2026-03-16T09:30, as the clock on the wall shows it in China. */
const wallClock = (now: number): string => minuteInChina(now).replace(' ', 'T')
