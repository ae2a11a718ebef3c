import { describe, expect, test } from 'vitest'
import { balancedLines } from './balanced-lines.ts'
import { figuresOf } from './blocks.ts'
import type { Block } from './blocks.ts'
import { docxPart, docxParagraphs } from './testing/docx-part.ts'
import { renderFigureAppendix } from './figure-appendix.ts'
import { numberHeadings } from './heading-numbers.ts'
import { renderOfficialDocument } from './official-document.ts'
import { renderPlainReport } from './plain-report.ts'
import { plainParagraph, sampleDocument } from './testing/sample-documents.ts'
import { textWidth } from './text-width.ts'

const figure = { code: 'visits.made', unit: '511300', period: '2026' }
const source = { ...figure, name: '走访人次', value: '30218人次', definition: '已完成的走访记录数。', recordCount: 30218 }
const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({ kind: 'heading', level, text })
const headingTexts = (blocks: Block[]) => numberHeadings(blocks).map((block) => (block.kind === 'heading' ? block.text : ''))

describe('heading numbers', () => {
  test('restart under every higher heading', () => {
    expect(headingTexts([heading(1, '甲'), heading(2, '乙'), heading(2, '丙'), heading(1, '丁'), heading(2, '戊'), heading(3, '己')]))
      .toEqual(['一、甲', '（一）乙', '（二）丙', '二、丁', '（一）戊', '1. 己'])
  })

  test('are not written twice when the author wrote one, and count on from there', () => {
    expect(headingTexts([heading(1, '一、甲'), heading(1, '乙')])).toEqual(['一、甲', '二、乙'])
  })

  test('count as Chinese does beyond ten', () => {
    const texts = headingTexts(Array.from({ length: 21 }, () => heading(1, '甲')))
    expect([texts[9], texts[10], texts[19], texts[20]]).toEqual(['十、甲', '十一、甲', '二十、甲', '二十一、甲'])
  })
})

describe('long titles', () => {
  test('fall into lines of nearly equal length with whole words', () => {
    const lines = balancedLines('南充市关心下一代工作委员会关于印发《年度关心下一代工作要点》的通知', 19)
    expect(lines).toHaveLength(2)
    expect(lines.join('')).toBe('南充市关心下一代工作委员会关于印发《年度关心下一代工作要点》的通知')
    expect(Math.abs(textWidth(lines[0] ?? '') - textWidth(lines[1] ?? ''))).toBeLessThan(4)
    expect(lines[1]).toMatch(/^《/)
  })

  test('of any length lose nothing and never pass the limit', () => {
    for (const title of ['关'.repeat(300), 'x'.repeat(500), '😀'.repeat(50), '（'.repeat(60), '甲，'.repeat(90)]) {
      const lines = balancedLines(title, 19)
      expect(lines.join('')).toBe(title)
      expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(19)
    }
  })

  test('keep the line ends their author typed', () => {
    expect(balancedLines('甲\n乙', 19)).toEqual(['甲', '乙'])
  })
})

describe('figures', () => {
  const text: Block = { kind: 'paragraph', runs: [{ text: '走访' }, { text: '30218', figure }, { text: '人次。' }] }

  test('leave no trace in the document but their text', async () => {
    const docx = await renderPlainReport({ title: '工作总结', blocks: [text] })
    expect(docxParagraphs(docx).map((paragraph) => paragraph.text)).toContain('走访30218人次。')
    expect(docxPart(docx, 'word/document.xml')).not.toContain('visits.made')
  })

  test('are found in texts and tables, each once', () => {
    const rows = [{ name: '合计', cells: [{ text: '30218', figure }] }]
    const table: Block = { kind: 'statistics-table', caption: '表', rowTitle: '地区', columns: ['走访'], rows }
    expect(figuresOf([text, table])).toEqual([{ ...figure, text: '30218' }])
  })

  test('are explained in the annex with value, definition and number of records', () => {
    const annex = renderFigureAppendix([text], [source])
    expect(annex.title).toBe('数字出处')
    expect(annex.blocks).toEqual([expect.objectContaining({ rows: [['1', '30218', '30218人次', '走访人次\n已完成的走访记录数。', '2026', '30218']] })])
  })

  test('without a source stop the annex', () => {
    expect(() => renderFigureAppendix([text], [])).toThrow('visits.made')
  })

  test('of a text without any give an annex that says so', async () => {
    const docx = await renderPlainReport({ title: '总结', blocks: [], annexes: [renderFigureAppendix([], [])] })
    expect(docxParagraphs(docx).map((paragraph) => paragraph.text)).toContain('本文没有引用统计数字。')
  })
})

