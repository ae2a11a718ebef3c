import { useState } from 'react'
import { unitLoaders } from '#modules/organization/web/index.ts'
import { UnitTreePicker } from '#platform/ui/tree/UnitTreePicker.tsx'

/** A unit by its code; the form puts value and onChange in. */
export function UnitField({ id, onChange }: { id?: string; value?: string; onChange?: (code: string | undefined) => void }) {
  const [unitId, setUnitId] = useState<string>()
  const choose = (chosen: string | undefined, code: string | undefined) => { setUnitId(chosen); onChange?.(code) }
  return <UnitTreePicker {...(id === undefined ? {} : { id })} loaders={unitLoaders} value={unitId} onChange={(chosen, unit) => choose(chosen, unit?.code)} />
}
