import { sealAudit, writeHeads } from '#platform/backup/seal-audit.ts'
import { systemClock } from '#platform/http/clock.ts'
import { CommandRefused, sayTo, type Command } from '../command.ts'

export const command: Command = {
  summary: {
    zh: '在空的数据库里载入演示城市：真实区划，虚构的人和记录；登录名和口令写入数据文件夹的 demo-accounts.json。',
    en: 'Loads a demo city into an empty database: real divisions, invented people and records; '
      + 'the accounts go to demo-accounts.json in the data folder.',
  },
  options: {
    city: { value: 'code', summary: { zh: '六位行政区划代码，默认 511300。', en: 'Division code of six digits, 511300 by default.' } },
    scale: { value: 'n', summary: {
      zh: '规模，默认 1：约 3000 名志愿者、5000 个孩子、3 万次走访。', en: 'Scale, 1 by default: about 3,000 volunteers, 5,000 children, 30,000 visits.',
    } },
    seed: { value: 'seed', summary: { zh: '种子，默认 1；同一种子得到同样的内容。', en: 'Seed, 1 by default; the same seed gives the same content.' } },
  },
  run: async ({ values, dataFolder, databaseUrl, terminal }) => {
    const scale = Number(values['scale'] ?? 1)
    if (!(scale > 0 && scale <= 100)) throw new CommandRefused({ zh: '--scale 应是 0 到 100 之间的数。', en: '--scale must be a number up to 100.' })
    const say = sayTo(terminal)
    // The whole product is loaded only when it is needed, so that help comes at once.
    const { loadDemoCity } = await import('#modules/demo/index.ts')
    const { openGround } = await import('#apps/server/ground.ts')
    const { runMorningJobs } = await import('#apps/server/demo.ts')
    const ground = await openGround({ dataFolder, databaseUrl, attach: true, say })
    try {
      const { counts } = await loadDemoCity({
        ownerUrl: ground.database.urls.owner, installation: ground.installation, cityCode: values['city'] ?? '511300', seed: values['seed'] ?? '1', scale,
        today: systemClock.today(), onProgress: say,
      })
      const installation = { urls: ground.database.urls, dataFolder, masterKeys: ground.installation.masterKeys }
      await runMorningJobs(ground, ground.database.urls.worker)
      await sealAudit(installation)
      await writeHeads(installation)
      terminal.out(Object.entries(counts).map(([name, count]) => `${name} ${count}`).join('  '))
    } finally {
      await ground.stop()
    }
  },
}
