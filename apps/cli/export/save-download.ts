import { stat } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import type { Asking } from '../acting/as-account.ts'
import { asOption } from '../acting/as-option.ts'
import type { Call, CommandOption } from '../command.ts'
import { writeWhole } from './write-whole.ts'
import { refusalOf } from '../acting/refusal-of.ts'

/** Options every export has. */
export const exportOptions = {
  as: asOption,
  unit: { value: 'code', summary: { zh: '单位代码，含其下级；默认是该账号的单位。', en: 'Code of the unit, with all below; by default the account’s own.' } },
  to: { value: 'file', isRequired: true, summary: { zh: '存为哪个文件（.xlsx）。', en: 'File to write (.xlsx).' } },
} as const satisfies Record<string, CommandOption>

/** Saves one of the product's downloads, made for the account of `--as`, under the name of `--to`. */
export async function saveDownload(call: Call, { command, address, query }: { command: string; address: string; query: readonly string[] }): Promise<void> {
  const wanted = query.flatMap((name): [string, string][] => (call.values[name] === undefined ? [] : [[name, call.values[name]]]))
  const target = path.resolve(call.values['to'] ?? '')
  // The whole product is loaded only when it is needed, so that help comes at once.
  const { asAccount } = await import('../acting/as-account.ts')
  const url = `${address}?${new URLSearchParams(wanted).toString()}`
  await asAccount(call, command, (asking) => writeWhole(target, () => download(asking, url)))
  call.terminal.out(`${target}  ${(await stat(target)).size} 字节 bytes`)
}

async function download({ server, cookie }: Asking, url: string): Promise<AsyncIterable<Uint8Array>> {
  const answer = await server.inject({ method: 'GET', url, headers: { cookie }, payloadAsStream: true })
  if (answer.statusCode !== 200) throw refusalOf(await text(answer.stream()))
  return answer.stream()
}
