import { rmSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { CommandRefused } from '../command.ts'
import { sentenceOf } from '../sentence-of.ts'

/**
 * Writes a file whole or not at all, under a name beside it until it is whole. That it can be written is known before `content` is asked for:
 * nothing is computed, recorded or sent for a file that has no place.
 */
export async function writeWhole(target: string, content: () => Promise<AsyncIterable<Uint8Array>>): Promise<void> {
  await mustBeFile(target)
  const half = `${target}.half`
  const file = await open(half, 'w', 0o600).catch((error: unknown) => { throw asRefusal(target, error) })
  const tidy = () => { rmSync(half, { force: true }) }
  process.once('exit', tidy)
  try {
    let failure: unknown
    // What comes after a failure is read and dropped: whoever sends it ends in order, and with it the transaction it reads in.
    for await (const block of await content()) {
      if (failure === undefined) await file.appendFile(block).catch((error: unknown) => { failure = error })
    }
    if (failure === undefined) await file.sync().catch((error: unknown) => { failure = error })
    if (failure !== undefined) throw asRefusal(target, failure)
    await rename(half, target)
  } finally {
    process.off('exit', tidy)
    await file.close()
    await rm(half, { force: true })
  }
}

async function mustBeFile(target: string): Promise<void> {
  const found = await stat(target).catch(() => undefined)
  if (found === undefined || found.isFile()) return
  throw new CommandRefused({ zh: `${target} 不是文件，请写明要存成的文件名。`, en: `${target} is no file: name the file to write.` })
}

function asRefusal(target: string, error: unknown): unknown {
  // The name beside it is nobody's business: only why, and of which file.
  const sentence = sentenceOf(error instanceof Error && 'path' in error ? Object.assign(error, { path: undefined }) : error)
  return sentence === undefined ? error
    : new CommandRefused({ zh: `${target} 没有写成：${sentence.zh}`, en: `${target} could not be written: ${sentence.en}` })
}
