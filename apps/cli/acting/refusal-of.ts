import { CommandRefused } from '../command.ts'

type Told = { code?: string; message?: string; data?: { issues?: { message: string }[] } }

/** What the product answered instead, as a sentence: its own words, with those beside the fields. */
export function refusalOf(body: string): CommandRefused {
  const { code = '', message = '', data } = JSON.parse(body) as Told
  return new CommandRefused({ zh: [message, ...(data?.issues ?? []).map((issue) => issue.message)].join(' '), en: `Refused: ${code}.` })
}
