import type { BoardMember } from '../../contract.ts'
import { openBooks, type BooksScene } from '#modules/ledger/queries/testing/books-scene.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { addBoardMember } from '../board/add-board-member.ts'

/** A foundation with a board of six and a supervisor, for tests. */
export type BoardScene = TestCity & { books: BooksScene; members: BoardMember[]; add: (change?: object, by?: PersonName) => Promise<BoardMember> }

/** Opens the books of the city's foundation and seats its board. */
export async function openBoardScene(): Promise<BoardScene> {
  const city = await openTestCity()
  const books = await openBooks(city)
  const add: BoardScene['add'] = (change = {}, by = '金专员') => city.as(by, (context) => addBoardMember(context, {
    bookId: books.bookId, name: '梁理事', role: 'member', fromOn: '2024-01-01', untilOn: '2028-12-31', isPaid: false, ...change }))
  const members: BoardMember[] = []
  for (const [name, role] of [['秦理事长', 'chair'], ['尤秘书长', 'secretary-general'], ['朱理事', 'member'], ['许理事', 'member'], ['孔理事', 'member'],
    ['曹理事', 'member'], ['严监事', 'supervisor']] as const) members.push(await add({ name, role }))
  return { ...city, books, members, add }
}
