import { openDatabase } from '#platform/database/open.ts'
import { sayTo, type Command } from '../command.ts'

export const command: Command = {
  summary: {
    zh: '把数据库结构更新到本程序的版本；还没有数据库时建立一个空的。启动时也会自动更新。',
    en: 'Brings the schema to this program’s version, making an empty database where there is none. Every start does so too.',
  },
  run: async ({ dataFolder, databaseUrl, terminal }) => {
    const database = await openDatabase({ dataFolder, databaseUrl, attach: true, say: sayTo(terminal) })
    await database.stop()
    terminal.out('数据库结构已是最新。  The schema is up to date.')
  },
}
