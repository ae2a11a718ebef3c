import type { ReactNode } from 'react'
import { Cell, type RecordViewProps } from './RecordTable.tsx'

/** The same records as cards, one below the other, where a table would have to be pushed sideways. */
export function RecordCards<Item extends { id: string }>({ caption, columns, items, linkTo }: RecordViewProps<Item>) {
  const name = columns.find(column => column.isName) ?? columns[0]
  const details = columns.filter(column => column !== name && !column.isWideOnly)
  return (
    <ul className="xh-cards" aria-label={caption}>
      {items.map(item => (
        <li key={item.id}>
          {name && <div className="xh-card-name"><Cell item={item} column={name} {...(linkTo ? { linkTo } : {})} /></div>}
          <dl>
            {details.map(column => ({ ...column, content: column.render(item) })).filter(({ content }) => !isEmpty(content)).map(({ key, title, content }) => (
              <div key={key}><dt>{title}</dt><dd>{content}</dd></div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

/** A name without content would only be a line more to read on a phone. */
const isEmpty = (content: ReactNode): boolean => content === null || content === undefined || content === false || content === ''
