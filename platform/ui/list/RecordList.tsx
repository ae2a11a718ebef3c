/** The list of records every module uses: filters in the address, keyset pages, cards where the room is narrow. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { useMemo, type KeyboardEvent, type ReactNode } from 'react'
import { sentenceOf, toRefusal } from '../api/refusal.ts'
import { useNarrow } from '../frame/preferences.tsx'
import { useWords } from '../words.ts'
import { FilterBar } from './FilterBar.tsx'
import type { EmptyAdvice, PageOf, PageRequest, RecordColumn, RecordFilter } from './record-list.ts'
import { RecordCards } from './RecordCards.tsx'
import { RecordTable } from './RecordTable.tsx'
import { useAddress } from './use-address.ts'
import { textOf } from '#platform/values/text.ts'

export type RecordListProps<Item extends { id: string }> = {
  /** What the rows are, for screen readers and the printed page: 走访记录. */
  caption: string
  /** Start of the query's key; the filters are added. */
  queryKey: readonly unknown[]
  load: (request: PageRequest) => Promise<PageOf<Item>>
  columns: readonly RecordColumn<Item>[]
  /** Address of one record; the name column becomes a link to it. */
  linkTo?: (item: Item) => string
  filters?: readonly RecordFilter[]
  /** Shows a search box (`q` in the address) with this placeholder. */
  searchHint?: string
  /** Shown when there is nothing at all yet: says what to do next. */
  empty?: EmptyAdvice
  /** Button that exports what is filtered now. */
  exportButton?: (filters: Record<string, string>) => ReactNode
  pageSize?: number
  /** The server counts no further; beyond it the total reads "10000 以上". */
  totalCap?: number
}

export function RecordList<Item extends { id: string }>(props: RecordListProps<Item>) {
  const { caption, columns, filters = noFilters, linkTo, searchHint, exportButton, totalCap = 10_000 } = props
  const narrow = useNarrow()
  const { active, set, clear } = useActiveFilters(filters, searchHint !== undefined)
  const pages = usePages(props, active)
  const items = useMemo(() => pages.data?.pages.flatMap(page => page.items) ?? [], [pages.data])
  const View = narrow ? RecordCards : RecordTable
  return (
    <section className="xh-list" aria-label={caption} aria-busy={pages.isFetching} onKeyDown={moveBetweenRows}>
      <FilterBar filters={filters} active={active} onChange={set} onClear={clear} {...(searchHint ? { searchHint } : {})}>
        {exportButton?.(active)}
      </FilterBar>
      {pages.isError && <ListProblem problem={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} className="xh-list-loading" />}
      {pages.isSuccess && items.length === 0 && (
        <EmptyList filtered={Object.keys(active).length > 0} onClear={clear} advice={props.empty} />
      )}
      {items.length > 0 && <View caption={caption} columns={columns} items={items} {...(linkTo ? { linkTo } : {})} />}
      {items.length > 0 && <ListFoot pages={pages} shown={items.length} totalCap={totalCap} />}
    </section>
  )
}

const noFilters: readonly RecordFilter[] = []

function useActiveFilters(filters: readonly RecordFilter[], hasSearch: boolean) {
  const { search, set, clear: clearKeys } = useAddress()
  const keys = useMemo(() => [...filters.map(filter => filter.key), ...(hasSearch ? ['q'] : [])], [filters, hasSearch])
  const active = Object.fromEntries(
    keys.flatMap(key => (search[key] === undefined || search[key] === '' ? [] : [[key, textOf(search[key])]])),
  )
  return { active: active as Record<string, string>, set, clear: () => clearKeys(keys) }
}

function usePages<Item extends { id: string }>(props: RecordListProps<Item>, filters: Record<string, string>) {
  const limit = props.pageSize ?? 50
  return useInfiniteQuery({
    queryKey: [...props.queryKey, filters, limit],
    queryFn: ({ pageParam, signal }) => props.load({ filters, limit, signal, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: page => page.next ?? undefined,
  })
}

type Pages = {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
  data?: { pages: PageOf<unknown>[] } | undefined
}

function ListFoot({ pages, shown, totalCap }: { pages: Pages; shown: number; totalCap: number }) {
  const words = useWords()
  const first = pages.data?.pages[0]
  const total = first?.total
  const isCapped = first?.totalIsCapped ?? (total ?? 0) > totalCap
  const count = total === undefined || total === null ? undefined : isCapped ? words.totalOver(total) : words.total(total)
  return (
    <footer className="xh-list-foot">
      <p role="status">{[words.shown(shown), count, pages.hasNextPage ? undefined : words.listEnd].filter(Boolean).join(' · ')}</p>
      {pages.hasNextPage && (
        <Button onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>
          {words.loadMore}
        </Button>
      )}
    </footer>
  )
}

function ListProblem({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  const words = useWords()
  const refusal = toRefusal(problem)
  const text = refusal.code === 'DEFECT' ? words.brokenTitle : sentenceOf(refusal)
  const number = refusal.requestId ? words.labelled(words.requestId, refusal.requestId) : undefined
  return <Alert type="error" showIcon title={text} description={number} action={<Button onClick={onRetry}>{words.retry}</Button>} />
}

function EmptyList({ filtered, onClear, advice }: { filtered: boolean; onClear: () => void; advice: EmptyAdvice | undefined }) {
  const words = useWords()
  if (filtered)
    return (
      <Advice
        title={words.nothingFoundTitle}
        lead={words.nothingFoundLead}
        action={<Button onClick={onClear}>{words.clearFilters}</Button>}
      />
    )
  return advice ? <Advice {...advice} /> : <Advice title={words.nothingYetTitle} lead="" />
}

/** An empty place that says what to do next. */
export function Advice({ title, lead, action }: EmptyAdvice) {
  return (
    <div className="xh-advice" role="status">
      <p className="xh-advice-title">{title}</p>
      {lead && <p>{lead}</p>}
      {action}
    </div>
  )
}

/** Arrow keys go from record to record, as in a spreadsheet; Enter follows the link that has the focus. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-row-link]')) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')]
  const next = links[links.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
