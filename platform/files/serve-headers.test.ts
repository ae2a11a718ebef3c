import { describe, expect, it } from 'vitest'
import { safeFileName, serveHeaders } from './serve-headers.ts'
import type { FileKind } from './sniff.ts'

const picture: FileKind = { mediaType: 'image/png', extension: 'png', family: 'image' }
const document: FileKind = { mediaType: 'application/x', extension: 'docx', family: 'office' }

describe('headers of an attachment', () => {
  it('saves it under its Chinese name and never lets the browser guess', () => {
    const headers = serveHeaders({ name: '走访 (1)’s.png', kind: picture, sizeBytes: 9 })
    const encoded = '%E8%B5%B0%E8%AE%BF%20%281%29%E2%80%99s.png'
    expect(headers['content-disposition']).toBe(`attachment; filename="file.png"; filename*=UTF-8''${encoded}`)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'image/png', 'content-length': '9' })
    expect(headers['cache-control']).toBe('private, no-store')
  })

  it('shows pictures and PDF when asked, in a page that can do nothing, and office documents never', () => {
    const shown = serveHeaders({ name: 'a.png', kind: picture, show: true })
    expect(shown['content-disposition']).toMatch(/^inline;/)
    expect(shown['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
    expect(serveHeaders({ name: 'a.docx', kind: document, show: true })['content-disposition']).toMatch(/^attachment;/)
  })

  it.each([
    ['发票.exe', '发票.png'],
    ['../../etc/passwd', 'passwd.png'],
    ['C:\\文件\\照片.JPG', '照片.png'],
    ['a"\r\nSet-Cookie: x=1', 'aSet-Cookie x=1.png'],
    ['gpj\u202Eexe.照片', 'gpjexe.照片.png'],
    ['...', '附件.png'],
    ['\ud800断', '\ufffd断.png'],
    ['长'.repeat(300), `${'长'.repeat(120)}.png`],
  ])('makes %j the name %j', (name, expected) => {
    expect(safeFileName(name, 'png')).toBe(expected)
    expect(serveHeaders({ name, kind: picture })['content-disposition']).toMatch(/^[\x20-\x7e]+$/)
  })
})
