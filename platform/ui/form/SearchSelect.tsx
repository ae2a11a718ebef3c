import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../words.ts'

type SearchSelectProps = {
  /** As a field of a form gives them. */
  id?: string; value?: string; onChange?: (value: string) => void
  /** What is looked for, as key of the query. */
  about: string
  /** What fits a part of a name. */
  find: (q: string, signal: AbortSignal) => Promise<readonly { value: string; label: string }[]>
  /** What to type. */
  hint: string
}

/** A choice out of too many to list: what fits is asked for while one types. */
export function SearchSelect({ id, value, onChange, about, find, hint }: SearchSelectProps) {
  const { nothingFoundTitle } = useWords()
  const [q, setQ] = useState('')
  const { data = [], isFetching } = useQuery({
    queryKey: ['search-select', about, q], queryFn: ({ signal }) => find(q, signal), enabled: q !== '', placeholderData: keepPreviousData,
  })
  return (
    <Select
      {...(id === undefined ? {} : { id })} {...(value === undefined ? {} : { value })} {...(onChange === undefined ? {} : { onChange })} options={[...data]}
      showSearch={{ filterOption: false, onSearch: text => setQ(text.trim()) }} placeholder={hint} loading={isFetching}
      notFoundContent={q === '' ? hint : nothingFoundTitle}
    />
  )
}
