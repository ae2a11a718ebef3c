import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { collect, makeArchive } from '#platform/sheets/sample-files.ts'
import { writeRows } from '#platform/sheets/write-stream.ts'
import { sniffFile } from './sniff.ts'

const office = 'application/vnd.openxmlformats-officedocument'
const archive = (main: string, extra: { name: string; content: string }[] = []) =>
  makeArchive([{ name: '[Content_Types].xml', content: `<Types><Override PartName="/x" ContentType="${main}"/></Types>` }, ...extra])
const text = (content: string) => Buffer.from(content)

describe('telling what a file is by its bytes', () => {
  it.each([
    ['jpg', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['png', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['webp', Buffer.concat([text('RIFF'), Buffer.alloc(4), text('WEBPVP8 ')])],
    ['pdf', text('%PDF-1.7\n')],
  ])('knows %s', (extension, bytes) => {
    expect(sniffFile(bytes).extension).toBe(extension)
  })

  it('knows office documents by the list of their parts', async () => {
    expect(sniffFile(await archive(`${office}.wordprocessingml.document.main+xml`)).extension).toBe('docx')
    expect(sniffFile(await archive(`${office}.presentationml.presentation.main+xml`)).extension).toBe('pptx')
    expect(sniffFile(await makeArchive([{ name: 'OFD.xml', content: '<OFD/>' }])).extension).toBe('ofd')
    expect(sniffFile(await writeXlsx({ sheets: [{ name: '表', rows: [['甲']] }] })).extension).toBe('xlsx')
    expect(sniffFile(await collect(writeRows({ sheetName: '表', columns: [{ key: 'a', title: '甲' }], rows: [] }))).extension).toBe('xlsx')
  })

  it.each([
    ['a web page', text('<!doctype html><script>1</script>'), 'NOT_ALLOWED'],
    ['an SVG picture, which can hold a script', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'NOT_ALLOWED'],
    ['a program', Buffer.from('4d5a900003000000', 'hex'), 'NOT_ALLOWED'],
    ['a page that only mentions a PDF further down', text('<html>%PDF-1.7'), 'NOT_ALLOWED'],
    ['a sound file in the same envelope as WEBP', Buffer.concat([text('RIFF'), Buffer.alloc(4), text('WAVEfmt ')]), 'NOT_ALLOWED'],
    ['an old office document', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'OLD_OFFICE'],
    ['nothing', Buffer.alloc(0), 'EMPTY_FILE'],
    ['a torn archive', Buffer.from('504b03041400', 'hex'), 'DAMAGED'],
  ])('refuses %s', (_what, bytes, code) => {
    expect(() => sniffFile(bytes)).toThrow(expect.objectContaining({ code }))
  })

  it('refuses other archives and documents with macros', async () => {
    const main = `${office}.wordprocessingml.document.main+xml`
    const archives = [
      [await makeArchive([{ name: 'run.exe', content: 'MZ' }]), 'NOT_ALLOWED'],
      [await archive('text/html'), 'NOT_ALLOWED'],
      [await archive(main, [{ name: 'word/vbaProject.bin', content: 'x' }]), 'WITH_MACROS'],
      [await archive('application/vnd.ms-excel.sheet.macroEnabled.main+xml'), 'WITH_MACROS'],
    ] as const
    for (const [bytes, code] of archives) expect(() => sniffFile(bytes)).toThrow(expect.objectContaining({ code }))
  })
})
