/** Sends one file with its progress; `fetch` cannot tell how far it has come. */
import { kitWords } from '../kit-words.ts'
import { shownLanguage } from '../words.ts'
import { randomId } from './random-id.ts'
import { Refusal, toRefusal } from './refusal.ts'
import { waitForSignIn } from './sign-in-gate.ts'

export type UploadOptions = {
  onProgress?: (percent: number) => void
  signal?: AbortSignal
  /** Further fields of the form that carries the file. */
  fields?: Record<string, string>
}

/** Posts the file as `file` of a multipart form to an address below `/api` and answers what the server says. */
export async function uploadFile(address: string, file: File, options: UploadOptions = {}): Promise<unknown> {
  const key = randomId()
  try {
    return await send(address, file, options, key)
  } catch (problem) {
    const refusal = toRefusal(problem)
    if (refusal.code !== 'UNAUTHENTICATED') throw refusal
    await waitForSignIn()
    return send(address, file, options, key)
  }
}

function send(address: string, file: File, options: UploadOptions, key: string): Promise<unknown> {
  const body = new FormData()
  for (const [name, value] of Object.entries(options.fields ?? {})) body.append(name, value)
  body.append('file', file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api${address}`)
    request.setRequestHeader('idempotency-key', key)
    request.upload.addEventListener('progress', event => options.onProgress?.(Math.round((event.loaded / Math.max(event.total, 1)) * 100)))
    request.addEventListener('load', () => {
      const answer = readAnswer(request.responseText)
      if (request.status < 300) resolve(answer)
      else reject(refusalOf(request, answer))
    })
    request.addEventListener('error', () => reject(toRefusal(new TypeError('network'))))
    request.addEventListener('abort', () => reject(new Refusal({ code: 'ABORTED', message: kitWords[shownLanguage()].uploadEnded })))
    options.signal?.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}

function readAnswer(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusalOf(request: XMLHttpRequest, answer: unknown): Refusal {
  const code = `HTTP_${request.status}`
  const body = typeof answer === 'object' && answer !== null ? answer : {}
  return toRefusal({ code, message: code, ...body, status: request.status }, request.getResponseHeader('x-request-id') ?? undefined)
}
