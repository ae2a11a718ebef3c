/**
 * Under which grant and at which unit the server did the last request (`grant:unit code`). Where it is not what the page shows – the right has
 * ended, the unit was merged, or another tab has switched – the page asks for its session anew, so that it never shows one post while the server
 * acts in another.
 */
let acting: string | undefined
const listeners = new Set<(acting: string) => void>()

/** Notes what an answer says of the grant; an answer that says nothing changes nothing. */
export function noteActingGrant(headers: { get: (name: string) => string | null }) {
  const noted = headers.get('x-grant')
  if (noted === null || noted === acting) return
  acting = noted
  for (const listener of listeners) listener(noted)
}

export function onActingGrantChange(listener: (acting: string) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
