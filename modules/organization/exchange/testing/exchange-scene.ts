import ExcelJS from 'exceljs'
import type { PersonName } from '#tests/city/people.ts'
import type { TestCity } from '#tests/city/open.ts'

/** A row of a workbook by the titles of its columns. */
export type TitledRow = Record<string, string | number | Date>
/** What a row was answered: its number, the columns and the sentences. */
export type SaidProblem = [rowNumber: number, column: string | null, message: string]

/** How the office of a unit brings a workbook in, and takes one out, for the tests of both kinds. */
export function exchangeScene(city: TestCity, server: Awaited<ReturnType<TestCity['serve']>>, kind: 'units' | 'posts') {
  const ask = async (name: PersonName, method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await server.inject({ method, url: `/api${url}`, headers: { cookie: await city.cookieOf(name) }, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.json() }
  }
  const upload = async (name: PersonName, bytes: Uint8Array<ArrayBuffer>) => {
    const form = new FormData()
    form.append('kind', kind)
    form.append('file', new Blob([bytes]), '表.xlsx')
    const request = new Request('http://127.0.0.1/', { method: 'POST', body: form })
    const answer = await server.inject({
      method: 'POST', url: '/api/imports', payload: Buffer.from(await request.arrayBuffer()),
      headers: { cookie: await city.cookieOf(name), 'content-type': request.headers.get('content-type') ?? '' },
    })
    return { status: answer.statusCode, body: answer.json() }
  }
  const check = async (name: PersonName, bytes: Uint8Array<ArrayBuffer>) => {
    const uploaded = (await upload(name, bytes)).body
    const { body } = await ask(name, 'POST', `/imports/${uploaded.id}/mapping`, { mapping: uploaded.mapping })
    const { items } = (await ask(name, 'GET', `/imports/${uploaded.id}/problems?limit=200`)).body
    const problems: SaidProblem[] = items.flatMap((item: { rowNumber: number; problems: { column: string | null; message: string }[] }) =>
      item.problems.map(({ column, message }) => [item.rowNumber, column, message]))
    return { id: String(uploaded.id), preview: body.preview, badCount: body.badCount, problems }
  }
  return {
    ask, upload, check,
    commit: (name: PersonName, id: string) => ask(name, 'POST', `/imports/${id}/commit`, {}),
    undo: (name: PersonName, id: string) => ask(name, 'POST', `/imports/${id}/undo`, {}),
    /** Checks and imports in one go; a problem stops the test. */
    bring: async (name: PersonName, rows: readonly TitledRow[]) => {
      const { id, problems } = await check(name, await workbookOf(rows))
      if (problems.length > 0) throw new Error(JSON.stringify(problems))
      const { body } = await ask(name, 'POST', `/imports/${id}/commit`, {})
      return { id, created: body.createdCount as number, changed: body.changedCount as number }
    },
    /** The export as a workbook whose cells can be changed. */
    takeOut: async (name: PersonName) => {
      const answer = await server.inject({ url: `/api/exports/${kind}.xlsx`, headers: { cookie: await city.cookieOf(name) } })
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.load(answer.rawPayload as never)
      return exportedTable(workbook)
    },
  }
}

/** A table with the titles of the first row's fields as its headings, in row 1. */
export async function workbookOf(rows: readonly TitledRow[]): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('表')
  const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  sheet.addRow(titles)
  for (const row of rows) sheet.addRow(titles.map((title) => row[title] ?? ''))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function exportedTable(workbook: ExcelJS.Workbook) {
  const sheet = workbook.worksheets[0]
  if (sheet === undefined) throw new Error('a workbook without a sheet')
  const columnOf = (title: string) => (sheet.getRow(2).values as unknown[]).indexOf(title)
  const rowOf = (wanted: TitledRow) => {
    for (let row = 3; row <= sheet.rowCount; row++) {
      if (Object.entries(wanted).every(([title, value]) => sheet.getRow(row).getCell(columnOf(title)).text === String(value))) return sheet.getRow(row)
    }
    throw new Error(`no row ${JSON.stringify(wanted)}`)
  }
  return {
    rowCount: sheet.rowCount - 2,
    titles: (sheet.getRow(2).values as unknown[]).slice(1),
    set: (wanted: TitledRow, title: string, value: string | Date) => { rowOf(wanted).getCell(columnOf(title)).value = value },
    get: (wanted: TitledRow, title: string) => rowOf(wanted).getCell(columnOf(title)).text,
    bytes: async () => new Uint8Array(await workbook.xlsx.writeBuffer()),
  }
}
