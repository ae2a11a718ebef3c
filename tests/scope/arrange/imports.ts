import { idOf, type Recipe, type Spot } from './spot.ts'

const kindsSeen: Partial<Record<string, string>> = {
  'care-worker': `kind like 'civil-%'`, 'security-admin': `kind = 'staff'`, 'system-admin': `kind = 'units'`,
}

/** Imports in the states from which they go on. */
export const importRecipes: Record<string, Recipe> = {
  // The security administrator imports staff and the system administrator units, of which there are none here.
  import: { table: 'imports.imports', arrange: (spot) => upload(spot), seenBy: (caller) => kindsSeen[caller.role] ?? 'true' },
  checkedimport: { table: 'imports.imports', arrange: (spot) => check(spot) },
  committedimport: { table: 'imports.imports', arrange: commit },
}

/** A small register as a text table. */
export function registerToImport(mark: string): File {
  const rows = ['姓名,性别,出生日期,五老类别,加入日期', `${mark}导入甲,男,1948-03-04,老教师,2024-01-01`, `${mark}导入乙,女,1949-05-06,老干部,2024-01-01`]
  return new File([`\uFEFF${rows.join('\r\n')}\r\n`], 'register.csv', { type: 'text/csv' })
}

async function upload(spot: Spot): Promise<string> {
  const file = registerToImport(`${spot.mark}${spot.serial()}`)
  return idOf(await spot.askAs(spot.unit.code, 'POST', '/imports', { kind: 'volunteers', file }))
}

async function check(spot: Spot): Promise<string> {
  const id = await upload(spot)
  await spot.askAs(spot.unit.code, 'POST', `/imports/${id}/mapping`, { mapping: { name: 0, sex: 1, birthOn: 2, categories: 3, joinedOn: 4 } })
  return id
}

async function commit(spot: Spot): Promise<string> {
  const id = await check(spot)
  await spot.askAs(spot.unit.code, 'POST', `/imports/${id}/commit`, {})
  return id
}
