import type { Sentence } from '#platform/database/open.ts'

/** Why a backup was not made, read or restored. */
export type BackupRefusal = keyof typeof sentences

const sentences = {
  ALREADY_RUNNING: { zh: '另一个备份正在进行，请等它结束后再试。', en: 'Another backup is being made: wait until it has ended.' },
  TARGET_EXISTS: { zh: '同名的备份文件已经存在，请换一个文件名。', en: 'A file of that name exists: choose another name.' },
  NOT_WRITABLE: { zh: '备份文件无法写入，请检查文件夹的权限和磁盘的剩余空间。', en: 'The archive cannot be written: check the rights of the folder and the space of the disk.' },
  MISSING: { zh: '找不到这个备份文件，请核对路径。', en: 'There is no such archive: check the path.' },
  NOT_AN_ARCHIVE: { zh: '这不是薪火的备份文件，请重新选择。', en: 'This is not an archive of Xinhuo: choose another file.' },
  WRONG_KEY: {
    zh: '主密钥打不开这个备份：它属于另一套系统。请先用 keys import 导入那套系统导出的密钥。',
    en: 'The master key does not open this archive: it belongs to another installation. Import its exported keys first (keys import).',
  },
  DAMAGED: { zh: '备份文件不完整或已被改动，没有恢复任何内容。请换另一份备份。', en: 'The archive is cut or altered; nothing was restored. Take another archive.' },
  NEWER_THAN_PROGRAM: { zh: '这个备份由更新的程序制作，请先升级本程序再恢复。', en: 'The archive was made by a newer program: upgrade this one first.' },
  OTHER_MIGRATIONS: {
    zh: '这个备份的数据库结构与本程序的不一致，请用制作备份时的程序版本恢复。',
    en: 'The schema of the archive differs from this program’s: restore with the version that made it.',
  },
  TARGET_NOT_EMPTY: {
    zh: '目标不是空的，没有作任何改动。恢复只能放进空的数据文件夹和空的数据库。',
    en: 'The target is not empty and was left as it is. Restore only into an empty data folder and an empty database.',
  },
} as const satisfies Record<string, Sentence>

/** A backup that is refused, with the sentence that says what to do. Anything else thrown here is a defect. */
export class BackupRefused extends Error {
  readonly code: BackupRefusal
  readonly sentence: Sentence

  constructor(code: BackupRefusal, cause?: unknown) {
    super(`${sentences[code].zh} ${sentences[code].en}`, cause === undefined ? undefined : { cause })
    this.name = 'BackupRefused'
    this.code = code
    this.sentence = sentences[code]
  }
}
