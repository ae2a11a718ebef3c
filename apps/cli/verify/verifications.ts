import { verifyCharity } from '#modules/charity/index.ts'
import { recountFigures } from '#modules/figures/index.ts'
import { verifyLedger } from '#modules/ledger/index.ts'
import { verifyAudit } from '#platform/audit/verify.ts'
import type { Verification } from '#platform/backup/check.ts'
import { forEachCity } from '#platform/backup/each-city.ts'
import { runAsCity } from '#platform/jobs/run-as-city.ts'

/**
 * What must hold in every installation, also in one restored from an archive: the audit chain of each city with its heads, the
 * figures, counted anew from the records, and every invariant of the books and the gifts.
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
}, {
  name: { zh: '账簿', en: 'the books' },
  run: async (installation) => {
    const messages: string[] = []
    await forEachCity(installation, async (ground, cityId) => {
      const { broken } = await runAsCity(ground, cityId, verifyLedger)
      messages.push(...broken.map(({ name, sentence, count }) => `${cityId}：${sentence}（${name}）不成立，${count} 处`))
    })
    return messages
  },
}, {
  name: { zh: '捐赠', en: 'the gifts' },
  run: async (installation) => {
    const messages: string[] = []
    await forEachCity(installation, async (ground, cityId) => {
      const { broken } = await runAsCity(ground, cityId, verifyCharity)
      messages.push(...broken.map(({ name, sentence, count }) => `${cityId}：${sentence}（${name}）不成立，${count} 处`))
    })
    return messages
  },
}]
