import { ORPCError } from '@orpc/server'
import { commonRefusals } from '#platform/contract/base.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { codeOf } from '#platform/database/transaction.ts'
import { FileRefusal } from '#platform/files/refusal.ts'
import { SheetRefusal } from '#platform/sheets/refusal.ts'

/** Shape of every error on the wire: a code for programs, a sentence for people, data for the form. */
export type Problem = { code: string; status: number; message: string; data?: unknown }

const defect: Problem = { code: 'INTERNAL_ERROR', status: 500, message: '系统出现意外错误，您填写的内容没有丢失，请稍后重试；若仍不行，请把页面上的请求编号告诉管理员。' }

/** Refusals an operation or a download declares beside the common ones. */
export type DeclaredRefusals = Record<string, { status?: number; message?: string } | undefined>

/** Turns whatever an operation threw into the error its contract declares. The one place where transport words meet refusals. */
export function problemOf(error: unknown, declared: DeclaredRefusals = {}): Problem {
  if (error instanceof Refusal) return refusalProblem(error, { ...commonRefusals, ...declared })
  // An upload that cannot be read says itself what to do.
  if (error instanceof SheetRefusal || error instanceof FileRefusal) return { code: error.code, status: 422, message: error.message }
  if (error instanceof ORPCError) return orpcProblem(error)
  // 22P02, 22003, 22007, 22008: a value no column can hold, such as the page mark somebody made up.
  if (['22P02', '22003', '22007', '22008'].includes(codeOf(error))) return { code: 'INVALID_INPUT', status: 422,
    message: commonRefusals.INVALID_INPUT.message, data: { issues: [] } }
  // 22P05/22021: a character the database cannot hold.
  if (['22P05', '22021'].includes(codeOf(error))) return { code: 'INVALID_INPUT', status: 422, message: '含有不能保存的字符，请删去后再保存。', data: { issues: [] } }
  return defect
}

/** The same as an oRPC error, which the handler knows how to write. */
export function orpcErrorOf(problem: Problem): ORPCError<string, unknown> {
  return new ORPCError(problem.code, { defined: problem.status !== 500, status: problem.status, message: problem.message, data: problem.data })
}

function refusalProblem(refusal: Refusal, declared: DeclaredRefusals): Problem {
  const found = declared[refusal.code]
  if (found === undefined) return { ...defect, data: { undeclared: refusal.code } }
  return { code: refusal.code, status: found.status ?? 409, message: found.message ?? refusal.code,
    ...(refusal.data === undefined ? {} : { data: refusal.data }) }
}

function orpcProblem(error: ORPCError<string, unknown>): Problem {
  if (error.code === 'BAD_REQUEST') {
    const issues = (error.data as { issues?: { path?: unknown[]; message: string }[] } | undefined)?.issues ?? []
    const plain = issues.map((issue) => ({ path: (issue.path ?? []).map(segmentOf), message: issue.message }))
    return { code: 'INVALID_INPUT', status: 422, message: commonRefusals.INVALID_INPUT.message, data: { issues: plain } }
  }
  if (error.status >= 500) return defect
  return { code: error.code, status: error.status, message: error.message, data: error.data }
}

function segmentOf(segment: unknown): string | number {
  const key = typeof segment === 'object' && segment !== null && 'key' in segment ? segment.key : segment
  return typeof key === 'number' ? key : String(key)
}
