import { CommandRefused } from '../command.ts'

type Told = { code?: string; message?: string; data?: { issues?: { path?: (string | number)[]; message: string }[] } }

/** What the product answered instead, as a sentence: its own words, with those beside the fields. */
export function refusalOf(body: string): CommandRefused {
  const { code = '', message = '', data } = JSON.parse(body) as Told
  return new CommandRefused({ zh: [message, ...(data?.issues ?? []).map(sayWhere)].join(' '), en: `Refused: ${code}.` })
}

/** The page shows it beside the field; here the field is named. A file is the only one of its kind. */
function sayWhere({ path = [], message }: { path?: (string | number)[]; message: string }): string {
  const field = path.join('.')
  return field === '' || field === 'file' ? message : `${field}：${message}`
}
