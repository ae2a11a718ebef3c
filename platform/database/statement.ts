/** SQL with its parameters, as it goes to the database; `Row` is what a row of its answer looks like. */
export type Statement<Row = unknown> = { sql: string; parameters: readonly unknown[]; row?: Row }

const texts = new WeakMap<TemplateStringsArray, string>()

/**
 * Writes a statement whose text is always the same: every hole is a parameter. Kysely's `sql` is for texts that are put together
 * from parts; for the few statements that run with nearly every request this one saves the putting together.
 */
export function statement<Row = unknown>(parts: TemplateStringsArray, ...parameters: unknown[]): Statement<Row> {
  let text = texts.get(parts)
  if (text === undefined) {
    text = parts.reduce((before, part, index) => `${before}$${index}${part}`).trim()
    texts.set(parts, text)
  }
  return { sql: text, parameters }
}
