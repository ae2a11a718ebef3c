/** One line of the bench: what was measured, the bar, whether it holds. Ratios are within one run; absolute times are only told. */
export type Measure = { name: string; value: number; bar: string; holds: boolean; note?: string }

/** At least. */
export function atLeast(name: string, value: number, bar: number, note?: string): Measure {
  return { name, value: round(value), bar: `≥ ${bar}`, holds: value >= bar, ...(note === undefined ? {} : { note }) }
}

/** At most. */
export function atMost(name: string, value: number, bar: number, note?: string): Measure {
  return { name, value: round(value), bar: `≤ ${bar}`, holds: value <= bar, ...(note === undefined ? {} : { note }) }
}

/** One line for a person. */
export function lineOf(measure: Measure): string {
  return `${measure.holds ? '✓' : '✗'} ${measure.name.padEnd(62)} ${String(measure.value)
    .padStart(9)}  ${measure.bar}${measure.note === undefined ? '' : `  (${measure.note})`}`
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}
