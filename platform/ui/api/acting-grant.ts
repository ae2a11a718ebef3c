/**
 * Under which grant the server did the last request. Where it is not the one the page shows – the right has ended, or another tab has
 * switched – the page asks for its session anew, so that it never shows one post while the server acts in another.
 */
let acting: string | undefined
const listeners = new Set<(grantId: string) => void>()

/** Notes what an answer says of the grant; an answer that says nothing changes nothing. */
export function noteActingGrant(headers: { get: (name: string) => string | null }) {
  const grantId = headers.get('x-grant')
  if (grantId === null || grantId === acting) return
  acting = grantId
  for (const listener of listeners) listener(grantId)
}

export function onActingGrantChange(listener: (grantId: string) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
