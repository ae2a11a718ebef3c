import { sealLetter } from '#modules/phone/contract/sealing.ts'
import type { PhoneVisit, WrittenLetter } from '#modules/phone/contract.ts'
import { randomId } from '#platform/ui/api/random-id.ts'
import type { House } from '../house.ts'
import { changeVault } from '../keeping/kept.ts'
import { partsOf, type Photo } from '../sending/photo.ts'
import { newLetter, type LetterKind, type OutboxLetter } from '../rules/outbox.ts'
import { sendLetters } from './send-letters.ts'

type Part<Each> = Each extends { kind: LetterKind; body: unknown } ? Pick<Each, 'kind' | 'body'> : never
type Content = Part<WrittenLetter>
/** The same look at the same child is told once in this time. */
const sameLookMs = 10 * 60_000

/** Records a visit: sealed to the server at this moment, sent when there is signal. */
export async function recordVisit(house: House, of: { visit: PhoneVisit; childName: string; photos: readonly Photo[] }): Promise<void> {
  const visitItemId = randomId()
  const parts = (await Promise.all(of.photos.map(photo => partsOf(photo, visitItemId)))).flat()
  const letters = [await seal(house, { kind: 'visit', body: of.visit }, { itemId: visitItemId })]
  for (const body of parts) letters.push(await seal(house, { kind: 'file-part', body }, { visitItemId }))
  const note = { childName: of.childName, visit: of.visit, photos: of.photos.length }
  await changeVault(house, vault => ({ ...vault, notes: { ...vault.notes, [visitItemId]: note } }), letters)
  void sendLetters(house)
}

/** Tells that a child was looked at on this phone. */
export async function tellRead(house: House, caseId: string): Promise<void> {
  const now = Date.now()
  const lastAt = house.state().open?.vault.readAt[caseId]
  if (lastAt !== undefined && now - lastAt < sameLookMs) return
  const letter = await seal(house, { kind: 'reads', body: { reads: [{ caseId, at: new Date(now).toISOString() }] } }, {})
  await changeVault(house, vault => ({ ...vault, readAt: { ...vault.readAt, [caseId]: now } }), [letter])
  void sendLetters(house)
}

/** Tells once that somebody saw what the office said. */
export async function tellShown(house: House, commentId: string): Promise<void> {
  const now = Date.now()
  const { open } = house.state()
  if (open === undefined || open.vault.shownAt[commentId] !== undefined) return
  const letter = await seal(house, { kind: 'reads', body: { reads: [], comments: [{ id: commentId, at: new Date(now).toISOString() }] } }, {})
  await changeVault(house, vault => ({ ...vault, shownAt: { ...vault.shownAt, [commentId]: now } }), [letter])
  void sendLetters(house)
}

async function seal(house: House, content: Content, of: { itemId?: string; visitItemId?: string }): Promise<OutboxLetter> {
  const { device, open } = house.state()
  if (device === undefined || open === undefined) throw new Error('only an open phone writes')
  const now = Date.now()
  const letter = { ...content, deviceId: device.deviceId, deviceSecret: open.vault.deviceSecret, writtenAt: new Date(now).toISOString() }
  const { itemId, keyId, sealed } = await sealLetter(device.sealingKey, { itemId: of.itemId ?? randomId(), letter })
  return newLetter({ itemId, kind: content.kind, deviceId: device.deviceId, visitItemId: of.visitItemId ?? null, sealed: { keyId, sealed } }, now)
}
