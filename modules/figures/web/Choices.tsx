import { Select } from 'antd'
import { useId, useState } from 'react'
import { UnitTreePicker } from '#platform/ui/tree/UnitTreePicker.tsx'
import { useWords } from '#platform/ui/words.ts'
import { unitLoaders } from './unit-loaders.ts'
import { words } from './words.ts'

/** Up to which day and which review year one may choose; a review year may begin in the year before. */
type Begun = { today: string; reviewYear: number }

/** Parts of a year; one that has not begun cannot be chosen. */
function partsOf(texts: (typeof words)['en'], year: string, { today, reviewYear }: Begun) {
  const begun = (month: number) => `${year}-${String(month).padStart(2, '0')}-01` <= today
  return [
    { value: '', label: texts.wholeYear, disabled: !begun(1) }, { value: 'A', label: texts.reviewYear, disabled: Number(year) > reviewYear },
    ...[1, 2, 3, 4].map(at => ({ value: `Q${at}`, label: texts.quarter(at), disabled: !begun(at * 3 - 2) })),
    ...Array.from({ length: 12 }, (_, at) => ({ value: `-${String(at + 1).padStart(2, '0')}`, label: texts.month(at + 1), disabled: !begun(at + 1) })),
  ]
}

/** Year and part of the year. */
export function PeriodChoice({ value, begun, onChange }: { value: string; begun: Begun; onChange: (period: string) => void }) {
  const texts = useWords(words)
  const [yearId, partId] = [useId(), useId()]
  const [year, part, thisYear] = [value.slice(0, 4), value.slice(4), Number(begun.today.slice(0, 4))]
  const chooseYear = (chosen: string) => {
    const isThere = partsOf(texts, chosen, begun).some(each => each.value === part && each.disabled !== true)
    onChange(`${chosen}${isThere ? part : Number(chosen) > thisYear ? 'A' : ''}`)
  }
  const years = Array.from({ length: 11 }, (_, back) => String(Math.max(thisYear, begun.reviewYear) - back))
  return (
    <>
      <div className="xh-filter">
        <label htmlFor={yearId}>{texts.year}</label>
        <Select id={yearId} value={year} onChange={chooseYear}
          options={years.map(each => ({ value: each, label: texts.yearOf(each) }))} />
      </div>
      <div className="xh-filter">
        <label htmlFor={partId}>{texts.partOfYear}</label>
        <Select id={partId} className="xh-select" value={part} onChange={chosen => onChange(`${year}${chosen}`)} options={partsOf(texts, year, begun)} />
      </div>
    </>
  )
}

/** The unit that is counted, with all below it; without a choice it is one's own. */
export function UnitChoice({ name, onChange }: { name: string | undefined; onChange: (code: string | undefined) => void }) {
  const texts = useWords(words)
  const [id, setId] = useState<string>()
  const pickerId = useId()
  return (
    <div className="xh-filter">
      <label htmlFor={pickerId}>{name === undefined ? texts.unit : texts.unitNow(name)}</label>
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
