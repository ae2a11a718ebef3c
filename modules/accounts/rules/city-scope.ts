import { codeFromDivision, scopeLo } from '#platform/values/scope-code.ts'

/** Scope code of the city's own unit: what the system itself writes about the city stands there, where the audit administrator sees it. */
export function cityScopeCode(cityId: number): string {
  const code = codeFromDivision(String(cityId))
  if (code === undefined) throw new RangeError(`not a city: ${cityId}`)
  return scopeLo(code)
}
