import type { ReactNode } from 'react'

/** One line: a name and its content. */
export type Fact = { name: string; content: ReactNode }
/** One line of facts. */
export const fact = (name: string, content: ReactNode): Fact => ({ name, content })

type FactsProps = { lines: readonly (Fact | false)[]; tiles?: boolean; 'aria-live'?: 'polite' }

/** Names and contents of one record, what is false left out: line below line, or as tiles beside each other where every content is brief. */
export function Facts({ lines, tiles = false, ...rest }: FactsProps) {
  const shown = lines.filter(line => line !== false)
  return (
    <div className="xh-facts-room">
      <dl className={tiles ? 'xh-fact-tiles' : 'xh-facts'} {...rest}>
        {shown.map(({ name, content }, at) => <div key={at}><dt>{name}</dt><dd>{content}</dd></div>)}
      </dl>
    </div>
  )
}
