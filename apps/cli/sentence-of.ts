import { LaunchError } from '#platform/database/embedded/start.ts'
import type { Sentence } from '#platform/database/open.ts'

/** The sentence of an error that is for the person at the server; undefined for a defect. */
export function sentenceOf(error: unknown): Sentence | undefined {
  if (error instanceof LaunchError) return { zh: error.zh, en: error.en }
  // Refusals of the keys, of the database's start, of backups, of the demo and of commands all carry one.
  if (error instanceof Error && 'sentence' in error && isSentence(error.sentence)) return error.sentence
  return sentenceOfSystem(error)
}

function isSentence(value: unknown): value is Sentence {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}

/** What the machine under us can refuse, by its own code. */
const ofMachine: Readonly<Record<string, Sentence>> = {
  ENOENT: { zh: '没有这个文件或文件夹，请核对路径。', en: 'there is no such file or folder: check the path.' },
  ENOTDIR: { zh: '路径中有一段不是文件夹，请核对路径。', en: 'a part of the path is no folder: check it.' },
  EISDIR: { zh: '这是一个文件夹，请写明文件名。', en: 'this is a folder: name a file.' },
  EEXIST: { zh: '已经存在，请换一个名字。', en: 'it exists: choose another name.' },
  EACCES: { zh: '没有读写权限，请换一个位置，或换有权限的用户执行。', en: 'permission denied: choose another place or another user.' },
  EPERM: { zh: '没有读写权限，请换一个位置，或换有权限的用户执行。', en: 'permission denied: choose another place or another user.' },
  EROFS: { zh: '这个位置只读，请换一个位置。', en: 'the place is read-only: choose another.' },
  ENOSPC: { zh: '磁盘空间不足，请腾出空间后重试。', en: 'the disk is full: make room and try again.' },
  EDQUOT: { zh: '磁盘配额已满，请腾出空间后重试。', en: 'the quota is full: make room and try again.' },
  EFBIG: { zh: '文件超过了允许的大小，请换一个位置。', en: 'the file grows beyond what is allowed: choose another place.' },
  ENAMETOOLONG: { zh: '文件名太长，请换一个短的名字。', en: 'the name is too long: choose a shorter one.' },
}

const lostDatabase: Sentence = { zh: '与数据库的连接中断，没有完成；请确认数据库在运行后重试。', en: 'The database is gone, nothing was completed: see that it runs and try again.' }
/** Connections refused or broken, and what PostgreSQL says when it is stopped under us. */
const ofDatabase = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '08006', '08003'])

function sentenceOfSystem(error: unknown): Sentence | undefined {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return undefined
  if (ofDatabase.has(error.code)) return lostDatabase
  const known = ofMachine[error.code]
  const place = 'path' in error && typeof error.path === 'string' ? error.path : ''
  return known === undefined || place === '' ? known : { zh: `${place}：${known.zh}`, en: `${place}: ${known.en}` }
}
