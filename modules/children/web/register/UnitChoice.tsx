import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { unitClient } from '../api.ts'

/** Chooses a unit of the own range by name or pinyin. */
export function UnitChoice({ id, value, onChange }: { id?: string; value?: string; onChange?: (id: string | undefined) => void }) {
  const [q, setQ] = useState('')
  const { unit } = useSession()
  const found = useQuery({
    queryKey: ['units-to-choose', unit.id, q], staleTime: 60_000,
    queryFn: ({ signal }) => unitClient.listUnits({ limit: 30, ...(q === '' ? {} : { q }) }, { signal }),
  })
  return (
    <Select
      {...(id ? { id } : {})} {...(value ? { value } : {})} allowClear placeholder={unit.name} loading={found.isFetching}
      showSearch={{ filterOption: false, onSearch: setQ }} options={(found.data?.items ?? []).map((each) => ({ value: each.id, label: each.name }))}
      onChange={(chosen: string | undefined) => onChange?.(chosen)}
    />
  )
}
