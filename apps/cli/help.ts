import type { Command } from './command.ts'
import { commands } from './commands.ts'

/** All commands, or those of one noun. */
export function overview(noun?: string): string {
  const shown = Object.entries(commands).filter(([known]) => noun === undefined || known === noun)
  const lines = shown.flatMap(([known, verbs]) => Object.keys(verbs).map((verb) => `  npm run xinhuo -- ${`${known} ${verb}`.trim()}`))
  return [
    '薪火命令行：一个名词、一个动词；加 --help 看用法。数据文件夹由 XINHUO_DATA 指定（默认 ./data），外部数据库由 DATABASE_URL 指定。',
    'The command line of Xinhuo: a noun and a verb; add --help for usage. XINHUO_DATA names the data folder (./data), DATABASE_URL another database.',
    '', ...lines,
  ].join('\n')
}

/** How one command is used. */
export function helpOf(name: string, command: Command): string {
  const options = Object.entries(command.options ?? {}).map(([option, { value, isRequired = false, summary }]) =>
    ({ form: `--${option}${value === undefined ? '' : ` <${value}>`}`, isRequired, summary }))
  const forms = options.map(({ form, isRequired }) => (isRequired ? form : `[${form}]`))
  const usage = ['npm run xinhuo --', name, ...command.operands ?? [], ...forms].join(' ')
  return [
    command.summary.zh, command.summary.en, '', `  ${usage}`,
    ...options.flatMap(({ form, summary }) => ['', `  ${form}`, `      ${summary.zh}`, `      ${summary.en}`]),
  ].join('\n')
}
