import { randomBytes } from 'node:crypto'
import { anyoneMay } from '#platform/access/permission.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import { RateLimit } from '#platform/http/rate-limit.ts'
import type { SentObjection } from '../../contract.ts'
import { newRowKey, sealText } from '../../queries/row-key.ts'
import { holdsIdentityNumber, makeObjectionNumber } from '../../rules/objections.ts'

/** Objections of one address in a minute, and of all addresses together. */
const [ofOne, ofAll] = [new RateLimit(3), new RateLimit(60)]
/** As many may wait for an answer of one list; each of them holds the approval. */
const mostWaiting = 50

/** Takes an objection of anybody to a list that is shown. Words and contact are sealed; who it was is kept nowhere else. */
export async function sendObjection({ pool, request, now, today, installation }: AnonymousContext, input: SentObjection): Promise<{ number: string }> {
  anyoneMay()
  const { city, words, contact = '' } = input
  if (!ofOne.allows(request.address, now.getTime()) || !ofAll.allows('', now.getTime())) throw new Refusal('RATE_LIMITED')
  const issues = Object.entries({ words, contact }).filter(([, text]) => holdsIdentityNumber(text))
  if (issues.length > 0) throw new InvalidInput(issues.map(([path]) => ({ path: [path], message: '请不要写身份证号，我们不需要它' })))
  const ground = { actor: { cityId: city }, installation }
  const id = newId()
  const wrappedKey = newRowKey(ground, id)
  const sealed = sealText(ground, { id, wrappedKey }, 'objection', contact === '' ? words : `${words}\n联系方式：${contact}`)
  const number = makeObjectionNumber(randomBytes(16))
  const { rows: [answer] } = await pool.query<{ outcome: string }>(
    'select access.send_objection($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as outcome',
    [city, input.id, today, now, id, number, wrappedKey, sealed, mostWaiting, newId(), installation.epoch])
  if (answer?.outcome === 'full') throw new Refusal('LIST_FULL')
  if (answer?.outcome !== 'taken') throw new Refusal('LIST_CLOSED')
  return { number }
}
