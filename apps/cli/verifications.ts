import { verifyAudit } from '#platform/audit/verify.ts'
import type { Verification } from '#platform/backup/check.ts'
import { forEachCity } from '#platform/backup/each-city.ts'

/** What must hold in every installation, also in one restored from an archive: the audit chain of each city, with its heads. */
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
}]
