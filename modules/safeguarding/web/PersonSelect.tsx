import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useWords } from '#platform/ui/words.ts'
import { accountQueries } from './api.ts'
import { words } from './words.ts'

/** Chooses somebody of the own range by name. */
export function PersonSelect({ id, value, onChange }: { id?: string; value?: string; onChange?: (id: string) => void }) {
  const texts = useWords(words)
  const { aside } = useWords()
  const [typed, setTyped] = useState('')
  const found = useQuery(accountQueries.listColleagues.queryOptions({ input: { limit: 50, ...(typed.trim() === '' ? {} : { q: typed.trim() }) } }))
  const options = (found.data?.items ?? []).map(person => ({ value: person.id, label: person.personName + aside(person.unitName) }))
  return (
    <Select
      {...(id ? { id } : {})} {...(value ? { value } : {})} {...(onChange ? { onChange } : {})} showSearch={{ onSearch: setTyped, filterOption: false }}
      options={options} loading={found.isFetching} placeholder={texts.personHint} notFoundContent={texts.nobodyFound}
    />
  )
}
