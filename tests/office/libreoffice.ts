import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** Kinds of files the tests let LibreOffice read and write. */
export type Format = 'fods' | 'ods' | 'csv' | 'xlsx' | 'pdf'

/** Opens a file in LibreOffice and saves it as another kind. */
export async function convert(file: Uint8Array | string, from: Format, to: Format): Promise<Buffer<ArrayBuffer>> {
  const [converted] = await convertAll([file], from, to)
  return converted ?? Buffer.alloc(0)
}

/** Opens files in one LibreOffice, one after the other, and saves each as another kind, in a folder and a profile of its own: a start costs seconds. */
export async function convertAll(files: readonly (Uint8Array | string)[], from: Format, to: Format): Promise<Buffer<ArrayBuffer>[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'xinhuo-office-'))
  try {
    const placeOf = (at: number) => path.join(folder, `table-${at}.${from}`)
    await Promise.all(files.map((file, at) => writeFile(placeOf(at), file)))
    // UTF-8, commas, numbers and dates recognised as when a person opens the file and clicks through.
    const reading = from === 'csv' ? ['--infilter=CSV:44,34,76,1,,2052,false,true'] : []
    const writing = to === 'csv' ? 'csv:Text - txt - csv (StarCalc):44,34,76,1' : to
    await promisify(execFile)('soffice', [
      '--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`, ...reading,
      '--convert-to', writing, '--outdir', path.join(folder, 'out'), ...files.keys().map(placeOf),
    ], { timeout: 180_000 })
    return await Promise.all(files.map((_, at) => readFile(path.join(folder, 'out', `table-${at}.${to}`))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A cell as somebody typed it: text, a number, or a day the program knows as one. */
export type TypedCell = string | number | { day: string } | null

/** A table as an office keeps it: a merged title, notes under it, headings, and rows of every kind. */
export type KeptTable = { sheetName: string; title: string; notes?: string[]; headings: string[]; rows: TypedCell[][] }

/** Widths of the columns, in millimetres; they must survive our marking. */
export const keptWidths = [12, 25, 15, 48, 32, 38, 30]

/** The table as a flat OpenDocument file, which LibreOffice opens like any of its own. */
export function flatTable({ sheetName, title, notes = [], headings, rows }: KeptTable): string {
  const columns = headings.map((_, at) => `<table:table-column table:style-name="w${at % keptWidths.length}"/>`).join('')
  const titleRow = `<table:table-row>${cell(title, 'title', headings.length)}${covered(headings.length - 1)}</table:table-row>`
  const noteRow = notes.length === 0 ? '' : `<table:table-row>${notes.map((note) => cell(note)).join('')}</table:table-row>`
  const headingRow = `<table:table-row>${headings.map((heading) => cell(heading, 'heading')).join('')}</table:table-row>`
  const body = rows.map((row) => `<table:table-row>${row.map((value) => cell(value)).join('') || '<table:table-cell/>'}</table:table-row>`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>${styles}</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="填表说明"><table:table-column/><table:table-row>${cell('本表由各乡镇填写')}</table:table-row></table:table>
<table:table table:name="${sheetName}">${columns}${titleRow}${noteRow}${headingRow}${body}</table:table></office:spreadsheet></office:body></office:document>`
}

const styles = [
  `<number:date-style style:name="day"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text>`
    + '<number:day/><number:text>日</number:text></number:date-style>',
  '<style:style style:name="title" style:family="table-cell"><style:paragraph-properties fo:text-align="center"/>'
    + '<style:text-properties fo:font-size="20pt" style:font-size-asian="20pt" fo:font-weight="bold" style:font-weight-asian="bold" fo:color="#c00000"/>'
    + '</style:style>',
  '<style:style style:name="heading" style:family="table-cell"><style:table-cell-properties fo:background-color="#ffe699" fo:border="0.5pt solid #000000"/>'
    + '<style:text-properties fo:font-weight="bold"/></style:style>',
  '<style:style style:name="date" style:family="table-cell" style:data-style-name="day"/>',
  ...keptWidths.map((width, at) => `<style:style style:name="w${at}" style:family="table-column">`
    + `<style:table-column-properties style:column-width="${width}mm"/></style:style>`),
].join('')

function cell(value: TypedCell, style?: string, span = 1): string {
  const spans = span > 1 ? ` table:number-columns-spanned="${span}" table:number-rows-spanned="1"` : ''
  const looks = `${style === undefined ? '' : ` table:style-name="${style}"`}${spans}`
  if (value === null || value === '') return `<table:table-cell${looks}/>`
  const shown = `<text:p>${typeof value === 'object' ? value.day : escape(String(value))}</text:p>`
  if (typeof value === 'number') return `<table:table-cell${looks} office:value-type="float" office:value="${value}">${shown}</table:table-cell>`
  if (typeof value === 'string') return `<table:table-cell${looks} office:value-type="string">${shown}</table:table-cell>`
  return `<table:table-cell table:style-name="date" office:value-type="date" office:date-value="${value.day}">${shown}</table:table-cell>`
}

const covered = (count: number): string => (count > 0 ? `<table:covered-table-cell table:number-columns-repeated="${count}"/>` : '')
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** What LibreOffice sees in a marked workbook it saved as a flat file: remarks by cell, looks of title and headings, widths, texts. */
export function readMarked(fods: Buffer, sheetName: string) {
  const flat = fods.toString('utf8').replaceAll(/>\s+</g, '><')
  const table = new RegExp(`<table:table table:name="${sheetName}"[^>]*>.*?</table:table>`, 's').exec(flat)?.[0] ?? ''
  const remarks = [...table.matchAll(/<office:annotation .*?<\/office:annotation>/gs)].map(([xml]) => [...xml.matchAll(/<text:p[^>]*>(.*?)<\/text:p>/gs)]
    .map(([, text = '']) => text.replaceAll(/<[^>]*>/g, '')).join(''))
  const styleOf = (text: string) => {
    const found = new RegExp(`<table:table-cell ([^>]*)>(?:<office:annotation .*?</office:annotation>)?<text:p[^>]*>${text}`, 's').exec(table)?.[1] ?? ''
    const name = /table:style-name="([^"]+)"/.exec(found)?.[1] ?? 'none'
    return new RegExp(`<style:style style:name="${name}" style:family="table-cell".*?</style:style>`, 's').exec(flat)?.[0] ?? ''
  }
  const widths = [...table.matchAll(/<table:table-column ([^>]*)\/>/g)].flatMap(([, column = '']) => {
    const name = /table:style-name="([^"]+)"/.exec(column)?.[1] ?? 'none'
    const width = new RegExp(`style:name="${name}" style:family="table-column"><style:table-column-properties [^>]*column-width="([\\d.]+)(in|mm|cm)"`)
      .exec(flat)
    const millimetres = Number(width?.[1] ?? 0) * ({ in: 25.4, mm: 1, cm: 10 }[width?.[2] ?? 'mm'] ?? 1)
    return Array.from({ length: Math.min(Number(/columns-repeated="(\d+)"/.exec(column)?.[1] ?? 1), 50) }, () => millimetres)
  })
  const titleSpan = Number(/table:number-columns-spanned="(\d+)"/.exec(table)?.[1] ?? 1)
  return { remarks, styleOf, widths, titleSpan, table }
}
