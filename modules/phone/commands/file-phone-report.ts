import type { z } from 'zod'
import { anyoneMay } from '#platform/access/permission.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import { fileReport, getReportingGuide } from '#modules/safeguarding/index.ts'
import type { phoneContract } from '../contract.ts'
import { asStandingPhone, type StandingProof } from './steps/as-standing-phone.ts'

type Input = z.output<NonNullable<(typeof phoneContract.filePhoneReport)['~orpc']['inputSchema']>>
type Receipt = z.input<NonNullable<(typeof phoneContract.filePhoneReport)['~orpc']['outputSchema']>>
type Guide = Pick<Awaited<ReturnType<typeof getReportingGuide>>, 'situations' | 'people'>

/** Which situations count and who will be told, for the owner of the phone. */
export function getPhoneGuide(context: AnonymousContext, proof: StandingProof): Promise<Guide> {
  anyoneMay()
  return asStandingPhone(context, proof, async (opened) => {
    const { situations, people } = await getReportingGuide(opened, {})
    return { situations, people }
  })
}

/** Files a report of harm for the owner of the phone. No session is opened and nothing is recorded that bears the name: who reports stays secret. */
export function filePhoneReport(context: AnonymousContext, { report, ...proof }: Input): Promise<Receipt> {
  anyoneMay()
  return asStandingPhone(context, proof, (opened) => fileReport(opened, { ...report, place: '', told: [], withheld: [] }))
}
