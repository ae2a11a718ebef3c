import { AutoComplete } from 'antd'
import { useEffect, useRef, useState, type Ref } from 'react'
import { useWords } from '../words.ts'
import type { UnitNode } from './unit-tree.ts'

/** Finds a unit by name and hands it over; only the answer to the last words typed is shown. */
export function UnitSearch({
  ref,
  search,
  onFound,
}: {
  ref?: Ref<{ focus: () => void }>
  search: (words: string) => Promise<readonly UnitNode[]>
  onFound: (unit: UnitNode) => void
}) {
  const words = useWords()
  const [text, setText] = useState('')
  const [found, setFound] = useState<readonly UnitNode[]>([])
  const [isEmpty, setIsEmpty] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const round = useRef(0)
  useEffect(() => () => clearTimeout(timer.current), [])

  const look = (typed: string) => {
    setText(typed)
    setIsEmpty(false)
    clearTimeout(timer.current)
    const mine = ++round.current
    if (!typed.trim()) return setFound([])
    timer.current = setTimeout(() => {
      void search(typed.trim()).then(
        units => {
          if (mine !== round.current) return
          setFound(units)
          setIsEmpty(units.length === 0)
        },
        () => setIsEmpty(true),
      )
    }, 250)
  }
  const take = (id: string) => {
    const unit = found.find(candidate => candidate.id === id)
    if (!unit) return
    setText(unit.name)
    onFound(unit)
  }
  return (
    <AutoComplete
      ref={ref as never}
      className="xh-tree-search"
      value={text}
      onChange={look}
      onSelect={take}
      allowClear
      // Enter takes the first one found.
      defaultActiveFirstOption
      aria-label={words.searchUnit}
      placeholder={words.searchUnit}
      options={found.map(unit => ({ value: unit.id, label: unit.note ? unit.name + words.aside(unit.note) : unit.name }))}
      notFoundContent={isEmpty ? words.unitNotFound : null}
    />
  )
}
