import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { importMasterKeys } from '#platform/crypto/master-key-export.ts'
import { openDataFolder } from '#platform/database/embedded/data-folder.ts'
import { CommandRefused, type Command } from '../command.ts'
import { readPassphrase } from '../terminal.ts'

export const command: Command = {
  summary: {
    zh: '把导出的主密钥导入数据文件夹（XINHUO_DATA），恢复备份之前先做这一步。口令由终端输入或环境变量 XINHUO_PASSPHRASE 给出。',
    en: 'Imports exported master keys into the data folder (XINHUO_DATA), before a backup is restored. The passphrase is typed or given in XINHUO_PASSPHRASE.',
  },
  operands: ['<file>'],
  run: async (call) => {
    const source = path.resolve(call.operands[0] ?? '')
    const exported = await readFile(source, 'utf8').catch(() => {
      throw new CommandRefused({ zh: `读不到 ${source}，请核对路径。`, en: `${source} cannot be read: check the path.` })
    })
    // The folder's first folder decides whether the database's own account can pass through it.
    openDataFolder(call.dataFolder)
    const keys = await importMasterKeys(call.dataFolder, exported, await readPassphrase(call, { isNew: false }))
    call.terminal.out(`已导入 ${keys.ids.length} 个主密钥到 ${call.dataFolder}。  Imported ${keys.ids.length} master keys.`)
  },
}
