import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { Sheet } from './cells.ts'
import { inspectArchive } from './inspect-archive.ts'
import { readWorkbook } from './read-workbook.ts'
import { SheetRefusal, type SheetRefusalCode } from './refusal.ts'
import { makeArchive, makeRegister, makeWorkbook } from './sample-files.ts'

const first = (sheets: Sheet[]) => sheets[0] as Sheet
const refuses = async (bytes: Uint8Array, code: SheetRefusalCode, limits = {}) => {
  const error = await readWorkbook(bytes, limits).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(SheetRefusal)
  expect((error as SheetRefusal).code).toBe(code)
  expect((error as SheetRefusal).message).toMatch(/[。]$/)
}
const workbookPart = { name: 'xl/workbook.xml', content: '<workbook/>' }
const typesPart = { name: '[Content_Types].xml', content: '<Types/>' }

describe('reading a workbook', () => {
  it('keeps row numbers, identity numbers as text, dates as days and flags a number that lost digits', async () => {
    const sheet = first(await readWorkbook(await makeRegister()))
    expect(sheet.name).toBe('登记表')
    expect(sheet.merges).toEqual([{ startRow: 0, startColumn: 0, endRow: 0, endColumn: 4 }])
    expect(sheet.rows[3]?.[2]).toEqual({ text: '990101199001011237', kind: 'text' })
    expect(sheet.rows[3]?.[3]).toEqual({ text: '1990-01-01', kind: 'date' })
    expect(sheet.rows[4]).toEqual([])
    expect(sheet.rows[5]?.[2]).toMatchObject({ kind: 'number', precisionLost: true })
    expect(sheet.rows[5]?.[2]?.text).toMatch(/^\d{18}$/)
    expect(sheet.rows[5]?.[3]).toEqual({ text: '1955.2.2', kind: 'text' })
    expect(sheet.rows[5]?.[4]).toEqual({ text: '13900000001', kind: 'number' })
    expect(sheet.rows[6]?.[3]).toEqual({ text: '1948-03-03', kind: 'date' })
  })

  it('shows numbers as a spreadsheet does, formulas as their result, times apart from days', async () => {
    const bytes = await makeWorkbook((workbook) => {
      const row = workbook.addWorksheet('一').getRow(1)
      row.values = [0.1 + 0.2, { formula: '1+1', result: 2 }, true, new Date(Date.UTC(2026, 2, 1, 9, 30)), 1e-7, { error: '#N/A' }]
      row.getCell(4).numFmt = 'yyyy-mm-dd hh:mm'
    })
    expect(first(await readWorkbook(bytes)).rows[0]).toEqual([
      { text: '0.3', kind: 'number' },
      { text: '2', kind: 'number' },
      { text: '是', kind: 'boolean' },
      { text: '2026-03-01', kind: 'date', time: '09:30:00' },
      { text: '0.0000001', kind: 'number' },
      { text: '#N/A', kind: 'text' },
    ])
  })

  it('reads what the annotating library writes, hidden sheets marked', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: '名单', rows: [['姓名'], ['甲一']] }, { name: '字典', rows: [['汉族']], hidden: true }] })
    const sheets = await readWorkbook(bytes)
    expect(sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([['名单', false], ['字典', true]])
    expect(first(sheets).rows[1]?.[0]?.text).toBe('甲一')
  })

  it.each([
    ['UTF-8 with a mark', Buffer.from('\ufeff姓名,证件\r\n甲一,="0012"\r\n', 'utf8')],
    ['GB18030', Buffer.from('d0d5c3fb2c780d0abcd7d2bb2c30303132', 'hex')],
    ['UTF-16 with tabs', Buffer.from('\ufeff姓名\t证件\r\n甲一\t0012\r\n', 'utf16le')],
  ])('reads a text table in %s', async (_encoding, bytes) => {
    const rows = first(await readWorkbook(bytes)).rows
    expect(rows[0]?.[0]?.text).toBe('姓名')
    expect(rows[1]?.map((cell) => cell.text)).toEqual(['甲一', '0012'])
    expect(rows[1]?.[1]?.kind).toBe('text')
  })

  it('flags what .csv leaves of a long number', async () => {
    const cell = first(await readWorkbook(Buffer.from('姓名,证件\n甲一,9.90101E+17\n'))).rows[1]?.[1]
    expect(cell).toEqual({ text: '9.90101E+17', kind: 'text', precisionLost: true })
  })
})

