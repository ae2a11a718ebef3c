import { readHeads, writeHead } from '#platform/audit/heads.ts'
import { forEachCity } from '#platform/backup/each-city.ts'
import { sealAudit } from '#platform/backup/seal-audit.ts'
import { runAsCity } from '#platform/jobs/run-as-city.ts'
import type { Command } from '../command.ts'
import { withInstallation } from '../installation.ts'

export const command: Command = {
  summary: {
    zh: '封存审计记录并写出各市链头（日期、序号、哈希）。抄录后另外保存，可以发现末尾的记录是否被截去。',
    en: 'Seals the audit and shows the head of each city’s chain (day, number, hash). Kept elsewhere it shows whether a tail was cut off.',
  },
  run: async (call) => {
    await withInstallation(call, async (installation) => {
      await sealAudit(installation)
      await forEachCity(installation, async (ground, cityId) => {
        await runAsCity(ground, cityId, writeHead)
        const head = (await readHeads(call.dataFolder, cityId))?.at(-1)
        if (head !== undefined) call.terminal.out(`${cityId}  ${head.day}  ${head.seq}  ${head.hash}`)
      })
    })
  },
}
