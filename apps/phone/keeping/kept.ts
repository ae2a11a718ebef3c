import type { Device, House, InHand, KeptComment, Office, Vault } from '../house.ts'
import { isOnlyHere, type OutboxLetter } from '../rules/outbox.ts'
import type { WipeReason } from '../rules/wiping.ts'
import { close, tryOpen, type Closed, type OpenLock } from './pin-lock.ts'
import type { Store } from './store.ts'

// Names in the store: `office`, `former` and `letter:…` outlive a wipe, `device`, `vault` and `draft` do not.
/** Where what somebody is writing lies. */
export const draftName = 'draft'
const letterName = (itemId: string) => `letter:${itemId}`

/** What a phone keeps openly. */
export async function readKept(store: Store): Promise<{ device: Device | undefined; office: Office | undefined; letters: OutboxLetter[] }> {
  const names = await store.names('letter:')
  const [device, office, ...letters] = await Promise.all([store.get('device'), store.get('office'), ...names.map(name => store.get(name))])
  return { device: device as Device | undefined, office: office as Office | undefined, letters: letters as OutboxLetter[] }
}

/** Keeps what the phone knows openly. */
export async function keepDevice(house: House, device: Device): Promise<void> {
  await house.store.put({ device })
  house.change({ device })
}

/** Keeps whom to call; a unit without a telephone changes nothing. */
export async function keepOffice(house: House, office: { unitName: string; phone: string | null }): Promise<void> {
  if (office.phone === null) return
  const known: Office = { name: office.unitName, number: office.phone }
  await house.store.put({ office: known })
  house.change({ office: known })
}

/** Changes what lies under the PIN, and keeps letters written at the same moment with it: both or neither. */
export function changeVault(house: House, change: (vault: Vault) => Vault, letters: readonly OutboxLetter[] = []): Promise<void> {
  return house.inTurn(async () => {
    const { open } = house.state()
    if (open === undefined) return keepLetters(house, letters)
    const vault = change(open.vault)
    await house.store.put({ vault: await close(vault, open.lock), ...entriesOf(letters) })
    const isStillOpen = house.state().open?.lock === open.lock
    house.change({ ...(isStillOpen ? { open: { ...open, vault } } : {}), letters: merged(house.state().letters, letters) })
  })
}

/** Opens what lies under the PIN; undefined when the PIN is another one. One closed before there were comments holds none. */
export async function openVault(store: Store, lock: OpenLock): Promise<Vault | undefined> {
  const vault = await tryOpen(await store.get('vault') as Closed, lock) as Vault | undefined
  return vault && { ...vault, shownAt: { ...vault.shownAt }, pack: { ...vault.pack, comments: [...vault.pack.comments as KeptComment[] | undefined ?? []] } }
}

/** Opens what somebody was writing when the page was locked. */
export async function openInHand(store: Store, lock: OpenLock): Promise<InHand | undefined> {
  const draft = await store.get(draftName) as Closed | undefined
  return draft && await tryOpen(draft, lock) as InHand | undefined
}

/** Keeps what became of letters. */
export async function keepLetters(house: House, letters: readonly OutboxLetter[]): Promise<void> {
  if (letters.length === 0) return
  await house.store.put(entriesOf(letters))
  house.change({ letters: merged(house.state().letters, letters) })
}

/** Drops letters that are settled. */
export async function dropLetters(house: House, isDropped: (letter: OutboxLetter) => boolean): Promise<void> {
  const dropped = house.state().letters.filter(isDropped)
  if (dropped.length === 0) return
  await house.store.remove(dropped.map(({ itemId }) => letterName(itemId)))
  house.change({ letters: house.state().letters.filter(letter => !dropped.includes(letter)) })
}

/** Wipes the list of children and every key; what the server does not have stays, sealed, and still goes. */
export async function wipe(house: House, wipedBecause: WipeReason): Promise<void> {
  const { device } = house.state()
  const former = (await house.store.get('former') ?? []) as string[]
  if (device !== undefined) await house.store.put({ former: [...former, device.deviceId] })
  await house.store.remove(['device', 'vault', draftName])
  await dropLetters(house, letter => !isOnlyHere(letter))
  house.change({ stage: 'door', device: undefined, enrolled: undefined, open: undefined, inHand: undefined, oldPassword: '', needsSignIn: false, wipedBecause })
  // What was being closed at that moment may have come to lie there in between.
  await house.store.remove([draftName])
}

const entriesOf = (letters: readonly OutboxLetter[]) => Object.fromEntries(letters.map(letter => [letterName(letter.itemId), letter]))

function merged(known: readonly OutboxLetter[], changed: readonly OutboxLetter[]): OutboxLetter[] {
  const byId = new Map(known.map(letter => [letter.itemId, letter]))
  for (const letter of changed) byId.set(letter.itemId, letter)
  return [...byId.values()].toSorted((one, other) => one.writtenAt - other.writtenAt)
}
