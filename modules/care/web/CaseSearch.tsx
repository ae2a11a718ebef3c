import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useRef, useState } from 'react'
import { useWords } from '#platform/ui/words.ts'
import { careWords } from './words.ts'

/** Finds a child by name, pinyin or phone tail. What is typed stays in this box: it goes neither into the address nor into the history. */
export function CaseSearch({ label, onSearch, autoFocus = false }: { label: string; onSearch: (text: string) => void; autoFocus?: boolean }) {
  const { searchHint } = useWords(careWords)
  const [text, setText] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const composing = useRef(false)
  const search = (next: string, delay: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onSearch(next.trim()), delay)
  }
  return (
    <Input
      className="xh-search" type="search" size="large" allowClear autoComplete="off" aria-label={label} value={text} maxLength={50} autoFocus={autoFocus}
      placeholder={searchHint} prefix={<SearchOutlined aria-hidden="true" />}
      onCompositionStart={() => { composing.current = true }}
      onCompositionEnd={event => { composing.current = false; search(event.currentTarget.value, 300) }}
      onChange={event => { setText(event.target.value); if (!composing.current) search(event.target.value, 300) }}
      onPressEnter={event => search(event.currentTarget.value, 0)}
    />
  )
}
