import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useRef, useState } from 'react'

/** Search by name, pinyin, number or phone tail. What is typed stays in this box: it goes neither into the address nor into the history. */
export function ChildSearch({ onSearch }: { onSearch: (text: string) => void }) {
  const [text, setText] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const composing = useRef(false)
  const search = (next: string, delay: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onSearch(next.trim()), delay)
  }
  return (
    <Input
      className="xh-search" type="search" size="large" allowClear autoComplete="off" aria-label="查找孩子" value={text} maxLength={50}
      placeholder="姓名、拼音或首字母、证件号、电话后四位" prefix={<SearchOutlined aria-hidden="true" />}
      onCompositionStart={() => { composing.current = true }}
      onCompositionEnd={(event) => { composing.current = false; search(event.currentTarget.value, 300) }}
      onChange={(event) => { setText(event.target.value); if (!composing.current) search(event.target.value, 300) }}
      onPressEnter={(event) => search(event.currentTarget.value, 0)}
    />
  )
}
