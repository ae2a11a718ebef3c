import type { JobDefinition } from '#platform/jobs/definition.ts'
import { verifyCharity } from '../queries/verify-charity.ts'

/** Each night every invariant of gifts is looked at; a job that fails is shown to the system administrator. */
export const verifyCharityJob: JobDefinition = {
  name: 'verify-charity',
  schedule: '50 3 * * *',
  run: async (context) => {
    const { broken } = await verifyCharity(context)
    if (broken.length > 0) throw new Error(`the gifts are wrong: ${broken.map(({ name, count }) => `${name} (${count})`).join(', ')}`)
  },
}
