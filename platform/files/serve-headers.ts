import type { FileKind } from './sniff.ts'

const longestName = 120
const unwelcomeInNames = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"*/:<>?\\|]/g

/**
 * Headers under which an attachment goes to a browser. It is saved unless showing it was asked for and it is a picture or a PDF;
 * then the page it makes can run nothing and load nothing. The ending of the name follows the content, not what the uploader wrote.
 */
export function serveHeaders(file: { name: string; kind: FileKind; sizeBytes?: number; show?: boolean }): Record<string, string> {
  const isShown = file.show === true && file.kind.family !== 'office'
  const name = encodeName(safeFileName(file.name, file.kind.extension))
  const manner = isShown ? 'inline' : 'attachment'
  return {
    'content-type': file.kind.mediaType,
    'content-disposition': `${manner}; filename="file.${file.kind.extension}"; filename*=UTF-8''${name}`,
    ...(file.sizeBytes === undefined ? {} : { 'content-length': String(file.sizeBytes) }),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
  }
}

/** A name every system can save: no path, no control or direction characters, not too long, with the ending of its content. */
export function safeFileName(name: string, extension: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const stem = last.replace(unwelcomeInNames, '').replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/^[.\s]+|[.\s]+$/g, '')
  const cut = [...stem.toWellFormed()].slice(0, longestName).join('')
  return `${cut === '' ? '附件' : cut}.${extension}`
}

/** RFC 5987: everything but the few characters it allows as they are. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}
