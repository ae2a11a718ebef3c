import { FilterOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useNarrow } from '../frame/preferences.tsx'
import { useWords } from '../words.ts'
import type { RecordFilter } from './record-list.ts'

type FilterBarProps = {
  filters: readonly RecordFilter[]
  active: Record<string, string>
  searchHint?: string
  onChange: (key: string, value: string | undefined) => void
  onClear: () => void
  children?: ReactNode
}

/** Search box, filters, and what may be done with everything that is filtered. Where the room is narrow several filters wait behind a button. */
export function FilterBar({ filters, active, searchHint, onChange, onClear, children }: FilterBarProps) {
  const words = useWords()
  const narrow = useNarrow()
  const [isOpen, setOpen] = useState(false)
  const folding = filters.filter(filter => !filter.staysInSight)
  const folds = narrow && folding.length > 1
  const isFiltered = Object.keys(active).length > 0
  const drawn = (some: readonly RecordFilter[]) => some.map(filter => (
    <FilterControl key={filter.key} filter={filter} value={active[filter.key]} onChange={value => onChange(filter.key, value)} />
  ))
  return (
    <div className="xh-filters" role="search" aria-label={words.filters}>
      {searchHint && <SearchBox hint={searchHint} value={active['q'] ?? ''} onSearch={q => onChange('q', q)} />}
      {drawn(folds ? filters.filter(filter => filter.staysInSight) : filters)}
      {folds && (
        <Button icon={<FilterOutlined aria-hidden="true" />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.filtersChosen(folding.filter(({ key }) => active[key] !== undefined).length)}
        </Button>
      )}
      {folds && isOpen && drawn(folding)}
      {isFiltered && <Button type="link" onClick={onClear}>{words.clearFilters}</Button>}
      {children && <div className="xh-filters-end">{children}</div>}
    </div>
  )
}

type ControlProps = { filter: RecordFilter; value: string | undefined; onChange: (value: string | undefined) => void }

function FilterControl({ filter, value, onChange }: ControlProps) {
  const words = useWords()
  const id = useId()
  const options = [{ value: '', label: words.all }, ...(filter.options ?? [])]
  return (
    <div className="xh-filter">
      <label htmlFor={id}>{filter.label}</label>
      {filter.kind === 'custom' && filter.render
        ? filter.render({ id, value, onChange })
        : <Select id={id} value={value ?? ''} options={options} onChange={onChange} popupMatchSelectWidth={false} className="xh-select" />}
    </div>
  )
}

/** Waits until the typing pauses; a Chinese input method's half-written syllables are not searched. */
function SearchBox({ hint, value, onSearch }: { hint: string; value: string; onSearch: (q: string) => void }) {
  const words = useWords()
  const [text, setText] = useState(value)
  const composing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(value)
  useEffect(() => {
    // An address changed from outside (back, clear) wins; our own echo does not overwrite what is typed meanwhile.
    if (value !== sent.current) setText(value)
    sent.current = value
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  const search = (next: string, delay: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      sent.current = next.trim()
      onSearch(sent.current)
    }, delay)
  }
  return (
    <Input
      className="xh-search" type="search" allowClear aria-label={words.search} placeholder={hint} value={text}
      prefix={<SearchOutlined aria-hidden="true" />}
      onCompositionStart={() => { composing.current = true }}
      onCompositionEnd={event => { composing.current = false; search(event.currentTarget.value, 300) }}
      onChange={event => { setText(event.target.value); if (!composing.current) search(event.target.value, 300) }}
      onPressEnter={event => search(event.currentTarget.value, 0)}
    />
  )
}
