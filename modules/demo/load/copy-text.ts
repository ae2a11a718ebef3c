/** A value of a row: what the tables of the house hold. */
export type CopyValue = string | number | bigint | boolean | null | undefined | Uint8Array | Date | readonly string[] | object

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escapeText = (text: string) => (/[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign) : text)

/** One line of COPY's text format. */
export const copyLine = (values: readonly CopyValue[]): string => `${values.map(copyField).join('\t')}\n`

function copyField(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escapeText(value)
  if (typeof value !== 'object') return String(value)
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
  if (value instanceof Date) return value.toISOString()
  return escapeText(Array.isArray(value) ? arrayText(value) : JSON.stringify(value))
}

const arrayText = (values: readonly unknown[]) => `{${values.map((each) => `"${String(each).replace(/["\\]/g, '\\$&')}"`).join(',')}}`
