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
            {details.map(column => (
              <div key={column.key}><dt>{column.title}</dt><dd>{column.render(item)}</dd></div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
