import { createRequire } from 'node:module'
import type * as PinyinPro from 'pinyin-pro'

let read: typeof PinyinPro | undefined

/** How Chinese is pronounced; its dictionary takes 16 MB, and is read with the first name somebody writes down or looks for. */
export function pinyinLibrary(): typeof PinyinPro {
  read ??= createRequire(import.meta.url)('pinyin-pro') as typeof PinyinPro
  return read
}
