import path from 'node:path'
import { checkBackup } from '#platform/backup/check.ts'
import { loadMasterKeys } from '#platform/crypto/master-key.ts'
import { sayTo, type Command } from '../command.ts'
import { reportFindings } from '../verify/report-findings.ts'
import { verifications } from '../verify/verifications.ts'

export const command: Command = {
  summary: {
    zh: '检查备份：在旁边恢复一份，核验后删除；不碰正在使用的数据。',
    en: 'Checks an archive: restores it aside, verifies it, removes it; leaves the data in use alone.',
  },
  operands: ['<file>'],
  run: async ({ operands: [file = ''], dataFolder, terminal }) => {
    const options = { archive: path.resolve(file), masterKeys: loadMasterKeys(dataFolder), verifications, onProgress: sayTo(terminal) }
    const { manifest, summary, findings } = await checkBackup(options)
    const rows = summary.tables.reduce((sum, table) => sum + table.rows, 0)
    terminal.out(`${manifest.madeAt}  ${summary.tables.length} 个表 tables，${rows} 行 rows，${summary.files.count} 个文件 files`)
    reportFindings(terminal, findings)
  },
}
