import { useEffect, useState } from 'react'
import { UnitTreePicker } from '#platform/ui/tree/UnitTreePicker.tsx'
import { unitLoaders } from '#modules/organization/web/index.ts'

type Control = { id: string; value: string | undefined; onChange: (code: string | undefined) => void }

/** A unit in the address by its code, picked in the tree, which knows ids. */
export function UnitFilter({ id, value, onChange }: Control) {
  const [picked, setPicked] = useState<{ id: string; code: string }>()
  useEffect(() => {
    if (value === undefined) setPicked(undefined)
  }, [value])
  return (
    <UnitTreePicker
      id={id} loaders={unitLoaders} value={picked?.code === value ? picked?.id : undefined}
      onChange={(unitId, unit) => {
        setPicked(unitId === undefined || unit === undefined ? undefined : { id: unitId, code: unit.code })
        onChange(unit?.code)
      }}
    />
  )
}
