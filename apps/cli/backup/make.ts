import path from 'node:path'
import { backupFolder } from '#platform/backup/daily.ts'
import { makeBackup } from '#platform/backup/make.ts'
import { backupName } from '#platform/backup/retention.ts'
import { sayTo, type Command } from '../command.ts'
import { recordAtServer, withInstallation } from '../installation.ts'

export const command: Command = {
  summary: {
    zh: '制作一份加密备份：数据库和文件，不含主密钥（主密钥另用 keys export 导出）。',
    en: 'Makes one encrypted archive of database and files, without the master key (see keys export).',
  },
  options: { to: { value: 'file', summary: {
    zh: '备份文件名；默认放在数据文件夹的 backups 里，以时间命名。', en: 'Name of the archive; by default in the data folder’s backups, named by its time.',
  } } },
  run: async (call) => {
    const target = path.resolve(call.values['to'] ?? path.join(backupFolder(call.dataFolder), backupName(new Date())))
    const made = await withInstallation(call, async (installation) => {
      const result = await makeBackup({ ...installation, target, onProgress: sayTo(call.terminal) })
      await recordAtServer(installation, { verb: 'backup.made', details: { bytes: result.bytes } })
      return result
    })
    const rows = made.summary.tables.reduce((sum, table) => sum + table.rows, 0)
    call.terminal.out(`${made.target}  ${made.bytes} 字节 bytes，${rows} 行 rows，${made.summary.files.count} 个文件 files`)
  },
}
