import { Link } from '@tanstack/react-router'
import type { RecordColumn } from './record-list.ts'

export type RecordViewProps<Item> = {
  caption: string
  columns: readonly RecordColumn<Item>[]
  items: readonly Item[]
  linkTo?: (item: Item) => string
}

/** A plain table: reads well aloud, prints well, and costs nothing to load. */
export function RecordTable<Item extends { id: string }>({ caption, columns, items, linkTo }: RecordViewProps<Item>) {
  return (
    <div className="xh-table-room">
      <table className="xh-table">
        <caption className="xh-visually-hidden">{caption}</caption>
        <thead>
          <tr>{columns.map(column => <th key={column.key} scope="col" className={alignOf(column)}>{column.title}</th>)}</tr>
        </thead>
        <tbody>
          {items.map(item => (
            <tr key={item.id}>
              {columns.map(column => (
                <td key={column.key} className={alignOf(column)}><Cell item={item} column={column} {...(linkTo ? { linkTo } : {})} /></td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const alignOf = (column: { align?: 'right' }) => (column.align === 'right' ? 'xh-right' : '')

/** A cell's content; in the name column it is the link to the record. */
export function Cell<Item>({ item, column, linkTo }: { item: Item; column: RecordColumn<Item>; linkTo?: (item: Item) => string }) {
  const content = column.render(item)
  if (!column.isName || !linkTo) return <>{content}</>
  return <Link to={linkTo(item)} data-row-link="" className="xh-row-link">{content}</Link>
}
