import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

const env = { ...process.env, PATH: [join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter) }

/** How a program ended: its exit code (1 when it could not start) and, unless shown at once, what it said. */
export type Ending = { code: number; output: string; seconds: number }

/** Runs a program of the project; its words are collected, or shown as they come. */
export function run(program: string, args: string[], options: { shown?: boolean; env?: Record<string, string> } = {}): Promise<Ending> {
  const started = performance.now()
  const child = spawn(program, args, {
    cwd: ROOT, env: { ...env, ...options.env }, stdio: options.shown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => void (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => void (output += chunk.toString()))
  return new Promise(resolve => {
    const end = (code: number, words: string) => resolve({ code, output: words, seconds: (performance.now() - started) / 1000 })
    child.on('error', problem => end(1, `${program}: ${problem.message}`))
    child.on('close', code => end(code ?? 1, output))
  })
}
