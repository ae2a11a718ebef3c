import { minuteInChina } from '#platform/values/local-date.ts'
/** Names as options of a select. */
export const optionsOf = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }))

/** Day and minute in China. */
export const minuteOf = (at: Date | string | null): string => (at === null ? '' : minuteInChina(at))

/** A list's question out of what stands in the address. */
export const askedOf = <Input>({ filters, after, limit }: { filters: Record<string, string>; after?: string; limit: number }): Input =>
  ({ ...filters, limit, ...(after === undefined ? {} : { after }) }) as Input
