import { pinyinLibrary } from '#platform/crypto/pinyin.ts'

/** Initials of a Chinese name in pinyin, small letters: 银行存款 → yhck. What is no Chinese character stays as it is. */
export const initialsOf = (name: string): string =>
  pinyinLibrary().pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('').toLowerCase().replaceAll(/[^a-z0-9]/g, '')
