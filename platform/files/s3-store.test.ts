import { createHash, createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openS3Store } from './s3-store.ts'
import { signS3Request } from './sign-s3-request.ts'

const secret = 'a-secret-for-tests'
const hash = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
const files = new Map<string, Buffer>()
const seen: { url: string; signed: boolean }[] = []
let server: Server
let endpoint: string

/** Recomputes the signature from what came over the wire, by the published algorithm and apart from our own signing code. */
function isRightlySigned(request: IncomingMessage, body: Buffer): boolean {
  const authorization = request.headers.authorization ?? ''
  const form = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request,SignedHeaders=([^,]+),Signature=(\w+)$/
  const parts = form.exec(authorization)
  if (!parts || parts[1] !== 'tester') return false
  const [, , day = '', region = '', names = '', signature] = parts
  let canonical = `${request.method}\n${request.url}\n\n`
  for (const name of names.split(';')) canonical += `${name}:${String(request.headers[name])}\n`
  canonical += `\n${names}\n${hash(body)}`
  const date = String(request.headers['x-amz-date'])
  let key: Buffer = createHmac('sha256', `AWS4${secret}`).update(day).digest()
  for (const step of [region, 's3', 'aws4_request']) key = createHmac('sha256', key).update(step).digest()
  const toSign = `AWS4-HMAC-SHA256\n${date}\n${day}/${region}/s3/aws4_request\n${hash(canonical)}`
  return ['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.split(';').includes(name))
    && createHmac('sha256', key).update(toSign).digest('hex') === signature
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request)
  const url = request.url ?? ''
  const signed = isRightlySigned(request, body)
  seen.push({ url, signed })
  if (!signed) return void response.writeHead(403).end('<Error/>')
  if (request.method === 'PUT') {
    if (request.headers['content-length'] !== String(body.length)) return void response.writeHead(411).end()
    files.set(url, body)
    return void response.writeHead(200).end()
  }
  if (request.method === 'DELETE') return void response.writeHead(files.delete(url) ? 204 : 404).end()
  const content = files.get(url)
  response.writeHead(content ? 200 : 404).end(content)
}

beforeEach(async () => {
  files.clear()
  seen.length = 0
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

const credentials = { accessKeyId: 'tester', secretAccessKey: secret, region: 'cn-north-1' }
const open = (changes = {}) => openS3Store({ endpoint, bucket: 'bucket-1', prefix: 'kept/', ...credentials, ...changes })

describe('the S3-compatible store', () => {
  it('puts, gives back and removes, by path and with a signature the other side can verify', async () => {
    const store = open()
    const content = randomBytes(200_000)
    const stored = await store.put(content)
    expect(stored).toMatchObject({ sizeBytes: 200_000, sha256: hash(content) })
    expect(seen[0]).toEqual({ url: `/bucket-1/kept/${stored.key}`, signed: true })
    expect((await buffer(await store.get(stored.key))).equals(content)).toBe(true)
    await store.remove(stored.key)
    await store.remove(stored.key)
    await expect(store.get(stored.key)).rejects.toMatchObject({ code: 'FILE_MISSING' })
  })

  it('fails when the other side does not accept the signature', async () => {
    await expect(open({ secretAccessKey: 'wrong' }).put(Buffer.from('x'))).rejects.toThrow('status 403')
    expect(files.size).toBe(0)
  })

  it('sends nothing of an upload that ends midway or is too large', async () => {
    async function* breakingOff() {
      yield randomBytes(1000)
      throw new Error('the connection broke')
    }
    await expect(open().put(breakingOff())).rejects.toThrow('the connection broke')
    await expect(open({ maxBytes: 10 }).put(Buffer.alloc(11))).rejects.toMatchObject({ code: 'TOO_LARGE' })
    expect(seen).toEqual([])
  })
})

describe('signing', () => {
  const published = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1',
  }
  const host = 'https://examplebucket.s3.amazonaws.com'
  const put = { 'Date': 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' }

  it.each([
    ['GET', '/test.txt', { Range: 'bytes=0-9' }, '', 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'],
    ['PUT', '/test$file.text', put, 'Welcome to Amazon S3.', '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd'],
    ['GET', '/?lifecycle', {}, '', 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
    ['GET', '/?max-keys=2&prefix=J', {}, '', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
  ])('gives the published signature for %s %s', (method, path, headers, body, signature) => {
    const at = new Date('2013-05-24T00:00:00Z')
    const signed = { headers: headers as Record<string, string>, payloadSha256: hash(body), at }
    expect(signS3Request({ method, url: new URL(path, host), ...signed }, published)['authorization']).toContain(`Signature=${signature}`)
  })
})
