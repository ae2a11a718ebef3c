import { foldFacts, recountFigures } from '#modules/figures/index.ts'
import { forEachCity } from '#platform/backup/each-city.ts'
import { runAsCity } from '#platform/jobs/run-as-city.ts'
import { CommandRefused, type Command } from '../command.ts'
import { withInstallation } from '../installation.ts'

export const command: Command = {
  summary: {
    zh: '从全部记录重新统计，与现有统计数比较；不改动数据，有差别即报错。',
    en: 'Counts every figure anew from all records and compares; changes nothing and fails on any difference.',
  },
  run: async (call) => {
    const lines: string[] = []
    await withInstallation(call, (installation) => forEachCity(installation, async (ground, cityId) => {
      while (await runAsCity(ground, cityId, (context) => foldFacts(context)) > 0);
      const { facts, rows, differences } = await runAsCity(ground, cityId, recountFigures)
      call.terminal.out(`${cityId}  ${facts} 件 facts，${rows} 行 rows，${differences.length} 处差别 differences`)
      lines.push(...differences.map((found) => `${found.table} ${found.scopeCode} ${found.measure} ${found.period}: ${found.kept} ≠ ${found.counted}`))
    }))
    for (const line of lines) call.terminal.out(`    ${line}`)
    if (lines.length > 0) {
      throw new CommandRefused({
        zh: `有 ${lines.length} 处统计数与记录不一致，请保留现场并联系开发人员。`, en: `${lines.length} figures differ from the records: keep everything as it is.`,
      })
    }
  },
}
