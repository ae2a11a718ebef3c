import path from 'node:path'
import { restoreBackup } from '#platform/backup/restore.ts'
import { loadMasterKeys } from '#platform/crypto/master-key.ts'
import { sayTo, type Command } from '../command.ts'
import { recordAtServer, withInstallation } from '../installation.ts'

export const command: Command = {
  summary: {
    zh: '把备份恢复到空的数据文件夹（XINHUO_DATA）和空的数据库。先用 keys import 把主密钥导入这个文件夹。',
    en: 'Restores an archive into an empty data folder (XINHUO_DATA) and an empty database. Import the keys there first (keys import).',
  },
  operands: ['<file>'],
  run: async (call) => {
    const { operands: [file = ''], dataFolder, databaseUrl, terminal } = call
    const say = sayTo(terminal)
    const { manifest } = await restoreBackup({
      archive: path.resolve(file), dataFolder, databaseUrl, masterKeys: loadMasterKeys(dataFolder), onProgress: say,
    })
    await withInstallation(call, (installation) => recordAtServer(installation, { verb: 'backup.restored', details: { madeAt: manifest.madeAt } }))
    terminal.out(`已恢复到 ${manifest.madeAt} 的状态，可以启动了。  Restored to the state of ${manifest.madeAt}; the program may be started.`)
  },
}
