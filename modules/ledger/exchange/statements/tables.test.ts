import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { getStatement } from '../../queries/statements/get-statement.ts'
import { openBooks, type BooksScene } from '../../queries/testing/books-scene.ts'
import { statementTable } from './tables.ts'

let city: TestCity
let scene: BooksScene
beforeAll(async () => {
  city = await openTestCity()
  scene = await openBooks(city)
}, 120_000)
afterAll(() => city.close())

test('a statement is drawn up by the body whose books they are, by its full name where it was said, never by the place it belongs to', async () => {
  const asked = { bookId: scene.bookId, form: 'balance-sheet' as const, month: 202601 }
  const note = async () => statementTable(await scene.as((context) => getStatement(context, asked))).note
  expect(await note()).toContain('编制单位：基金会账套　')
  await city.owner.query(`update ledger.books set holder_name = '试验市关心下一代基金会' where id = $1`, [scene.bookId])
  expect(await note()).toContain('编制单位：试验市关心下一代基金会　')
})