describe('tables', () => {
  test('repeat their head on every page and fill the type width', async () => {
    const table: Block = { kind: 'table', head: ['序号', '任务'], rows: [['1', '甲'], ['2']] }
    const xml = docxPart(await renderPlainReport({ title: '表', blocks: [table] }), 'word/document.xml')
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    const columns = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(columns.reduce((sum, width) => sum + width, 0)).toBe(8854)
    expect(xml.match(/<w:tc>/g)).toHaveLength(6)
  })

  test('of figures align them right and draw totals bold', async () => {
    const table: Block = {
      kind: 'statistics-table', caption: '统计表', countedIn: '人次', rowTitle: '地区', columns: ['走访'],
      rows: [{ name: '合计', isTotal: true, cells: ['12'] }],
    }
    const paragraphs = docxParagraphs(await renderPlainReport({ title: '表', blocks: [table] }))
    expect(paragraphs.map(({ text }) => text)).toEqual(expect.arrayContaining(['统计表', '单位：人次']))
    const total = paragraphs.find(({ text }) => text === '12')?.xml
    expect(total).toContain('<w:jc w:val="right"/>')
    expect(total).toContain('<w:b/>')
  })
})

describe('text from people', () => {
  const naughty = [
    '<script>alert(1)</script>', '&amp; & "引号" \'', ']]>', '\u0000\u0001\u0008\u000B\u001F', '\uD800坏', '好\uDFFF', '\uFFFE\uFFFF',
    '𤧯䶮', '👩‍👩‍👧😀', '\u202E反向', '${x} {{y}}', 'a\u0301́', '\u2028\u2029', 'Ω≈ç√∫˜µ', '-->', '\t\t', '',
  ]
  const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]|&(?!amp;|lt;|gt;|quot;|apos;|#)/u

  test('never breaks the XML of the file, wherever it stands', async () => {
    for (const text of naughty) {
      const table: Block = { kind: 'table', caption: text, head: [text], rows: [[text], [{ text, figure }]] }
      const blocks: Block[] = [plainParagraph(text), heading(1, text), table]
      const docx = await renderOfficialDocument({
        ...sampleDocument, issuer: text, documentNumber: text, title: text, addressees: text, blocks, attachments: [text], signedBy: text,
        note: text, copyTo: text, printedBy: text, secrecy: text, signatory: text, annexes: [{ title: text, blocks }],
      })
      for (const part of ['word/document.xml', 'docProps/core.xml']) {
        const xml = docxPart(docx, part)
        expect(xml.isWellFormed()).toBe(true)
        expect(illegal.test(xml)).toBe(false)
        expect(xml.replace(/<[^<>]*>/g, '')).not.toMatch(/[<]/)
      }
    }
  })

  test('keeps rare characters, emoji and markup as they were typed', async () => {
    for (const text of ['𤧯䶮', '👩‍👩‍👧😀', '<b>&"']) {
      const docx = await renderPlainReport({ title: '总结', blocks: [plainParagraph(text)] })
      expect(docxParagraphs(docx).map((paragraph) => paragraph.text)).toContain(text)
    }
  })

  test('leaves no empty lines for empty blocks, and a typed line end begins a paragraph', async () => {
    const empty: Block[] = [plainParagraph(''), plainParagraph(' \n '), heading(2, ''), { kind: 'table', head: [], rows: [] }]
    const blocks = [...empty, plainParagraph('甲\r\n乙'), ...empty]
    const texts = docxParagraphs(await renderPlainReport({ title: '总结', blocks })).map(({ text }) => text)
    expect(texts).toEqual(['总结', '', '甲', '乙'])
  })
})
