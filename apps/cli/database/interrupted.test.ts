import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'

const main = path.resolve('apps/cli/main.ts')

/** Programs that still run for this folder. */
const running = (folder: string) => spawnSync('pgrep', ['-f', path.basename(folder)], { encoding: 'utf8' }).stdout.trim()

it('Ctrl+C in the middle of a command ends it with a sentence, takes the database it started along, and what comes next finds all in order', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xinhuo-interrupted-'))
  try {
    const environment = { ...process.env, XINHUO_DATA: path.join(folder, 'data'), DATABASE_URL: '' }
    const child = spawn(process.execPath, [main, 'database', 'migrate'], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      said += part
      if (part.includes('正在更新数据库结构')) child.kill('SIGINT')
    })
    const code = await new Promise((resolve) => { child.once('close', resolve) })
    expect(code).toBe(130)
    expect(said.split('\n').at(-2)).toMatch(/^已中断，没有写完的不会保留；.* {2}Interrupted; what was half written is not kept/)
    for (let wait = 0; wait < 100 && running(folder) !== ''; wait++) await pause(100)
    expect(running(folder)).toBe('')
    const again = spawnSync(process.execPath, [main, 'database', 'migrate'], { env: environment, encoding: 'utf8' })
    expect([again.status, again.stdout]).toEqual([0, '数据库结构已是最新。  The schema is up to date.\n'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)
