/** A stored definition: yields the number and the rows behind it. */
export type Indicator = {
  code: string
  version: number
  validFrom: string
  /** Last day; null for the version that holds now. */
  validUntil: string | null
  name: string
  definition: string
  group: string
  /** 人, 人次, 个 … */
  unit: string
  kind: 'count' | 'sum' | 'ratio'
  counting: 'rows' | 'subjects'
  timing: 'flow' | 'stock'
  measures: string[]
  /** Null unless a ratio. */
  numeratorCode: string | null
  /** Null unless a ratio. */
  denominatorCode: string | null
  scale: number
  source: string
  wordSource: string
}

/** What was counted of one measure in one unit and period. */
export type Counted = {
  count: number
  sum: number
  /** Distinct subjects; 0 where they were not asked for. */
  subjects: number
  /** Number of facts that came after a closing. */
  lateFacts: number
  lateCount: number
  lateSum: number
  lateSubjects: number
}

/** Nothing counted. */
export const nothing: Counted = { count: 0, sum: 0, subjects: 0, lateFacts: 0, lateCount: 0, lateSum: 0, lateSubjects: 0 }

/** Measures a statement has to count for some indicators. */
export type CountingPlan = { flow: string[]; stock: string[]; flowSubjects: string[]; stockSubjects: string[] }

/** The measures behind these indicators; ratios bring in the indicators they are made of. */
export function planOf(indicators: readonly Indicator[]): CountingPlan {
  const counted = indicators.filter((indicator) => indicator.kind !== 'ratio')
  const measures = (timing: Indicator['timing'], distinct: boolean) => [...new Set(
    counted.filter((one) => one.timing === timing && (!distinct || one.counting === 'subjects')).flatMap((one) => one.measures))]
  return { flow: measures('flow', false), stock: measures('stock', false), flowSubjects: measures('flow', true), stockSubjects: measures('stock', true) }
}

/** The indicators themselves and those their ratios are made of. */
export function withParts(wanted: readonly Indicator[], all: readonly Indicator[]): Indicator[] {
  const parts = new Set(wanted.flatMap((one) => [one.code, one.numeratorCode, one.denominatorCode]))
  return all.filter((one) => parts.has(one.code))
}

/** A figure: what the indicator comes to. */
export type Value = {
  value: number
  /** Rows behind it; of a ratio, behind the number above the line. */
  rows: number
  /** The value as it stood when the months were closed. */
  reported: number
  /** Facts that came after a closing. */
  corrections: number
  /** Above and below the line; only of a ratio. */
  parts?: { numerator: number; denominator: number }
  /** Below the line stands nothing; the value is then 0. */
  hasNoDenominator?: boolean
}

/** What an indicator comes to, given what was counted of each measure. */
export function valueOf(indicator: Indicator, counted: ReadonlyMap<string, Counted>, all: readonly Indicator[]): Value {
  if (indicator.kind === 'ratio') return ratioOf(indicator, counted, all)
  const found = indicator.measures.map((measure) => counted.get(measure) ?? nothing)
  const add = (pick: (one: Counted) => number) => found.reduce((sum, one) => sum + pick(one), 0)
  const corrections = add((one) => one.lateFacts)
  if (indicator.counting === 'subjects') {
    const value = add((one) => one.subjects)
    return { value, rows: value, reported: value - add((one) => one.lateSubjects), corrections }
  }
  const rows = add((one) => one.count)
  if (indicator.kind === 'count') return { value: rows, rows, reported: rows - add((one) => one.lateCount), corrections }
  const sum = add((one) => one.sum)
  return { value: sum / indicator.scale, rows, reported: (sum - add((one) => one.lateSum)) / indicator.scale, corrections }
}

function ratioOf(indicator: Indicator, counted: ReadonlyMap<string, Counted>, all: readonly Indicator[]): Value {
  const part = (code: string | null) => {
    const found = all.find((one) => one.code === code)
    if (found === undefined || found.kind === 'ratio') throw new Error(`${indicator.code} is a ratio of ${String(code)}, which counts nothing`)
    return valueOf(found, counted, all)
  }
  const [above, below] = [part(indicator.numeratorCode), part(indicator.denominatorCode)]
  return {
    value: divide(above.value, below.value, indicator.scale), rows: above.rows,
    reported: divide(above.reported, below.reported, indicator.scale), corrections: above.corrections + below.corrections,
    parts: { numerator: above.value, denominator: below.value }, ...(below.value === 0 ? { hasNoDenominator: true } : {}),
  }
}

/** Two places, as people write percentages. */
const divide = (above: number, below: number, scale: number) => (below === 0 ? 0 : Math.round(above / below * scale * 100) / 100)
