import type { Sentence } from '#platform/database/open.ts'

/** An option of a command, always written out: `--to file`. */
export type CommandOption = {
  /** What is given after it; an option without a value is a switch. */
  value?: string
  /** The command cannot do without it. */
  isRequired?: boolean
  summary: Sentence
}

/** Where a command speaks: results to `out`, progress and errors to `error`. */
export type Terminal = {
  out(line: string): void
  error(line: string): void
  /** Asks for something that is not shown while it is typed; undefined where nobody can be asked. */
  askSecret(question: string): Promise<string | undefined>
}

/** What a command is called with. */
export type Call = {
  /** Words behind the verb that are no options. */
  operands: readonly string[]
  /** Options with a value. */
  values: Readonly<Record<string, string>>
  /** Switches that were given. */
  switches: ReadonlySet<string>
  dataFolder: string
  databaseUrl: string | undefined
  environment: NodeJS.ProcessEnv
  terminal: Terminal
}

/** One verb of the command line. */
export type Command = {
  summary: Sentence
  /** Words behind the verb, for the usage line: `<file>`. */
  operands?: readonly string[]
  options?: Readonly<Record<string, CommandOption>>
  run(call: Call): Promise<void>
}

/** A command that cannot do what was asked; the sentence says what to do. */
export class CommandRefused extends Error {
  readonly sentence: Sentence

  constructor(sentence: Sentence) {
    super(`${sentence.zh} ${sentence.en}`)
    this.name = 'CommandRefused'
    this.sentence = sentence
  }
}

/** Says a step of the work in both languages. */
export const sayTo = (terminal: Terminal) => ({ zh, en }: Sentence): void => terminal.error(`${zh}  ${en}`)
