import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useRef, useState } from 'react'
import { useWords } from '#platform/ui/words.ts'
import { childWords } from './words/child-words.ts'

/** Search by name, pinyin, number or phone tail. What is typed stays in this box: it goes neither into the address nor into the history. */
export function ChildSearch({ onSearch }: { onSearch: (text: string) => void }) {
  const texts = useWords(childWords)
  const [text, setText] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const composing = useRef(false)
  const search = (next: string, delay: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onSearch(next.trim()), delay)
  }
  return (
    <Input
      className="xh-search" type="search" size="large" allowClear autoComplete="off" aria-label={texts.searchLabel} value={text} maxLength={50}
      placeholder={texts.searchHint} prefix={<SearchOutlined aria-hidden="true" />}
      onCompositionStart={() => { composing.current = true }}
      onCompositionEnd={(event) => { composing.current = false; search(event.currentTarget.value, 300) }}
      onChange={(event) => { setText(event.target.value); if (!composing.current) search(event.target.value, 300) }}
      onPressEnter={(event) => search(event.currentTarget.value, 0)}
    />
  )
}
