import { postJournal } from '#modules/ledger/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { findAccount } from '../../queries/gifts/giving-books.ts'
import { accountNumbers } from '../../rules/gifts.ts'

type Fee = { billId: string; bookId: string; fundId: string; accountId: string; billedOn: LocalDate; bookedOn: LocalDate; feeFen: number }

/**
 * Books what an online channel keeps of a day: a cost of raising money, out of the account that gifts of the channel stand on, so that gifts, refunds and
 * fee of a day are what the channel pays out. Gifts stand in the books whole. Where more came back than was kept the sides are the other way round.
 */
export async function postFee(context: Context, { billId, bookId, fundId, accountId, billedOn, bookedOn, feeFen }: Fee): Promise<string | null> {
  if (feeFen === 0) return null
  const cost = await findAccount(context, { bookId, code: accountNumbers.fundraising, on: bookedOn, isRestricted: false })
  const memo = `微信支付${billedOn}手续费`
  const line = { memo, fundId, projectId: null, projectLabel: null, costClass: null, flowItem: null }
  const isKept = feeFen > 0
  const { id } = await postJournal(context, {
    bookId, key: `charity.channel-fee/${billId}`, datedOn: bookedOn, memo, source: 'charity.channel-fee', sourceId: billId,
    lines: [{ ...line, accountId: cost, side: isKept ? 'debit' : 'credit', amountFen: feeFen }, { ...line, accountId, side: isKept ? 'credit' : 'debit',
      amountFen: -feeFen }],
  })
  return id
}
