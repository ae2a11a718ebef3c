import type { ReactNode } from 'react'
import './duties.css'

/** One line: a name and its content. */
export type Fact = { name: string; content: ReactNode }
/** One line of facts. */
export const fact = (name: string, content: ReactNode): Fact => ({ name, content })

/** Names and contents; what is empty is left out. */
export function Facts({ lines }: { lines: readonly (Fact | false)[] }) {
  const shown = lines.filter(line => line !== false)
  return <dl className="duty-facts">{shown.map(({ name, content }, at) => <div key={at}><dt>{name}</dt><dd>{content}</dd></div>)}</dl>
}
