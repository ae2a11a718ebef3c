/** What is wrong with one field of what was said, in words that stand beside it. */
export type FieldProblem = { path: string[]; message: string }
