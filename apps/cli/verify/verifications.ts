import { allInvariants } from '#apps/server/invariants.ts'
import { recountFigures } from '#modules/figures/index.ts'
import { verifyAudit } from '#platform/audit/verify.ts'
import type { Verification } from '#platform/backup/check.ts'
import { forEachCity } from '#platform/backup/each-city.ts'
import { walkInvariants } from '#platform/jobs/invariants.ts'
import { runAsCity } from '#platform/jobs/run-as-city.ts'

/**
 * What must hold in every installation, also in one restored from an archive: the audit chain of each city with its heads, the
 * figures, counted anew from the records, and every invariant of every module, each told by its sentence.
 */
export const verifications: readonly Verification[] = [{
  name: { zh: '审计链', en: 'the audit chain' },
  run: async (installation) => {
    const messages: string[] = []
    await forEachCity(installation, async ({ pool }, cityId) => {
      const { findings, isCapped } = await verifyAudit(pool, { cityId, dataFolder: installation.dataFolder })
      messages.push(...findings.map(({ message }) => `${cityId}：${message}`), ...isCapped ? [`${cityId}：问题太多，只列出前一部分。`] : [])
    })
    return messages
  },
}, {
  name: { zh: '统计数', en: 'the figures' },
  run: async (installation) => {
    const messages: string[] = []
    await forEachCity(installation, async (ground, cityId) => {
      const { differences } = await runAsCity(ground, cityId, recountFigures)
      messages.push(...differences.map(({ table, scopeCode, measure, period, kept, counted }) =>
        `${cityId}：${table} ${scopeCode} ${measure} ${period}：${kept}，按记录应为 ${counted}`))
    })
    return messages
  },
}, ...allInvariants.map((invariant): Verification => ({
  name: { zh: invariant.sentence, en: invariant.name },
  run: async (installation) => {
    const messages: string[] = []
    await forEachCity(installation, async (ground, cityId) => {
      const { broken } = await runAsCity(ground, cityId, (context) => walkInvariants(context, [invariant]))
      messages.push(...broken.map(({ count, ids }) => `${cityId}：${count} 处不成立：${ids.join('、')}`))
    })
    return messages
  },
}))]
