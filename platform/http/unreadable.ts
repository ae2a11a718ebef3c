import type { Socket } from 'node:net'
import { newId } from '#platform/crypto/id.ts'
import type { Problem } from './problem.ts'

/** What was sent is no request, or no body of the kind it says it is. */
export const unreadable: Problem = { code: 'INVALID_REQUEST', status: 400, message: '提交的内容无法读懂，请刷新页面后重试。' }

/** Faults the HTTP parser of Node finds before there is a request. */
const early: Record<string, Problem & { reason: string }> = {
  HPE_HEADER_OVERFLOW: { code: 'TOO_LARGE', status: 431, reason: 'Request Header Fields Too Large', message: '地址或查询条件太长，请缩短后重试。' },
  ERR_HTTP_REQUEST_TIMEOUT: { code: 'REQUEST_TIMEOUT', status: 408, reason: 'Request Timeout', message: '提交中断，请检查网络后重试。' },
}

/** Such a fault is answered in our words and our shape all the same; the connection ends with it. */
export function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
  const { reason, ...problem } = early[error.code ?? ''] ?? { ...unreadable, reason: 'Bad Request' }
  const body = JSON.stringify(problem)
  socket.end([`HTTP/1.1 ${problem.status} ${reason}`, 'content-type: application/json; charset=utf-8', `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${newId()}`, 'x-content-type-options: nosniff', 'cache-control: no-store', 'connection: close', '', body].join('\r\n'))
}
