import type pg from 'pg'
import { carryOutTransfer } from '#modules/children/jobs/carry-out-transfer.ts'
import { deliverTransfer } from '#modules/children/jobs/deliver-transfer.ts'
import { endWithdrawnTransfer } from '#modules/children/jobs/end-withdrawn-transfer.ts'
import { tellOfIncident } from '#modules/protection/jobs/tell-of-incident.ts'
import { deliverReferral } from '#modules/referrals/jobs/deliver-referral.ts'
import { mirrorReferral } from '#modules/referrals/jobs/mirror-referral.ts'
import { tellOfReferralOverride } from '#modules/referrals/jobs/tell-of-referral-override.ts'
import { endReportTasks } from '#modules/safeguarding/jobs/end-report-tasks.ts'
import { tellReadersOfReport } from '#modules/safeguarding/jobs/tell-readers-of-report.ts'
import type { Installation } from '#platform/settings/installation.ts'
import { letAct } from '../acting/let-act.ts'
import type { LoadFrame } from '../frame.ts'
import { addIncidents } from './add-incidents.ts'
import { addPhones } from './add-phones.ts'
import { addReferrals } from './add-referrals.ts'
import { addReports } from './add-reports.ts'
import { addTransfers } from './add-transfers.ts'
import { readMembers, type Candidate } from './stage.ts'

/** Jobs that bring what one party did to the other, and tell who has to know: the program's own, at the moment of each act. */
const jobs = [
  deliverReferral, mirrorReferral, tellOfReferralOverride, deliverTransfer, carryOutTransfer, endWithdrawnTransfer, tellOfIncident, tellReadersOfReport,
  endReportTasks,
]

/** Referrals, transfers of children, incidents, mandatory reports and phones, done by the people of the demo with the program's own commands and jobs. */
export async function addProtection(
  client: pg.Client, frame: LoadFrame, { installation, scale }: { installation: Installation; scale: number },
): Promise<void> {
  // Filled a moment ago in this transaction, they still count as empty: whoever looks for children would read all pairings for each case.
  await client.query('analyze care.cases, care.pairings, children.children')
  const members = await readMembers(client, frame)
  await letAct(client, { name: 'protection', frame, installation, jobs }, async (act) => {
    const stage = { client, frame, act, members, chosen: new Map<string, number>(), found: new Map<string, Candidate[]>() }
    await addTransfers(stage, scale)
    await addReferrals(stage, scale)
    await addIncidents(stage)
    await addReports(stage)
    await addPhones(stage)
  })
}
