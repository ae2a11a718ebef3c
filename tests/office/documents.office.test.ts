import { beforeAll, describe, expect, test } from 'vitest'
import type { Block } from '#platform/documents/blocks.ts'
import { renderOfficialDocument } from '#platform/documents/official-document.ts'
import type { OfficialDocument } from '#platform/documents/official-document.ts'
import { toPdfs } from '#platform/documents/paper/pdf.ts'
import { renderPlainReport } from '#platform/documents/plain-report.ts'
import { dotsWithin, drawPages, inkArea, poppler, ruledLines, textOfPages } from './rendered-pages.ts'
import type { PageImage } from './rendered-pages.ts'

const typeAreaTop = 37
const typeAreaBottom = 262
const plainParagraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })
const officialDocument: OfficialDocument = {
  issuer: '某市某某工作委员会文件', documentNumber: '某委〔2026〕3号', title: '某市某某工作委员会关于做好年度工作的通知', addressees: '各县（市、区）',
  blocks: [plainParagraph('国'.repeat(28 * 3 - 2)), plainParagraph('请认真办理。')],
  signedBy: '某市某某工作委员会', signedOn: '2026-03-05', withSeal: true, copyTo: '甲单位，乙单位', printedBy: '某办公室', printedOn: '2026-03-06',
}
const pageOf = (pages: PageImage[], number: number): PageImage => {
  const page = pages[number - 1]
  if (!page) throw new Error(`the document has no page ${number}`)
  return page
}

const bodyLines = [1, 6, 13, 15] as const
const rareCharacters = ['\u0378', '𤧯', '䶮', '😀']
const punctuated = Array.from({ length: 30 }, (_, index) => plainParagraph(
  `${'7'.repeat(index % 7)}${'国'.repeat(15 + (index % 15))}，${'家'.repeat(26)}。家`))
const plainReports = { fullPage: [plainParagraph('国'.repeat(28 * 50))], punctuated, rare: rareCharacters.map(plainParagraph) }
const imprints = bodyLines.map((count) => [plainParagraph('国'.repeat(28 * count - 2)), plainParagraph('请认真办理。')])

/** All documents of this file, drawn by one start of LibreOffice. */
let drawn: { fullPage: Uint8Array; punctuated: Uint8Array; rare: Uint8Array; redHead: Uint8Array; imprints: Uint8Array[] }
beforeAll(async () => {
  const pages = await toPdfs(await Promise.all([
    ...Object.values(plainReports).map((blocks) => renderPlainReport({ title: '题', blocks })),
    renderOfficialDocument(officialDocument), ...imprints.map((blocks) => renderOfficialDocument({ ...officialDocument, blocks })),
  ]))
  const [fullPage, punctuatedPages, rare, redHead, ...rest] = pages
  drawn = { fullPage: fullPage!, punctuated: punctuatedPages!, rare: rare!, redHead: redHead!, imprints: rest }
}, 600_000)

describe('a full page', () => {
  let pdf: Uint8Array
  beforeAll(() => {
    pdf = drawn.fullPage
  })

  test('has 22 lines of 28 characters', () => {
    const lines = (textOfPages(pdf)[1] ?? []).filter((line) => line.includes('国'))
    expect(lines).toHaveLength(22)
    expect(new Set(lines)).toEqual(new Set(['国'.repeat(28)]))
  })

  test('is A4 with a type width of 156 mm', () => {
    expect(poppler('pdfinfo', pdf)).toMatch(/Page size:.*\(A4\)/)
    const body = inkArea(pageOf(drawPages(pdf), 2), 'black', { bottom: typeAreaBottom })
    expect(body?.left).toBeGreaterThan(28 - 0.1)
    expect(body?.right).toBeLessThan(28 + 156 + 0.3)
    expect((body?.right ?? 0) - (body?.left ?? 0)).toBeGreaterThan(154)
    expect(body?.top).toBeGreaterThan(typeAreaTop)
  })

  test('bears — 1 — one character from the right and — 2 — one from the left, 7 mm below the type area', () => {
    expect(textOfPages(pdf).slice(0, 2).map((page) => page.at(-1)?.replaceAll(' ', ''))).toEqual(['—1—', '—2—'])
    const pages = drawPages(pdf)
    const [odd, even] = [1, 2].map((number) => inkArea(pageOf(pages, number), 'black', { top: typeAreaBottom + 1 }))
    expect(Math.abs((odd?.right ?? 0) - (184 - 4.94))).toBeLessThan(0.7)
    expect(Math.abs((even?.left ?? 0) - (28 + 4.94))).toBeLessThan(0.7)
    const dash = inkArea(pageOf(pages, 2), 'black', { top: typeAreaBottom + 1, left: 32, right: 36 })
    expect(Math.abs(((dash?.top ?? 0) + (dash?.bottom ?? 0)) / 2 - (typeAreaBottom + 7))).toBeLessThan(0.7)
  })
})

