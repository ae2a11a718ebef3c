import { toRefusal } from '#platform/ui/api/refusal.ts'

/** Why it was refused, in the language of the page; what is not known there keeps the sentence of the server. */
export function sentenceOf(problem: unknown, sentences: Readonly<Record<string, string>>): string {
  const { code, message, issues } = toRefusal(problem)
  return issues?.[0]?.message ?? sentences[code] ?? message
}
