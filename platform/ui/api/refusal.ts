/** What the server says when it does not do what was asked: one shape for every page. */
import { kitWords } from '../kit-words.ts'
import { shownLanguage } from '../words.ts'

/** One wrong field: where it is and what to do about it. */
export type Issue = { path: readonly (string | number)[]; message: string }

export class Refusal extends Error {
  /** CODE_IN_CAPITALS as declared in the contract; `OFFLINE` when no answer came. */
  readonly code: string
  readonly status: number
  readonly data: unknown
  /** Wrong fields, when the input itself was refused. */
  readonly issues: readonly Issue[] | undefined
  /** Number under which the server logged the request. */
  readonly requestId: string | undefined

  constructor(details: { code: string; message: string; status?: number; data?: unknown; requestId?: string | undefined }) {
    super(details.message)
    this.name = 'Refusal'
    this.code = details.code
    this.status = details.status ?? 0
    this.data = details.data
    this.issues = readIssues(details.data)
    this.requestId = details.requestId
  }
}

/** What to say of a refusal where no field stands to mark: what is wrong with the input, else the sentence of the refusal. */
export function sentenceOf({ issues, message }: Refusal): string {
  const wrong = [...new Set(issues?.map(issue => issue.message))]
  return wrong.length > 0 ? wrong.join(' ') : message
}

export const isRefusal = (problem: unknown, code?: string): problem is Refusal =>
  problem instanceof Refusal && (code === undefined || problem.code === code)

/** Turns whatever was thrown (an oRPC error, a broken connection, an answer's body) into a Refusal. */
export function toRefusal(problem: unknown, requestId?: string): Refusal {
  if (problem instanceof Refusal) return problem
  if (!isRecord(problem)) return new Refusal({ code: 'DEFECT', message: String(problem), requestId })
  if (typeof problem['code'] === 'string' && typeof problem['status'] === 'number') {
    const message = typeof problem['message'] === 'string' ? problem['message'] : problem['code']
    return new Refusal({ code: problem['code'], message, status: problem['status'], data: problem['data'], requestId })
  }
  const isNetwork = problem instanceof TypeError && /fetch|network|load failed/i.test(problem.message)
  if (isNetwork) return new Refusal({ code: 'OFFLINE', message: kitWords[shownLanguage()].offline })
  return new Refusal({ code: 'DEFECT', message: problem instanceof Error ? problem.message : 'DEFECT', requestId })
}

function readIssues(data: unknown): readonly Issue[] | undefined {
  if (!isRecord(data) || !Array.isArray(data['issues'])) return undefined
  return data['issues'].filter(isIssue)
}

function isIssue(value: unknown): value is Issue {
  return isRecord(value) && Array.isArray(value['path']) && typeof value['message'] === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
