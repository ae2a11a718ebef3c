import { pathToFileURL } from 'node:url'
import { run } from './run.ts'

type Part = { name: string; program: string; args: string[] }

// Several checkers of one program each reckon the types of the whole anew: on two cores that is twice the work for the same verdict.
const once = ['--noEmit', '--checkers', '1', '-p']

/** Everything that can be checked without running the program; `npm run check -- tidy lint` runs only those. */
const parts: Part[] = [
  { name: 'types-server', program: 'tsc', args: [...once, 'tsconfig.server.json'] },
  { name: 'types-web', program: 'tsc', args: [...once, 'tsconfig.web.json'] },
  { name: 'types-rules', program: 'tsc', args: [...once, 'tsconfig.rules.json'] },
  // Journeys speak both of Node and of what stands in the browser's window.
  { name: 'types-journeys', program: 'tsc', args: [...once, 'tsconfig.journeys.json'] },
  { name: 'lint', program: 'oxlint', args: ['--type-aware', '--quiet', '--format=unix'] },
  { name: 'fence', program: 'node', args: ['tools/fence/fence.ts'] },
  { name: 'tidy', program: 'node', args: ['tools/tidy/tidy.ts'] },
  { name: 'knip', program: 'knip', args: ['--no-progress', '--no-config-hints'] },
]

type Options = { wanted?: readonly string[]; atOnce?: number; say?: (line: string) => void }

/** Runs the checks, two at a time as there are two cores, and says what failed. */
export async function check({ wanted = [], atOnce = 2, say = console.log }: Options = {}): Promise<{ failed: string[] }> {
  const waiting = parts.filter(({ name }) => wanted.length === 0 || wanted.some(each => name.startsWith(each)))
  const failed: string[] = []
  const work = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const { code, output, seconds } = await run(part.program, part.args)
      say(`${code === 0 ? '✓' : '✗'} ${part.name} ${seconds.toFixed(1)} s`)
      if (code !== 0) {
        failed.push(part.name)
        say(output.trimEnd().replace(/^/gm, '    '))
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { failed }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { failed } = await check({ wanted: process.argv.slice(2) })
  console.log(failed.length === 0 ? 'check: all in order' : `check: ${failed.join(', ')} failed`)
  process.exitCode = failed.length === 0 ? 0 : 1
}
