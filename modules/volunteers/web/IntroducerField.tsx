import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useWords } from '#platform/ui/words.ts'
import { client, queries } from './api.ts'
import { formWords } from './words.ts'

type IntroducerFieldProps = { id?: string; value?: string; onChange?: (value: string | undefined) => void; known?: { id: string; name: string } | null }

/** Who brought the volunteer in, found by name or pinyin among the volunteers one can see. */
export function IntroducerField({ id, value, onChange, known }: IntroducerFieldProps) {
  const texts = useWords(formWords)
  const { aside } = useWords()
  const [text, setText] = useState('')
  const { data, isFetching } = useQuery({
    queryKey: [...queries.listVolunteers.key(), 'introducer', text], enabled: text.trim() !== '',
    queryFn: ({ signal }) => client.listVolunteers({ q: text.trim().slice(0, 50), limit: 20 }, { signal }),
  })
  const found = (data?.items ?? []).map((item) => ({ value: item.id, label: item.name + aside(item.unitName) }))
  const options = known && !found.some((option) => option.value === known.id) ? [{ value: known.id, label: known.name }, ...found] : found
  return (
    <Select
      {...(id ? { id } : {})} value={value ?? null} onChange={(chosen) => onChange?.(chosen ?? undefined)} allowClear showSearch filterOption={false}
      onSearch={setText} options={options} loading={isFetching} placeholder={texts.introducerHint}
      notFoundContent={text === '' ? texts.typeName : texts.nobodyFound}
    />
  )
}
