import { Refusal, toRefusal } from '#platform/ui/api/refusal.ts'

/** The same problem with its sentence in the language of the page; what is not known there keeps its own. */
export function inWords(problem: unknown, sentences: Readonly<Record<string, string>>): Refusal {
  const refusal = toRefusal(problem)
  const { code, status, data, requestId } = refusal
  const message = sentences[code]
  return message === undefined ? refusal : new Refusal({ code, message, status, data, requestId })
}
