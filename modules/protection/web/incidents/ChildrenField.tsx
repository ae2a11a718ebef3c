import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useWords } from '#platform/ui/words.ts'
import { childClient, childQueries } from '../api.ts'
import { actWords } from '../words/act-words.ts'
import { nameWords } from '../words/name-words.ts'

type ChildrenFieldProps = { id?: string; value?: string[]; onChange?: (chosen: string[]) => void }
type Option = { value: string; label: string }

/** Children known to be concerned, found among those one can see and shown masked. What is typed goes into no address. */
export function ChildrenField({ id, value = [], onChange }: ChildrenFieldProps) {
  const texts = useWords(actWords)
  const names = useWords(nameWords)
  const { aside } = useWords()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<Option[]>([])
  const q = text.trim().slice(0, 50)
  const { data, isFetching } = useQuery({
    queryKey: [...childQueries.listChildren.key(), 'incident', q], enabled: q !== '', gcTime: 0,
    queryFn: ({ signal }) => childClient.searchChildren({ q, limit: 20 }, { signal }),
  })
  const found = (data?.items ?? []).map(({ id: childId, maskedName, ageBand, unitName }) => (
    { value: childId, label: `${maskedName} · ${names.bandOf(ageBand)}${aside(unitName)}` }))
  const held = value.filter((each) => !found.some((option) => option.value === each))
    .map((each) => chosen.find((option) => option.value === each) ?? { value: each, label: texts.chosenChild })
  const handleChange = (ids: string[]) => {
    setChosen([...held, ...found].filter((option) => ids.includes(option.value)))
    onChange?.(ids)
  }
  return (
    <Select<string[]>
      {...(id ? { id } : {})} mode="multiple" value={value} onChange={handleChange} showSearch={{ filterOption: false, onSearch: setText }}
      options={[...held, ...found]} loading={isFetching} placeholder={texts.childrenHint} notFoundContent={q === '' ? texts.childrenHint : texts.noChildFound}
    />
  )
}