describe('punctuation', () => {
  test('at the end of a line is never lost', () => {
    const text = poppler('pdftotext', drawn.punctuated, ['-raw'])
    expect(text.match(/，/g)).toHaveLength(30)
    expect(text.match(/。/g)).toHaveLength(30)
  })
})

describe('the red head', () => {
  let page: PageImage
  let text: string[]
  beforeAll(() => {
    page = pageOf(drawPages(drawn.redHead), 1)
    text = textOfPages(drawn.redHead)[0] ?? []
  })

  test('has its mark 35 mm below the top of the type area, centred, within the type width', () => {
    const mark = inkArea(page, 'red', { bottom: 95 })
    expect(Math.abs((mark?.top ?? 0) - (typeAreaTop + 35))).toBeLessThan(1)
    expect(Math.abs(((mark?.left ?? 0) + (mark?.right ?? 0)) / 2 - 106)).toBeLessThan(1)
    expect((mark?.right ?? 0) - (mark?.left ?? 0)).toBeLessThan(156)
  })

  test('has one red line over the type width, 4 mm below the number', () => {
    const lines = ruledLines(page, 'red')
    expect(lines).toHaveLength(1)
    const line = lines[0] ?? 0
    const number = inkArea(page, 'black', { top: line - 15, bottom: line - 0.5 })
    expect(Math.abs(line - (number?.bottom ?? 0) - 4)).toBeLessThan(0.7)
  })

  test('leaves room for body text on the first page', () => {
    expect(text.some((line) => line.includes('国国国'))).toBe(true)
  })
})

describe('the imprint', () => {
  test.each(bodyLines)('lies on the bottom of the last page and covers nothing, after a body of %i lines', (count) => {
    const pdf = drawn.imprints[bodyLines.indexOf(count)] ?? new Uint8Array()
    const pages = drawPages(pdf)
    const lines = ruledLines(pageOf(pages, pages.length), 'black')
    expect(lines).toHaveLength(3)
    expect(Math.abs((lines[2] ?? 0) - typeAreaBottom)).toBeLessThan(0.7)
    expect(pages.slice(0, -1).flatMap((page) => ruledLines(page, 'black'))).toEqual([])
    const lastPage = textOfPages(pdf).at(-1) ?? []
    expect(lastPage.slice(-3).map((line) => line.replaceAll(' ', ''))).toEqual(
      ['抄送：甲单位，乙单位。', '某办公室2026年3月6日印发', `—${pages.length}—`])
    expect(poppler('pdftotext', pdf).match(/国/g)).toHaveLength(28 * count - 2)
  })
})

describe('rare characters and emoji', () => {
  test('are drawn with their own shapes, not as the box of a missing character', () => {
    const page = pageOf(drawPages(drawn.rare), 1)
    const [box, ...shapes] = rareCharacters.map((_, index) => {
      const top = typeAreaTop + (2 + index) * (225 / 22)
      return dotsWithin(page, { left: 28, right: 60, top: top + 1, bottom: top + 225 / 22 })
    })
    for (const shape of shapes) {
      expect(shape.some((dot) => dot < 100)).toBe(true)
      expect(box?.equals(shape)).toBe(false)
    }
  })
})
