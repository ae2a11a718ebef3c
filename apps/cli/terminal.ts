import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { CommandRefused, type Call, type Terminal } from './command.ts'

/** The terminal of the process. */
export const processTerminal: Terminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
  askSecret: async (question) => (process.stdin.isTTY ? askUnseen(question) : undefined),
}

/** What is typed goes nowhere but into the answer. */
async function askUnseen(question: string): Promise<string> {
  process.stderr.write(question)
  const nowhere = new Writable({ write: (_block, _encoding, done) => done() })
  const asking = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  try {
    return await asking.question('')
  } finally {
    asking.close()
    process.stderr.write('\n')
  }
}

/** The passphrase of exported keys: from the environment or typed; never an argument, which others on the machine could read. */
export async function readPassphrase({ environment, terminal }: Call, { isNew }: { isNew: boolean }): Promise<string> {
  const given = environment['XINHUO_PASSPHRASE']
  if (given !== undefined && given !== '') return given
  const typed = await terminal.askSecret('口令 Passphrase: ')
  if (typed === undefined) {
    throw new CommandRefused({
      zh: '没有可以输入口令的终端，请用环境变量 XINHUO_PASSPHRASE 给出口令。',
      en: 'There is no terminal to ask for the passphrase: give it in XINHUO_PASSPHRASE.',
    })
  }
  if (isNew && await terminal.askSecret('再输入一次 Again: ') !== typed) {
    throw new CommandRefused({ zh: '两次输入的口令不一样，请重新执行。', en: 'The two passphrases differ: try again.' })
  }
  return typed
}
