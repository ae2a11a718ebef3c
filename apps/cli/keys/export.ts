import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { exportMasterKeys } from '#platform/crypto/master-key-export.ts'
import { CommandRefused, type Command } from '../command.ts'
import { recordAtServer, withInstallation } from '../installation.ts'
import { readPassphrase } from '../terminal.ts'

export const command: Command = {
  summary: {
    zh: '把主密钥用口令加密后导出，与备份分开保存；缺了它，备份和个人信息都打不开。口令由终端输入或环境变量 XINHUO_PASSPHRASE 给出。',
    en: 'Exports the master keys under a passphrase, to be kept apart from the backups: without them neither backups nor personal data open. '
      + 'The passphrase is typed or given in XINHUO_PASSPHRASE.',
  },
  operands: ['<file>'],
  run: async (call) => {
    const target = path.resolve(call.operands[0] ?? '')
    const passphrase = await readPassphrase(call, { isNew: true })
    await withInstallation(call, async (installation) => {
      const exported = await exportMasterKeys(installation.masterKeys, passphrase)
      await writeFile(target, exported, { flag: 'wx', mode: 0o600, flush: true }).catch((error: unknown) => {
        throw asRefusal(target, error)
      })
      await recordAtServer(installation, { verb: 'master-keys.exported' })
    })
    call.terminal.out(`主密钥已导出到 ${target}，请移到安全的地方，与备份分开。  Exported; keep it safe and apart from the backups.`)
  },
}

function asRefusal(target: string, error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  return new CommandRefused(error.code === 'EEXIST'
    ? { zh: `${target} 已经存在，请换一个文件名。`, en: `${target} exists: choose another name.` }
    : { zh: `${target} 无法写入，请换一个位置。`, en: `${target} cannot be written: choose another place.` })
}
