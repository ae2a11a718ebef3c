import type { JobDefinition } from '#platform/jobs/definition.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { findLimits } from '../queries/steps/keeping.ts'
import { findCurrentKey, replaceSealingKey } from '../queries/steps/sealing-pair.ts'

const dayMilliseconds = 24 * 60 * 60 * 1000

/** Each night: a sealing key that is old enough gets a successor. The old one still opens what phones have sealed to it. */
export const rotateSealingKey: JobDefinition = {
  name: 'rotate-sealing-key',
  schedule: '50 3 * * *',
  run: async (context) => {
    const current = await findCurrentKey(context)
    if (current === undefined) return
    const { sealingKeyDays } = await findLimits(context)
    if (context.now.getTime() - current.madeAt.getTime() < sealingKeyDays * dayMilliseconds) return
    if (!await replaceSealingKey(context, current.id)) return
    await recordAudit(context, { verb: 'sealing-key.rotated', subjectKind: 'sealing-key', subjectId: current.id })
  },
}
