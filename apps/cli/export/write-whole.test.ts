import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { runCommandLine } from '../run.ts'
import { sentenceOf } from '../sentence-of.ts'
import { writeWhole } from './write-whole.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'xinhuo-whole-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a file of the command line is whole or not there', () => {
  let asked = 0
  let sent = 0
  beforeEach(() => { [asked, sent] = [0, 0] })
  const content = async () => {
    asked++
    return Readable.from((function* () {
      for (; sent < 5; sent++) yield Buffer.from(`part ${sent} `)
    })())
  }
  const sentence = async (work: Promise<void>) => work.then(() => undefined, (error: unknown) => sentenceOf(error)?.zh)

  it('and stands under its name only when it is', async () => {
    const target = path.join(folder, 'whole.txt')
    await writeWhole(target, content)
    expect([readFileSync(target, 'utf8'), readdirSync(folder)]).toEqual(['part 0 part 1 part 2 part 3 part 4 ', ['whole.txt']])
  })

  it('a place where nothing can be written is told before anything is asked for, with what to do', async () => {
    const file = path.join(folder, 'file')
    writeFileSync(file, 'x')
    expect([
      await sentence(writeWhole(path.join(folder, 'none', 'a.xlsx'), content)), await sentence(writeWhole(folder, content)),
      await sentence(writeWhole(path.join(file, 'a.xlsx'), content)), await sentence(writeWhole('/dev/full', content)),
    ]).toEqual([
      `${folder}/none/a.xlsx 没有写成：没有这个文件或文件夹，请核对路径。`, `${folder} 不是文件，请写明要存成的文件名。`,
      `${file}/a.xlsx 没有写成：路径中有一段不是文件夹，请核对路径。`, '/dev/full 不是文件，请写明要存成的文件名。'])
    expect(asked).toBe(0)
  })

  it('a disk that is full leaves the earlier file as it was; who sends it is heard to the end', async () => {
    const target = path.join(folder, 'full.txt')
    writeFileSync(target, 'earlier')
    symlinkSync('/dev/full', `${target}.half`)
    expect(await sentence(writeWhole(target, content))).toBe(`${target} 没有写成：磁盘空间不足，请腾出空间后重试。`)
    expect([readFileSync(target, 'utf8'), existsSync(`${target}.half`), sent]).toEqual(['earlier', false, 5])
  })

  it('what breaks while it is sent leaves nothing', async () => {
    const broken = async () => Readable.from((function* () {
      yield Buffer.from('part')
      throw new Error('aborted')
    })())
    await expect(writeWhole(path.join(folder, 'broken.txt'), broken)).rejects.toThrow('aborted')
    expect(readdirSync(folder).filter((name) => name.startsWith('broken'))).toEqual([])
  })
})

it('a folder instead of an archive is refused with a sentence', async () => {
  const said: string[] = []
  const terminal = { out: () => {}, error: (line: string) => void said.push(line), askSecret: async () => undefined }
  const code = await runCommandLine(['keys', 'import', folder], { XINHUO_DATA: path.join(folder, 'data'), XINHUO_PASSPHRASE: 'abcdefghijkl' }, terminal)
  expect(code).toBe(1)
  expect(said.join()).toMatch(/\p{Script=Han}/u)
})
