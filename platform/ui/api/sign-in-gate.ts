/**
 * When a session has ended in the middle of work, every waiting request stands at this one gate. The sign-in dialog
 * opens it again; nothing on the page is thrown away meanwhile.
 */
type Waiting = { promise: Promise<void>; open: () => void; refuse: (problem: Error) => void }

let waiting: Waiting | undefined
const listeners = new Set<() => void>()

/** Resolves when the same person has signed in again; rejects when he gives up. */
export function waitForSignIn(): Promise<void> {
  if (!waiting) {
    waiting = closeGate()
    tellListeners()
  }
  return waiting.promise
}

export function finishSignIn() {
  waiting?.open()
  waiting = undefined
  tellListeners()
}

export function giveUpSignIn(problem: Error) {
  waiting?.refuse(problem)
  waiting = undefined
  tellListeners()
}

export const isWaitingForSignIn = () => waiting !== undefined

export function onSignInGateChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function closeGate(): Waiting {
  let open: Waiting['open'] = () => undefined
  let refuse: Waiting['refuse'] = () => undefined
  const promise = new Promise<void>((resolve, reject) => {
    open = resolve
    refuse = reject
  })
  return { promise, open, refuse }
}

function tellListeners() {
  for (const listener of listeners) listener()
}
