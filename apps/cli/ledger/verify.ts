import { verifyLedger } from '#modules/ledger/index.ts'
import { forEachCity } from '#platform/backup/each-city.ts'
import { runAsCity } from '#platform/jobs/run-as-city.ts'
import { CommandRefused, type Command } from '../command.ts'
import { withInstallation } from '../installation.ts'

export const command: Command = {
  summary: {
    zh: '核验账簿：借贷、余额、限定资金、凭证号等不变式逐条检查；不改动数据，有一条不成立即报错。',
    en: 'Verifies the books: every invariant of journals, funds, vouchers and months; changes nothing and fails when one does not hold.',
  },
  run: async (call) => {
    let count = 0
    await withInstallation(call, (installation) => forEachCity(installation, async (ground, cityId) => {
      const { checked, broken } = await runAsCity(ground, cityId, verifyLedger)
      call.terminal.out(`${cityId}  ${checked} 条不变式 invariants，${broken.length} 条不成立 broken`)
      for (const { name, sentence, count: rows, ids } of broken) call.terminal.out(`    ${sentence} ${name}: ${rows}  ${ids.join(' ')}`)
      count += broken.length
    }))
    if (count > 0) {
      throw new CommandRefused({
        zh: `账簿有 ${count} 条不变式不成立，请保留现场，不要再记账。`, en: `${count} invariants of the books do not hold: leave everything as it is and post nothing more.`,
      })
    }
  },
}
