import { Select } from 'antd'
import { useId, useState } from 'react'
import { UnitTreePicker } from '#platform/ui/tree/UnitTreePicker.tsx'
import { unitLoaders } from './unit-loaders.ts'

const parts = [
  { value: '', label: '全年' }, { value: 'A', label: '考评年度' },
  ...['一', '二', '三', '四'].map((name, at) => ({ value: `Q${at + 1}`, label: `第${name}季度` })),
  ...Array.from({ length: 12 }, (_, at) => ({ value: `-${String(at + 1).padStart(2, '0')}`, label: `${at + 1}月` })),
]

/** Year and part of the year. */
export function PeriodChoice({ value, thisYear, onChange }: { value: string; thisYear: number; onChange: (period: string) => void }) {
  const [yearId, partId] = [useId(), useId()]
  const [year, part] = [value.slice(0, 4), value.slice(4)]
  const years = Array.from({ length: 11 }, (_, back) => String(thisYear + 1 - back))
  return (
    <>
      <div className="xh-filter">
        <label htmlFor={yearId}>年份</label>
        <Select id={yearId} value={year} onChange={chosen => onChange(`${chosen}${part}`)} options={years.map(each => ({ value: each, label: `${each}年` }))} />
      </div>
      <div className="xh-filter">
        <label htmlFor={partId}>时段</label>
        <Select id={partId} className="xh-select" value={part} onChange={chosen => onChange(`${year}${chosen}`)} options={parts} />
      </div>
    </>
  )
}

/** The unit that is counted, with all below it; without a choice it is one's own. */
export function UnitChoice({ name, onChange }: { name: string | undefined; onChange: (code: string | undefined) => void }) {
  const [id, setId] = useState<string>()
  const pickerId = useId()
  return (
    <div className="xh-filter">
      <label htmlFor={pickerId}>单位{name === undefined ? '' : `（现为${name}）`}</label>
      <UnitTreePicker
        id={pickerId} loaders={unitLoaders} value={id}
        onChange={(chosen, unit) => {
          setId(chosen)
          onChange(unit?.code)
        }}
      />
    </div>
  )
}
