import { createHash, createHmac } from 'node:crypto'

/** Who asks, and for which part of the world the signature holds. */
export type S3Credentials = { accessKeyId: string; secretAccessKey: string; region: string }

export type S3Request = {
  method: string
  url: URL
  /** Headers that are signed along, names in any case; host is added. */
  headers: Record<string, string>
  /** SHA-256 of the body, hexadecimal. */
  payloadSha256: string
  at: Date
}

/** Signs a request by AWS Signature Version 4, as every S3-compatible store asks for, and gives the headers to send. */
export function signS3Request(request: S3Request, credentials: S3Credentials): Record<string, string> {
  const timestamp = request.at.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const headers: Record<string, string> = {
    ...lowerCaseNames(request.headers),
    host: request.url.host,
    'x-amz-content-sha256': request.payloadSha256,
    'x-amz-date': timestamp,
  }
  const names = Object.keys(headers).toSorted()
  const scope = `${timestamp.slice(0, 8)}/${credentials.region}/s3/aws4_request`
  const canonical = [
    request.method,
    request.url.pathname.split('/').map((segment) => encodeStrictly(decodeURIComponent(segment))).join('/'),
    canonicalQuery(request.url),
    ...names.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/\s+/g, ' ')}`),
    '',
    names.join(';'),
    request.payloadSha256,
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', timestamp, scope, createHash('sha256').update(canonical).digest('hex')].join('\n')
  const signature = hmac(signingKey(credentials, timestamp.slice(0, 8)), toSign).toString('hex')
  const authorization =
    `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope},SignedHeaders=${names.join(';')},Signature=${signature}`
  return { ...headers, authorization }
}

function signingKey(credentials: S3Credentials, day: string): Buffer {
  return [day, credentials.region, 's3', 'aws4_request'].reduce<Buffer>(
    (key, part) => hmac(key, part),
    Buffer.from(`AWS4${credentials.secretAccessKey}`),
  )
}

function canonicalQuery(url: URL): string {
  return [...url.searchParams].map(([name, value]) => `${encodeStrictly(name)}=${encodeStrictly(value)}`).toSorted().join('&')
}

function lowerCaseNames(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

/** Everything but letters, digits and - . _ ~, which encodeURIComponent leaves too much of. */
const encodeStrictly = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()
