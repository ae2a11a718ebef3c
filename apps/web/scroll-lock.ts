import { useLayoutEffect } from 'react'

let locks = 0

/**
 * Holds the page still while a dialog stands over it, by a class. antd's own writes a style into the page, which our content security policy refuses:
 * the page behind the dialog scrolled on, and the browser complained of each dialog. The build puts this in its place (vite.config.ts).
 */
export default function useScrollLocker(isLocked?: boolean): void {
  useLayoutEffect(() => {
    if (isLocked !== true) return undefined
    holdBy(1)
    return () => holdBy(-1)
  }, [isLocked])
}

function holdBy(change: 1 | -1): void {
  const { body, documentElement: page } = document
  if (locks === 0) body.classList.toggle('xh-held-long', page.scrollHeight > page.clientHeight)
  locks += change
  body.classList.toggle('xh-held', locks > 0)
  if (locks === 0) body.classList.remove('xh-held-long')
}
