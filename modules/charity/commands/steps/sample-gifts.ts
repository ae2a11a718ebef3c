// For tests: books of the foundation, donors of every kind, and gifts on their way.
import { cost, openSampleBooks, type SampleBooks } from '#modules/ledger/commands/steps/sample-books.ts'
import { postJournal } from '#modules/ledger/index.ts'
import { newId } from '#platform/crypto/id.ts'
import { makeCreditCheckSign } from '#platform/values/credit-code.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import type { Arrival, DonorRow, GiftRow, NewDonor, NewGift } from '../../contract.ts'
import { registerDonor } from '../donors/register-donor.ts'
import { confirmGift } from '../gifts/confirm-gift.ts'
import { draftGift } from '../gifts/draft-gift.ts'

/** 金专员 speaks with donors, 许会计 and 何会计 confirm, 施理事长 publishes; the books begin in March 2026. */
export type GiftScene = TestCity & {
  books: SampleBooks
  donor(change?: Partial<NewDonor>, by?: PersonName): Promise<DonorRow>
  draft(change?: Partial<NewGift>): Promise<GiftRow>
  confirm(gift: { id: string; version: number; form?: string }, change?: Partial<Arrival>, by?: PersonName): Promise<GiftRow>
  gift(change?: Partial<NewGift>, arrival?: Partial<Arrival>): Promise<GiftRow>
  /** Spends money of a fund; the journal. */
  spend(fundId: string, fen: number, on?: string): Promise<string>
  /** Lines of all journals of a gift: number of the account, fund, debit positive. */
  booked(giftId: string): Promise<{ code: string; fundId: string | null; fen: number }[]>
  audits(verb: string, subjectId: string): Promise<number>
}

/** A credit code with a right check sign; another for each number. */
export function creditCodeOf(number: number): string {
  const first17 = `91510100MA${String(number).padStart(7, '0')}`
  return `${first17}${makeCreditCheckSign(first17)}`
}

/** Opens the scene, in a city of its own or in one that is open; close it like a test city. */
export async function openGiftScene(opened?: TestCity): Promise<GiftScene> {
  const city = opened ?? await openTestCity()
  const books = await openSampleBooks(city)
  let serial = 0
  const donor: GiftScene['donor'] = (change = {}, by = '金专员') => {
    serial += 1
    return city.as(by, (context) => registerDonor(context, {
      unit: '9901', kind: 'person', name: `钟${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未'[serial] ?? '亥'}`, phone: `137${String(serial).padStart(8, '0')}`, isNamed: false,
      isAnother: false, ...change,
    }))
  }
  const draft: GiftScene['draft'] = async (change = {}) => {
    const donorId = change.donorId ?? (await donor()).id
    return city.as('金专员', (context) => draftGift(context, {
      bookId: books.bookId, form: 'money', amount: 100_000, fundId: books.schooling, promisedOn: '2026-03-02', wish: '', ...change, donorId,
    }))
  }
  const confirm: GiftScene['confirm'] = ({ id, version, form = 'money' }, change = {}, by = '许会计') => city.as(by, (context) => confirmGift(context, {
    id, version, receivedOn: '2026-03-10',
    ...(form === 'money' ? { channel: 'bank' as const, accountId: books.account('1002'), bankReference: `HD${id.slice(-6)}` } : {}), ...change,
  }))
  return {
    ...city, books, donor, draft, confirm,
    gift: async (change = {}, arrival = {}) => confirm(await draft(change), arrival),
    spend: async (fundId, fen, on = '2026-03-12') => (await city.as('许会计', (context) => postJournal(context, {
      bookId: books.bookId, key: newId(), datedOn: on, memo: '助学支出', source: 'ledger.voucher', lines: cost(books, fundId, fen),
    }))).id,
    booked: async (giftId) => (await city.owner.query<{ code: string; fundId: string | null; fen: number }>(
      `select a.code, p.fund_id as "fundId", p.amount_fen::float8 as fen from ledger.journals j
         join ledger.postings p on p.city_id = j.city_id and p.journal_id = j.id join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
        where j.source_id = $1 order by j.id, p.seq`, [giftId])).rows,
    audits: async (verb, subjectId) => (await city.owner.query(
      'select count(*)::int as count from audit.entries where verb = $1 and subject_id = $2', [verb, subjectId])).rows[0].count,
  }
}