describe('refusing a file', () => {
  it('refuses what is no table, by its bytes', async () => {
    await refuses(new Uint8Array(), 'EMPTY_FILE')
    await refuses(Buffer.from('%PDF-1.7 something'), 'NOT_A_WORKBOOK')
    await refuses(Buffer.from([1, 2, 0, 0, 9]), 'NOT_A_WORKBOOK')
    await refuses(Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'WEB_PAGE')
    await refuses(await makeArchive([{ name: 'word/document.xml', content: 'x' }, typesPart]), 'NOT_A_WORKBOOK')
  })

  it('tells the old format from a workbook with a password', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    await refuses(old, 'OLD_FORMAT')
    await refuses(Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]), 'ENCRYPTED')
    await refuses(await writeXlsx({ sheets: [{ name: 's', rows: [['x']] }], encryption: { password: 'p', spinCount: 10 } }), 'ENCRYPTED')
  })

  it('refuses an upload that broke off, wherever it broke off', async () => {
    const bytes = await makeRegister()
    for (const share of [0.2, 0.5, 0.9, 0.99]) await refuses(bytes.subarray(0, Math.floor(bytes.length * share)), 'TRUNCATED')
  })

  it('refuses an archive that unpacks out of all proportion, before unpacking it', async () => {
    const zeros = '0'.repeat(1024 * 1024)
    const bomb = await makeArchive([typesPart, workbookPart, { name: 'xl/worksheets/sheet1.xml', content: zeros.repeat(20) }])
    expect(bomb.length).toBeLessThan(100_000)
    await refuses(bomb, 'TOO_COMPRESSED')
    await refuses(bomb, 'TOO_LARGE', { maxUnpackedBytes: 10 * 1024 * 1024 })
  })

  it('refuses an archive whose list understates what it unpacks to', async () => {
    const zeros = '0'.repeat(1024 * 1024)
    const bomb = Buffer.from(await makeArchive([typesPart, workbookPart, { name: 'xl/worksheets/sheet1.xml', content: zeros.repeat(20) }]))
    const lastEntry = bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bomb.writeUInt32LE(1000, lastEntry + 24)
    expect(() => inspectArchive(bomb)).not.toThrow()
    await refuses(bomb, 'TOO_COMPRESSED')
  })

  it('refuses too many parts unless the caller allows them', async () => {
    const bytes = await makeWorkbook((workbook) => {
      for (let index = 1; index <= 100; index++) workbook.addWorksheet(`表${index}`).getCell('A1').value = index
    })
    await refuses(bytes, 'TOO_MANY_PARTS')
    expect(await readWorkbook(bytes, { maxEntries: 500 })).toHaveLength(100)
  })

  it('refuses more cells than asked for', async () => {
    await refuses(await makeRegister(), 'TOO_MANY_CELLS', { maxCells: 10 })
  })

  it('stops reading at the deadline', async () => {
    await refuses(await makeRegister(), 'TOO_SLOW', { deadlineMs: 1 })
  })

  it('survives a table that needs more memory than the reading thread has', async () => {
    const rows = Array.from({ length: 6_000 }, (_, index) => Array.from({ length: 20 }, (_unused, column) => `第${index}行${column}列`))
    const bytes = await writeXlsx({ sheets: [{ name: '大', rows }] })
    await refuses(bytes, 'TOO_LARGE', { memoryMiB: 8 })
  })

  it('calls nonsense inside a proper archive damaged', async () => {
    await refuses(await makeArchive([typesPart, { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet' }]), 'DAMAGED')
  })

  it('reads sizes of the 64-bit form that servers written in Java use', () => {
    const name = Buffer.from('a')
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt32LE(0xffffffff, 20)
    entry.writeUInt32LE(0xffffffff, 24)
    entry.writeUInt16LE(1, 28)
    entry.writeUInt16LE(20, 30)
    const extra = Buffer.alloc(20)
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(16, 2)
    extra.writeBigUInt64LE(5_000_000_000n, 4)
    extra.writeBigUInt64LE(10n, 12)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(4, 16)
    const bytes = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), entry, name, extra, end])
    expect(() => inspectArchive(bytes)).toThrow(expect.objectContaining({ code: 'TOO_LARGE' }))
  })
})
