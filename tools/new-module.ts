import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './run.ts'

const TEMPLATE = join(ROOT, 'tools/new-module/template')

/** All spellings of a module's name that its files need. */
function spellingsOf(name: string, chinese: string): Record<string, string> {
  const noun = singularOf(name)
  const camel = camelOf(name)
  return {
    name, noun, camel, zh: chinese, schema: name.replaceAll('-', '_'), table: name.replaceAll('-', '_'),
    Pascal: capitalOf(camel), Noun: capitalOf(camelOf(noun)),
    English: capitalOf(name.replaceAll('-', ' ')),
  }
}

const singularOf = (name: string) => name.replace(/ies$/, 'y').replace(/(ss|sh|ch|x)es$/, '$1').replace(/([^s])s$/, '$1')
const camelOf = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
const capitalOf = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1)

/** The files of a new module, named from the root: what the template says, with its names filled in. */
export function filesOfModule(name: string, chinese: string, migrationNumber: number): Record<string, string> {
  const spellings = spellingsOf(name, chinese)
  const fill = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => spellings[key] ?? '')
  const migration = `database/migrations/${String(migrationNumber).padStart(4, '0')}_${name}_create-${name}.sql`
  const files: Record<string, string> = {}
  for (const entry of readdirSync(TEMPLATE, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.txt')) continue
    const part = fill(entry.replace(/\.txt$/, '').replaceAll('\\', '/'))
    files[part === 'migration.sql' ? migration : `modules/${name}/${part}`] = fill(readFileSync(join(TEMPLATE, entry), 'utf8'))
  }
  return files
}

/** The row of the glossary that makes the new words known. */
export const glossaryRowOf = (name: string, chinese: string) =>
  `| ${chinese} | \`${singularOf(name).replaceAll('-', ' ')}\` | Room: modules/${name}; say in one sentence what it is. |\n`

/** What is wrong with the words given to the command; undefined when they will do. */
export function findNameProblem(name: string, chinese: string, isTaken: boolean): string | undefined {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name) || singularOf(name) === name) return '模块名请用英文小写复数，如 field-trips。The name is a plural noun in kebab-case.'
  if (!/\p{Script=Han}/u.test(chinese)) return '请写上中文名，如：npm run new:module -- field-trips 走访调研。The Chinese name is missing.'
  return isTaken ? `modules/${name} 已经存在。It exists already.` : undefined
}

function main([name = '', chinese = '']: string[]) {
  const problem = findNameProblem(name, chinese, existsSync(join(ROOT, 'modules', name)) && name !== '')
  if (problem) {
    console.error(problem)
    process.exitCode = 1
    return
  }
  const numbers = readdirSync(join(ROOT, 'database/migrations')).map(file => Number.parseInt(file, 10)).filter(number => number > 0)
  for (const [file, text] of Object.entries(filesOfModule(name, chinese, Math.max(0, ...numbers) + 1))) {
    mkdirSync(dirname(join(ROOT, file)), { recursive: true })
    writeFileSync(join(ROOT, file), text)
    console.log(`+ ${file}`)
  }
  appendFileSync(join(ROOT, 'docs/GLOSSARY.md'), glossaryRowOf(name, chinese))
  console.log(['', `下一步：在 apps/server/modules.ts 加入 ${camelOf(name)}Module，在 apps/web 加入 ${camelOf(name)}Pages；`,
    '运行 npm run db:types，然后 npm run check；在 docs/GLOSSARY.md 末行写明这个词的意思。'].join('\n'))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv.slice(2))
