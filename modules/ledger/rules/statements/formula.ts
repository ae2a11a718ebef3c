/** One term of a formula: accounts by the beginning of their number, another line of the form, or an item of cash flow. */
export type Term =
  | { kind: 'accounts'; sign: 1 | -1; code: string; only: 'unrestricted' | 'restricted' | null }
  | { kind: 'line'; sign: 1 | -1; line: number }
  | { kind: 'flow'; sign: 1 | -1; item: string }
/** A term that stands for postings. */
export type LeafTerm = Exclude<Term, { kind: 'line' }>

const termForm = /^\s*([+-])?\s*(?:(\d{1,14})(?::(unrestricted|restricted))?|#(\d{1,4})|~([a-z-]+))/

/** Reads a formula as it stands in a form; a text that is none is a defect of the form. */
export function parseFormula(text: string): Term[] {
  const terms: Term[] = []
  let rest = text
  while (rest.trim() !== '') {
    const found = termForm.exec(rest)
    if (found === null || (terms.length > 0 && found[1] === undefined)) throw new Error(`not a formula: ${text}`)
    const [all, mark, code, only, line, item = ''] = found
    const sign = mark === '-' ? -1 : 1
    if (code !== undefined) terms.push({ kind: 'accounts', sign, code, only: only === 'unrestricted' || only === 'restricted' ? only : null })
    else if (line !== undefined) terms.push({ kind: 'line', sign, line: Number(line) })
    else terms.push({ kind: 'flow', sign, item })
    rest = rest.slice(all.length)
  }
  return terms
}

/** The terms of a line down to its postings: other lines are put in with their signs. A line that leads back to itself is a defect of the form. */
export function leavesOf(line: number, formulas: ReadonlyMap<number, readonly Term[]>, above: readonly number[] = []): LeafTerm[] {
  if (above.includes(line)) throw new Error(`line ${line} leads back to itself`)
  const terms = formulas.get(line)
  if (terms === undefined) throw new Error(`line ${line} is not on the form`)
  return terms.flatMap((term): LeafTerm[] => term.kind !== 'line' ? [term]
    : leavesOf(term.line, formulas, [...above, line]).map((leaf) => ({ ...leaf, sign: leaf.sign === term.sign ? 1 : -1 })))
}

/** How often postings of an account and a class count in the terms, with sign; zero where no term names it. */
export function factorOf(terms: readonly LeafTerm[], { code, isRestricted }: { code: string; isRestricted: boolean }): number {
  let factor = 0
  for (const term of terms) {
    if (term.kind !== 'accounts' || !code.startsWith(term.code)) continue
    if (term.only === null || (term.only === 'restricted') === isRestricted) factor += term.sign
  }
  return factor
}

/** How often an item of cash flow counts in the terms, with sign. */
export const flowFactorOf = (terms: readonly LeafTerm[], item: string): number =>
  terms.reduce((factor, term) => (term.kind === 'flow' && term.item === item ? factor + term.sign : factor), 0)
