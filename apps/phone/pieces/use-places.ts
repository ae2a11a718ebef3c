import { useEffect, useState } from 'react'

/** Where one is and how one gets on: the phone's own way back works, and no address names a child. */
export type Places<Place> = { place: Place; go: (to: Place) => void; back: () => void; home: () => void }

/** Screens upon one another; the first is at the bottom, and one may stand on it from the beginning. */
export function usePlaces<Place>(first: Place, onTop?: Place): Places<Place> {
  const [stack, setStack] = useState(() => (onTop === undefined ? [first] : [first, onTop]))
  const [depthAtFirst] = useState(stack.length - 1)
  useEffect(() => {
    history.replaceState({ depth: 0 }, '')
    if (depthAtFirst > 0) history.pushState({ depth: depthAtFirst }, '')
    const follow = (event: PopStateEvent) => {
      const { depth } = (event.state ?? { depth: 0 }) as { depth: number }
      setStack(before => before.slice(0, depth + 1))
    }
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [depthAtFirst])
  const above = stack.length - 1
  return {
    place: stack[above] ?? first,
    go: to => {
      history.pushState({ depth: stack.length }, '')
      setStack([...stack, to])
    },
    back: () => history.back(),
    home: () => (above === 0 ? setStack([first]) : history.go(-above)),
  }
}
