import path from 'node:path'
import { parseArgs } from 'node:util'
import { CommandRefused, type Call, type Command, type Terminal } from './command.ts'
import { commands } from './commands.ts'
import { helpOf, overview } from './help.ts'
import { sentenceOf } from './sentence-of.ts'

/** Carries out one command line; gives the exit code. */
export async function runCommandLine(words: readonly string[], environment: NodeJS.ProcessEnv, terminal: Terminal): Promise<number> {
  try {
    await carryOut(words, environment, terminal)
    return 0
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === undefined) throw error
    terminal.error(sentence.zh)
    terminal.error(sentence.en)
    return 1
  }
}

async function carryOut(words: readonly string[], environment: NodeJS.ProcessEnv, terminal: Terminal): Promise<void> {
  const [noun = '', second = ''] = words
  if (noun === '' || asksForHelp(noun)) return terminal.out(overview())
  const verbs = commands[noun]
  if (verbs === undefined) throw unknown(noun, Object.keys(commands))
  const verb = verbs[''] === undefined ? second : ''
  if (asksForHelp(verb)) return terminal.out(overview(noun))
  const load = verbs[verb]
  if (load === undefined) throw unknown(`${noun} ${verb}`.trim(), Object.keys(verbs).map((known) => `${noun} ${known}`))
  const { command } = await load()
  const name = `${noun} ${verb}`.trim()
  const rest = words.slice(verb === '' ? 1 : 2)
  if (rest.some(asksForHelp)) return terminal.out(helpOf(name, command))
  await command.run({ ...readWords(name, command, rest), ...placesOf(environment), environment, terminal })
}

const asksForHelp = (word: string): boolean => word === '--help' || word === '-h'

function unknown(word: string, known: readonly string[]): CommandRefused {
  return new CommandRefused({
    zh: `没有“${word}”这个命令。可用：${known.join('、')}。`,
    en: `There is no command "${word}". Known: ${known.join(', ')}.`,
  })
}

function readWords(name: string, command: Command, words: readonly string[]): Pick<Call, 'operands' | 'values' | 'switches'> {
  const options = Object.entries(command.options ?? {})
  const wrong = (problem: { zh: string; en: string }) => new CommandRefused({
    zh: `${problem.zh}用法见 ${name} --help。`, en: `${problem.en} See ${name} --help.`,
  })
  const parsed = parse(options.map(([option, { value }]) => [option, value !== undefined] as const), words)
  if (parsed === undefined) {
    const known = options.map(([option]) => `--${option}`).join(' ')
    throw wrong({ zh: `选项写得不对，可用：${known || '无'}。`, en: `An option is wrong; known: ${known || 'none'}.` })
  }
  const operands = command.operands ?? []
  const most = operands.length
  const least = operands.filter((operand) => !operand.startsWith('[')).length
  if (parsed.positionals.length > most || parsed.positionals.length < least) {
    throw wrong({ zh: `应写明：${operands.join(' ') || '不带其他词'}。`, en: `Expected: ${operands.join(' ') || 'no further words'}.` })
  }
  const absent = options.find(([option, { isRequired }]) => isRequired === true && parsed.values[option] === undefined)
  if (absent !== undefined) throw wrong({ zh: `缺少 --${absent[0]}。`, en: `--${absent[0]} is missing.` })
  const given = Object.entries(parsed.values)
  return {
    operands: parsed.positionals,
    values: Object.fromEntries(given.flatMap(([option, value]) => (typeof value === 'string' ? [[option, value]] : []))),
    switches: new Set(given.filter(([, value]) => value === true).map(([option]) => option)),
  }
}

function parse(options: (readonly [string, boolean])[], words: readonly string[]) {
  try {
    const shape = Object.fromEntries(options.map(([option, hasValue]) => [option, { type: hasValue ? 'string' as const : 'boolean' as const }]))
    return parseArgs({ args: [...words], options: shape, allowPositionals: true })
  } catch {
    return undefined
  }
}

/** The same places as `npm start` uses. */
function placesOf(environment: NodeJS.ProcessEnv): Pick<Call, 'dataFolder' | 'databaseUrl'> {
  return { dataFolder: path.resolve(environment['XINHUO_DATA'] ?? 'data'), databaseUrl: environment['DATABASE_URL'] || undefined }
}
