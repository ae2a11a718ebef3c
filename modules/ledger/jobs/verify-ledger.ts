import type { JobDefinition } from '#platform/jobs/definition.ts'
import { verifyLedger } from '../queries/verify-ledger.ts'

/** Each night every invariant of the books is looked at; a job that fails is shown to the system administrator. */
export const verifyLedgerJob: JobDefinition = {
  name: 'verify-ledger',
  schedule: '40 3 * * *',
  run: async (context) => {
    const { broken } = await verifyLedger(context)
    if (broken.length > 0) throw new Error(`the books are wrong: ${broken.map(({ name, count }) => `${name} (${count})`).join(', ')}`)
  },
}
