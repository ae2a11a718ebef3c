import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { commands } from './commands.ts'
import { runCommandLine } from './run.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'xinhuo-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const all = Object.entries(commands).flatMap(([noun, verbs]) => Object.keys(verbs).map((verb) => [noun, verb].filter((word) => word !== '')))

async function answer(words: readonly string[], environment: NodeJS.ProcessEnv = { XINHUO_DATA: path.join(folder, 'data') }) {
  const [out, error]: [string[], string[]] = [[], []]
  const terminal = { out: (line: string) => void out.push(line), error: (line: string) => void error.push(line), askSecret: async () => undefined }
  const code = await runCommandLine(words, environment, terminal)
  return { code, out: out.join('\n'), error: error.join('\n') }
}

describe.each(all.map((words) => [words.join(' '), words] as const))('%s', (name, words) => {
  test('answers --help in both languages, with every option and what follows the verb', async () => {
    const { code, out, error } = await answer([...words, '--help'])
    expect([code, error]).toEqual([0, ''])
    expect(out).toMatch(/^[^\n]*\p{Script=Han}[^\n]*\n[^\n]*[A-Za-z]{3}/u)
    expect(out).toContain(`npm run xinhuo -- ${name}`)
    const [noun = '', verb = ''] = words
    const loaded = await commands[noun]?.[verb]?.()
    for (const option of Object.keys(loaded?.command.options ?? {})) expect(out).toContain(`--${option}`)
    for (const operand of loaded?.command.operands ?? []) expect(out).toContain(operand)
    expect(await answer([...words, '-h'])).toEqual({ code, out, error })
  })

  test('refuses an option it does not have, and words too many, before it does anything', async () => {
    for (const extra of [['--no-such-option'], ['a', 'b', 'c', 'd']]) {
      const { code, out, error } = await answer([...words, ...extra])
      expect([code, out]).toEqual([1, ''])
      expect(error).toContain('--help')
    }
  })
})

test('no words show every command there is', async () => {
  for (const words of [[], ['--help']]) {
    const { code, out } = await answer(words)
    expect(code).toBe(0)
    for (const known of all) expect(out).toContain(`-- ${known.join(' ')}`)
  }
})

test('an unknown noun lists the nouns, an unknown verb the verbs of its noun', async () => {
  const noun = await answer(['backups', 'make'])
  expect(noun).toMatchObject({ code: 1, out: '' })
  expect(noun.error).toContain('backup')
  expect(noun.error).toContain('keys')
  const verb = await answer(['backup', 'create'])
  expect(verb.error).toContain('backup make')
  expect(verb.error).not.toContain('keys')
})

test('a mistyped data folder never becomes a new installation', async () => {
  for (const words of [['backup', 'make'], ['verify'], ['keys', 'rotate'], ['audit', 'heads']]) {
    const { code, error } = await answer(words)
    expect(code).toBe(1)
    expect(error).toContain(path.join(folder, 'data'))
  }
})

test('a database that does not answer is one clear sentence', async () => {
  const { code, error } = await answer(['verify'], { XINHUO_DATA: path.join(folder, 'data'), DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' })
  expect(code).toBe(1)
  expect(error).toMatch(/^[^\n]*没有响应[^\n]*\n[^\n]*does not answer[^\n]*$/)
})

test('the passphrase comes from the environment or the terminal, never from an argument', async () => {
  const { code, error } = await answer(['keys', 'export', path.join(folder, 'keys.json')])
  expect(code).toBe(1)
  expect(error).toContain('XINHUO_PASSPHRASE')
})

test('the process ends with the code and says nothing but the sentence', () => {
  const run = spawnSync(process.execPath, [path.join(import.meta.dirname, 'main.ts'), 'nonsense'], { encoding: 'utf8' })
  expect([run.status, run.stdout]).toEqual([1, ''])
  expect(run.stderr.trim().split('\n')).toHaveLength(2)
})
