import type { Statement } from '#platform/testing/statements.ts'

/** What is the work itself: without begin, commit and the resolution of the session. */
export function workOf(statements: readonly Statement[]): Statement[] {
  return statements.filter(({ text }) => !/^(begin|commit|rollback)\b/i.test(text))
}

/** What a server without rules would run: no session, no audit, no idempotency key. */
export function bareOf(statements: readonly Statement[]): Statement[] {
  return workOf(statements).filter(({ text }) => !/app_begin|"audit"|audit\.entries|idempotency_keys/i.test(text))
}
