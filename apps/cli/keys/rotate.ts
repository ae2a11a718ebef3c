import { countForeignKeys, isServerRunning, rewrapStoredKeys } from '#platform/backup/rewrap-keys.ts'
import { addMasterKey } from '#platform/crypto/master-key.ts'
import { CommandRefused, sayTo, type Command } from '../command.ts'
import { recordAtServer, withInstallation } from '../installation.ts'

export const command: Command = {
  summary: {
    zh: '换用新的主密钥，并把每个人的数据密钥改由它保护。先停止薪火；中断后再执行一次即可接着做。旧备份仍能打开。完成后请重新导出主密钥。',
    en: 'Takes a new master key and wraps every person’s data key by it. Stop the program first; run it again after an interruption. '
      + 'Older backups still open. Export the keys again afterwards.',
  },
  run: async (call) => {
    const say = sayTo(call.terminal)
    const { rewrapped, unreadable } = await withInstallation(call, async (installation) => {
      if (await isServerRunning(installation.urls.owner)) throw stopFirst()
      const isUnfinished = await countForeignKeys(installation.urls.owner, installation.masterKeys) > 0 && installation.masterKeys.ids.length > 1
      if (isUnfinished) say({ zh: '接着做上次没有完成的更换…', en: 'Going on with a rotation that was not ended…' })
      const masterKeys = isUnfinished ? installation.masterKeys : addMasterKey(call.dataFolder)
      const done = await rewrapStoredKeys(installation.urls.owner, masterKeys,
        (count) => say({ zh: `已更换 ${count} 个…`, en: `${count} keys…` }))
      await recordAtServer(installation, { verb: 'master-keys.rotated', details: { ...done, masterKeyId: masterKeys.currentId } })
      return done
    })
    call.terminal.out(`已更换 ${rewrapped} 个数据密钥，请重新导出主密钥。  ${rewrapped} data keys rewrapped; export the master keys again.`)
    if (unreadable > 0) {
      throw new CommandRefused({
        zh: `有 ${unreadable} 个数据密钥打不开，已原样保留：它们的主密钥不在密钥文件中，请用 keys import 导入。`,
        en: `${unreadable} data keys could not be opened and were left as they are: import the master key that wraps them (keys import).`,
      })
    }
  },
}

const stopFirst = () => new CommandRefused({
  zh: '薪火正在运行，它还不认识新的主密钥。请先停止薪火，再更换主密钥。',
  en: 'The program is running and would not know the new key: stop it first.',
})
