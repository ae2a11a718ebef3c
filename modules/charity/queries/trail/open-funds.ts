import { anyoneMay } from '#platform/access/permission.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import { RateLimit } from '#platform/http/rate-limit.ts'
import { sumFen } from '#platform/values/money.ts'
import type { OpenFund, OpenFundPage } from '../../contract.ts'
import { layTrail, monthOf, type FundTrail } from '../../rules/trail.ts'
import { asPublic, listFundMovements, listFundOpenings, listPublishedFunds } from './reading.ts'
import { cellsOfFund } from './trail-of-gift.ts'

/** Questions of one address in a minute. */
const asked = new RateLimit(120)

/** Funds of a city that everybody may look at. */
export async function listOpenFunds(context: AnonymousContext, input: { city: number }): Promise<{ items: OpenFund[] }> {
  anyoneMay()
  mayAsk(context)
  const funds = await listPublishedFunds(asPublic(context, input.city))
  return { items: funds.map(({ fundId: _fundId, ...shown }) => shown) }
}

/** One of them with its figures, reckoned from the books now. */
export async function getOpenFund(context: AnonymousContext, input: { id: string; city: number }): Promise<OpenFundPage> {
  anyoneMay()
  mayAsk(context)
  const source = asPublic(context, input.city)
  const fund = (await listPublishedFunds(source)).find(({ id }) => id === input.id)
  if (fund === undefined) throw new Refusal('FUND_NOT_OPEN')
  const { fundId, ...shown } = fund
  const [movements, openings] = await Promise.all([listFundMovements(source, fundId), listFundOpenings(source, fundId)])
  return { ...shown, ...totalsOf(layTrail(movements), openings), cells: await cellsOfFund(source, { fundId, fundName: fund.name }), asOf: source.today }
}

function mayAsk({ request, now }: AnonymousContext): void {
  if (!asked.allows(request.address, now.getTime())) throw new Refusal('RATE_LIMITED')
}

type Totals = Pick<OpenFundPage, 'openingFen' | 'incomeFen' | 'spentFen' | 'leftFen' | 'months' | 'byClass'>

/** What the fund held when its books began is no income. */
function totalsOf({ inflows, outflows }: FundTrail, openings: ReadonlySet<string>): Totals {
  const total = (flows: readonly { amountFen: number }[]) => sumFen(flows.map(({ amountFen }) => amountFen))
  const income = inflows.filter(({ key }) => !openings.has(key))
  const [openingFen, incomeFen, spentFen] = [total(inflows) - total(income), total(income), total(outflows)]
  const months = new Map<number, OpenFundPage['months'][number]>()
  const add = (month: number, key: 'giftsFen' | 'otherFen' | 'spentFen', amountFen: number) => {
    const held = months.get(month) ?? { month, giftsFen: 0, otherFen: 0, spentFen: 0 }
    months.set(month, { ...held, [key]: held[key] + amountFen })
  }
  for (const { datedOn, giftId, amountFen } of income) add(monthOf(datedOn), giftId === null ? 'otherFen' : 'giftsFen', amountFen)
  const classes = new Map<OpenFundPage['byClass'][number]['costClass'], number>()
  for (const { datedOn, costClass, amountFen } of outflows) {
    add(monthOf(datedOn), 'spentFen', amountFen)
    classes.set(costClass, (classes.get(costClass) ?? 0) + amountFen)
  }
  return {
    openingFen, incomeFen, spentFen, leftFen: openingFen + incomeFen - spentFen, months: [...months.values()].toSorted((one, other) => one.month - other.month),
    byClass: [...classes].map(([costClass, amountFen]) => ({ costClass, amountFen })),
  }
}
