import path from 'node:path'
import { backupFolder } from '#platform/backup/daily.ts'
import { listBackups } from '#platform/backup/retention.ts'
import { minuteInChina } from '#platform/values/local-date.ts'
import type { Command } from '../command.ts'

export const command: Command = {
  summary: { zh: '列出备份，新的在前，时间为北京时间。', en: 'Lists the archives, newest first, in Beijing time.' },
  options: { in: { value: 'folder', summary: { zh: '备份所在的文件夹；默认是数据文件夹的 backups。', en: 'Folder of the archives; by default the data folder’s backups.' } } },
  run: async ({ values, dataFolder, terminal }) => {
    const folder = path.resolve(values['in'] ?? backupFolder(dataFolder))
    const backups = await listBackups(folder)
    for (const { name, madeAt, bytes } of backups) terminal.out(`${minuteInChina(madeAt)}  ${String(bytes).padStart(12)}  ${path.join(folder, name)}`)
    if (backups.length === 0) terminal.error(`${folder} 里没有备份。  There is no archive in ${folder}.`)
  },
}
