import type { House } from '../house.ts'
import { isOnlyHere } from '../rules/outbox.ts'
import { call } from '../sending/call.ts'

type OwnDevice = { id: string; version: number; cutOffAt: string | null }

/**
 * A phone that was wiped is enrolled anew. What it was before is cut off, or whoever forgets six digits now and then could soon enrol no more –
 * but never while letters of it are unsent: these still count.
 */
export async function retireFormer(house: House, reason: string): Promise<void> {
  const former = (await house.store.get('former') ?? []) as string[]
  const stillWriting = former.filter(id => house.state().letters.some(letter => letter.deviceId === id && isOnlyHere(letter)))
  const retired = former.filter(id => !stillWriting.includes(id))
  if (retired.length === 0) return
  const { items } = await call<{ items: OwnDevice[] }>({ method: 'GET', path: '/phone/my-devices' })
  for (const { id, version, cutOffAt } of items) {
    if (retired.includes(id) && cutOffAt === null) await call({ method: 'POST', path: `/phone/devices/${id}/cut-off`, body: { version, reason } })
  }
  await house.store.put({ former: stillWriting })
}
