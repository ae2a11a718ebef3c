import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sheet } from './cells.ts'
import { makeInert } from './inert-text.ts'
import { readWorkbook } from './read-workbook.ts'
import { collect, openElsewhere } from './sample-files.ts'
import { columnName, writeRows, type WrittenColumn } from './write-stream.ts'

const columns: WrittenColumn[] = [
  { key: 'name', title: '姓名', width: 12 },
  { key: 'count', title: '次数', kind: 'number' },
  { key: 'on', title: '日期', kind: 'date' },
  { key: 'amountFen', title: '金额（元）', kind: 'money' },
  { key: 'at', title: '登记时间', kind: 'instant', width: 20 },
]
const write = (rows: Record<string, unknown>[], title?: string) =>
  collect(writeRows({ sheetName: '名单', columns, rows, ...(title === undefined ? {} : { title }) }))
const rowsOf = async (bytes: Uint8Array) => ((await readWorkbook(bytes))[0] as Sheet).rows

/** Rows that count how many have been asked for, and notice when nobody wants more. */
function countingRows(total: number) {
  const seen = { rows: 0, closed: false }
  async function* rows() {
    try {
      for (; seen.rows < total; seen.rows++) yield { name: `第${seen.rows}人${Math.sin(seen.rows)}`, count: seen.rows, amountFen: seen.rows }
    } finally {
      seen.closed = true
    }
  }
  return { rows: rows(), seen }
}

describe('writing a table', () => {
  it('writes a merged title, frozen headers and typed values that another program reads as such', async () => {
    const row = { name: '甲一', count: 3, on: '1948-03-03', amountFen: 1234505, at: new Date('2026-03-01T16:30:00Z') }
    const sheet = (await openElsewhere(await write([row, {}], '××区名单'))).getWorksheet('名单')
    expect(sheet?.getCell('A1').value).toBe('××区名单')
    expect(sheet?.getCell('E1').master.address).toBe('A1')
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
    expect(sheet?.getRow(2).values).toEqual([undefined, '姓名', '次数', '日期', '金额（元）', '登记时间'])
    expect(sheet?.getCell('B3').value).toBe(3)
    expect(sheet?.getCell('C3').value).toEqual(new Date(Date.UTC(1948, 2, 3)))
    expect(sheet?.getCell('D3').value).toBe(12345.05)
    expect(sheet?.getCell('D3').numFmt).toBe('#,##0.00')
    expect(sheet?.getCell('E3').value).toBe('2026-03-02 00:30')
    expect(sheet?.getColumn(1).width).toBe(12)
    expect(sheet?.getCell('A4').value).toBeNull()
  })

  it('writes a table without rows and without a title', async () => {
    expect((await rowsOf(await write([]))).map((row) => row.map((cell) => cell.text))).toEqual([columns.map((column) => column.title)])
  })

  it('gives the same bytes for the same rows', async () => {
    expect(Buffer.compare(await write([{ name: '甲' }]), await write([{ name: '甲' }]))).toBe(0)
  })

  it.each([['a day before March 1900', 'on', '1899-12-31'], ['a number of 18 digits', 'count', '990101199001011237']])(
    'writes %s as text', async (_what, key, value) => {
      const cell = (await rowsOf(await write([{ [key]: value }])))[1]?.find((found) => found.kind !== 'empty')
      expect(cell).toEqual({ text: value, kind: 'text' })
    },
  )

  it('refuses an amount that is not whole fen', async () => {
    await expect(write([{ amountFen: 1.5 }])).rejects.toThrow('whole fen')
  })

  it('names columns beyond Z', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })
})

describe('texts that look like formulas', () => {
  const dangerous = ['=1+1', '+86 139', '-3', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://example.com")', '＝1+1', '\u200b=1']

  it.each(dangerous)('writes %j as a quoted text, not as a formula', async (text) => {
    const sheet = (await openElsewhere(await write([{ name: text }]))).getWorksheet('名单')
    const cell = sheet?.getCell('A2')
    expect(cell?.formula).toBeUndefined()
    expect(cell?.numFmt).toBe('@')
    expect(cell?.value).toBe(makeInert(text).text)
    expect(makeInert(text).quoted).toBe(true)
  })

  it('drops what cannot be seen and keeps the rest, tags and character codes included', async () => {
    const rows = await rowsOf(await write([{ name: 'a\u0000b\u202Ec\u200Bd' }, { name: '<b>&amp;_x0041_"\n二' }]))
    expect(rows[1]?.[0]?.text).toBe('abcd')
    expect(rows[2]?.[0]?.text).toBe('<b>&amp;_x0041_"\n二')
  })

  it('brings any text back as it was made inert', async () => {
    const strings = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
    const texts = fc.sample(strings, 300).filter((text) => makeInert(text).text.trim() !== '')
    const rows = await rowsOf(await write([...texts.map((name) => ({ name })), { name: '末' }]))
    expect(rows.slice(1, -1).map((row) => row[0]?.text ?? '')).toEqual(texts.map((text) => makeInert(text).text))
  })
})

describe('writing while reading', () => {
  it('hands on the first bytes of rows long before the last row is read', async () => {
    const { rows, seen } = countingRows(50_000)
    let bytes = 0
    for await (const block of writeRows({ sheetName: '大', columns, rows })) {
      bytes += block.length
      if (bytes > 20_000) break
    }
    expect(seen.rows).toBeGreaterThan(0)
    expect(seen.rows).toBeLessThan(10_000)
  })

  it('lets go of its source when the reader goes away', async () => {
    const { rows, seen } = countingRows(50_000)
    let bytes = 0
    for await (const block of writeRows({ sheetName: '大', columns, rows })) if ((bytes += block.length) > 20_000) break
    await expect.poll(() => seen.closed).toBe(true)
  })

  it('fails as its source fails', async () => {
    async function* rows() {
      yield { name: '甲' }
      throw new Error('the source broke')
    }
    await expect(collect(writeRows({ sheetName: '名单', columns, rows: rows() }))).rejects.toThrow('the source broke')
  })

  it('needs no more than 50 MiB for 50,000 rows', async () => {
    const script = fileURLToPath(new URL('./measure-writing.ts', import.meta.url))
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, '50000'])
    expect(stderr).toBe('')
    const { growthMiB, rows } = JSON.parse(stdout) as { growthMiB: number; rows: number }
    expect(rows).toBe(50_000)
    expect(growthMiB).toBeLessThan(50)
  })
})
