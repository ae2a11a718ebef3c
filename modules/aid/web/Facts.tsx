import type { ReactNode } from 'react'

/** Names and contents; what is empty is left out. */
export function Facts({ lines }: { lines: readonly (readonly [string, ReactNode] | false)[] }) {
  const shown = lines.filter(line => line !== false)
  return <dl className="aid-facts">{shown.map(([name, content]) => <div key={name}><dt>{name}</dt><dd>{content}</dd></div>)}</dl>
}
