/** What must be true at any moment: a name, a sentence, and an SQL that returns the offending rows of a city (`$1`), as `id`. */
export type Invariant = { name: string; sentence: string; sql: string }
