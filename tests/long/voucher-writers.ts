import { newId } from '#platform/crypto/id.ts'
import { dayInChina } from '#platform/values/local-date.ts'

/** Three people of the foundation at their browsers. */
export type Keepers = { address: string; maker: string; reviewer: string; poster: string }
/** Books with a restricted fund that money was given to. */
export type Books = { id: string; bank: string; income: string; fund: string }
/** What is known of the writes: numbers of vouchers the program said it posted, promises it said it made, promises that got no answer. */
export type WrittenMoney = { posted: Map<string, number>; reserved: Map<string, string>; unanswered: string[]; offered: number }

const today = dayInChina(new Date())
let sent = 0

/** Signs the three people in. */
export async function signKeepersIn(address: string, password: string): Promise<Keepers> {
  const enter = async (name: string) => {
    const answer = await fetch(`${address}/api/sessions`, { method: 'POST', headers: headersOf(), body: JSON.stringify({ name, password }) })
    return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }
  return { address, maker: await enter('xu'), reviewer: await enter('lyu'), poster: await enter('he') }
}

/** Opens books in this month. */
export async function openBooks({ address, maker }: Keepers): Promise<Books> {
  const as = { address, cookie: maker }
  const id = await idOf(ask(as, '/api/books', { unit: '9901', name: '基金会账套', holderKind: 'charity', standard: '2004',
    startsMonth: Number(today.slice(0, 7).replace('-', '')) }))
  const { items } = await ask(as, `/api/books/${id}/accounts`) as { items: { id: string; code: string }[] }
  const fund = await idOf(ask(as, `/api/books/${id}/funds`, { code: 'F1', name: '助学资金', restriction: 'purpose', purpose: '助学' }))
  const account = (code: string) => items.find((item) => item.code === code)?.id ?? ''
  return { id, bank: account('1002'), income: account('4101'), fund }
}

/** Makes, reviews and posts vouchers, and promises money of the fund, several at once, until told to stop or left without an answer. */
export function startKeeping(keepers: Keepers, books: Books, written: WrittenMoney): { stop: () => Promise<void> } {
  let isOver = false
  const loop = async (step: () => Promise<void>) => { while (!isOver) await step().catch(() => { isOver = true }) }
  const writers = [...Array.from({ length: 6 }, () => loop(() => postGift(keepers, books, written))),
    ...Array.from({ length: 2 }, () => loop(() => promise(keepers, books, { key: newId(), written })))]
  return { stop: async () => { isOver = true; await Promise.all(writers) } }
}

async function postGift({ address, maker, reviewer, poster }: Keepers, books: Books, written: WrittenMoney): Promise<void> {
  const [as, line] = [(cookie: string) => ({ address, cookie }), { memo: '捐赠', amount: '1.00' }]
  written.offered += 1
  const id = await idOf(ask(as(maker), `/api/books/${books.id}/vouchers`, { datedOn: today, lines: [
    { ...line, side: 'debit', accountId: books.bank }, { ...line, side: 'credit', accountId: books.income, fundId: books.fund }] }))
  await ask(as(maker), `/api/vouchers/${id}/submit`, { version: 1 })
  await ask(as(reviewer), `/api/vouchers/${id}/review`, { version: 2 })
  const { number } = await ask(as(poster), `/api/vouchers/${id}/post`, { version: 3 }) as { number: number }
  written.posted.set(id, number)
}

/** Promises one fen under a key; a refusal is an answer, no answer is kept. */
export async function promise({ address, maker }: Keepers, books: Books, { key, written }: { key: string; written: WrittenMoney }): Promise<void> {
  const body = { fundId: books.fund, label: '助学', amount: '0.01' }
  try {
    written.reserved.set(key, await idOf(ask({ address, cookie: maker }, `/api/books/${books.id}/commitments`, body, key)))
  } catch (error) {
    if (error instanceof Refused) return
    written.unanswered.push(key)
    throw error
  }
}

class Refused extends Error {}

async function ask({ address, cookie }: { address: string; cookie: string }, where: string, body?: object, key = newId()): Promise<Record<string, unknown>> {
  const answer = await fetch(`${address}${where}`, body === undefined ? { headers: { cookie } } : {
    method: 'POST', headers: { ...headersOf(), cookie, 'idempotency-key': key }, body: JSON.stringify(body), signal: AbortSignal.timeout(10_000),
  })
  const told = await answer.json() as Record<string, unknown>
  if (answer.status >= 400 && answer.status < 500) throw new Refused(`${where}: ${answer.status} ${JSON.stringify(told)}`)
  if (!answer.ok) throw new Error(`${where}: ${answer.status}`)
  return told
}

const idOf = async (told: Promise<Record<string, unknown>>): Promise<string> => String((await told)['id'])

function headersOf(): Record<string, string> {
  const number = sent += 1
  return { 'content-type': 'application/json', 'x-forwarded-for': `10.1.${Math.floor(number / 200) % 250}.${number % 200}` }
}
