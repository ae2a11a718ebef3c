import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { accountQueries } from './api.ts'

/** Chooses somebody of the own range by name. */
export function PersonSelect({ id, value, onChange }: { id?: string; value?: string; onChange?: (id: string) => void }) {
  const [typed, setTyped] = useState('')
  const found = useQuery(accountQueries.listColleagues.queryOptions({ input: { limit: 50, ...(typed.trim() === '' ? {} : { q: typed.trim() }) } }))
  const options = (found.data?.items ?? []).map(person => ({ value: person.id, label: `${person.personName}（${person.unitName}）` }))
  return (
    <Select
      {...(id ? { id } : {})} {...(value ? { value } : {})} {...(onChange ? { onChange } : {})} showSearch={{ onSearch: setTyped, filterOption: false }}
      options={options} loading={found.isFetching} placeholder="输入姓名查找" notFoundContent="没有找到"
    />
  )
}
