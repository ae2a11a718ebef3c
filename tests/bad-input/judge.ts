import type { OutgoingHttpHeaders } from 'node:http'

/** An answer as the judge sees it. */
export type Judged = { statusCode: number; headers: OutgoingHttpHeaders; body: string }

const inside =
  /\bat [\w.<>]+ \(|node_modules|\.ts:\d|\bselect \b|\binsert into\b|violates|syntax error|relation "|duplicate key|ECONN|invalid input syntax|out of range/i

/** What is wrong with an answer to bad input: a crash, talk of our inside, not our shape, not in Chinese, no request id. */
export function findFaults(answer: Judged): string[] {
  const faults: string[] = []
  if (answer.statusCode >= 500) return [`was answered ${answer.statusCode}`]
  if (typeof answer.headers['x-request-id'] !== 'string') faults.push('carries no request id')
  if (answer.statusCode < 400) return faults
  if (inside.test(answer.body)) faults.push(`tells of our inside: ${answer.body.slice(0, 200)}`)
  const problem = readJson(answer.body)
  if (problem === undefined) return [...faults, `is no JSON: ${answer.body.slice(0, 100)}`]
  if (typeof problem['code'] !== 'string' || !/^[A-Z_]+$/.test(problem['code'])) faults.push(`has no code: ${answer.body.slice(0, 100)}`)
  const isChinese = typeof problem['message'] === 'string' && /\p{Script=Han}/u.test(problem['message'])
  if (!isChinese) faults.push(`says no Chinese sentence: ${answer.body.slice(0, 200)}`)
  for (const issue of issuesOf(problem)) {
    if (!Array.isArray(issue.path) || !/\p{Script=Han}/u.test(issue.message)) faults.push(`has an issue nobody can read: ${JSON.stringify(issue)}`)
  }
  return faults
}

/** The fields an answer complains of. */
export function issuesOf(problem: Record<string, unknown> | undefined): { path: (string | number)[]; message: string }[] {
  const data = problem?.['data']
  return typeof data === 'object' && data !== null && 'issues' in data && Array.isArray(data.issues) ? data.issues : []
}

/** Reads an object out of a text. */
export function readJson(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return undefined
  }
}
