import { useState } from 'react'
import { unitLoaders } from '#modules/organization/web/index.ts'
import { UnitTreePicker } from '#platform/ui/tree/UnitTreePicker.tsx'

/** A unit and all below it, for the filters of a list; its code stands in the address. */
export function UnitFilter({ id, value, onChange }: { id: string; value: string | undefined; onChange: (value: string | undefined) => void }) {
  const [unitId, setUnitId] = useState<string>()
  const choose = (chosen: string | undefined, code: string | undefined) => { setUnitId(chosen); onChange(code) }
  return <UnitTreePicker id={id} loaders={unitLoaders} value={value === undefined ? undefined
    : unitId} onChange={(chosen, unit) => choose(chosen, unit?.code)} />
}
