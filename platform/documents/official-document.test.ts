import { describe, expect, test } from 'vitest'
import { docxPart, docxParagraphs } from './testing/docx-part.ts'
import { renderOfficialDocument } from './official-document.ts'
import type { OfficialDocument } from './official-document.ts'
import { plainParagraph, sampleDocument } from './testing/sample-documents.ts'

const render = (change: Partial<OfficialDocument> = {}) => renderOfficialDocument({ ...sampleDocument, ...change })
const written = async (change: Partial<OfficialDocument> = {}) => docxParagraphs(await render(change))
const textsOf = async (change: Partial<OfficialDocument> = {}) => (await written(change)).map(({ text }) => text)

async function paragraphWith(text: string, change: Partial<OfficialDocument> = {}): Promise<string> {
  const found = (await written(change)).find((paragraph) => paragraph.text.includes(text))
  if (!found) throw new Error(`no paragraph with ${text}`)
  return found.xml
}

describe('the page', () => {
  test('is A4 with margins of 37, 35, 28 and 26 mm, within the millimetre the standard allows', async () => {
    const xml = docxPart(await render(), 'word/document.xml')
    expect(xml).toMatch(/<w:pgSz[^>]*w:w="11906"/)
    expect(xml).toMatch(/<w:pgSz[^>]*w:h="16838"/)
    const margin = (side: string) => (Number(new RegExp(`<w:pgMar[^>]*w:${side}="(\\d+)"`).exec(xml)?.[1]) * 25.4) / 1440
    for (const [side, millimetres] of [['top', 37], ['bottom', 35], ['left', 28], ['right', 26]] as const) {
      expect(Math.abs(margin(side) - millimetres)).toBeLessThan(0.25)
    }
  })

  test('has a grid of lines only, 579 twips apart', async () => {
    expect(docxPart(await render(), 'word/document.xml')).toMatch(/<w:docGrid (?=[^>]*w:type="lines")(?=[^>]*w:linePitch="579")/)
  })

  test('keeps 28 characters on a line: no gaps between Chinese and digits, characters 0.2 points closer', async () => {
    const styles = docxPart(await render(), 'word/styles.xml')
    expect(styles).toMatch(/w:styleId="Normal">.*?<w:autoSpaceDE w:val="0"\/><w:autoSpaceDN w:val="0"\/>/s)
    expect(await paragraphWith('现将有关事项')).toContain('<w:spacing w:val="-4"/>')
  })

  test('bears its number between dashes, right on odd and left on even pages', async () => {
    const docx = await render()
    const footers = ['word/footer1.xml', 'word/footer2.xml'].map((name) => docxPart(docx, name))
    for (const footer of footers) expect(footer.replace(/<[^>]+>/g, '')).toBe('— PAGE —')
    expect(footers[0]).toContain('<w:jc w:val="right"/>')
    expect(footers[1]).toContain('<w:jc w:val="left"/>')
    expect(docxPart(docx, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
  })
})

describe('the red head', () => {
  test('has a red mark in 小标宋 and a red line under the number', async () => {
    const mark = await paragraphWith(sampleDocument.issuer)
    expect(mark).toContain('<w:color w:val="FF0000"/>')
    expect(mark).toContain('w:eastAsia="方正小标宋简体"')
    expect(await paragraphWith('某委〔2026〕3号')).toMatch(/<w:pBdr><w:bottom [^>]*w:color="FF0000"/)
  })

  test('begins with the six-digit serial number, secrecy and urgency, and keeps their three lines free without them', async () => {
    expect((await textsOf({ serialNo: '12', secrecy: '秘密★1年', urgency: '特急' })).slice(0, 4))
      .toEqual(['000012', '秘密★1年', '特急', sampleDocument.issuer])
    expect((await textsOf({ urgency: '加急' })).slice(0, 4)).toEqual(['加急', '', '', sampleDocument.issuer])
  })

  test('names the signatory in 楷体 on the line of the number in upward documents', async () => {
    const xml = await paragraphWith('签发人：', { signatory: '某某某' })
    expect(xml).toContain('某委〔2026〕3号')
    expect(xml).toMatch(/楷体_GB2312.*某某某/s)
  })

  test('has two empty lines above the number, two above the title, one below it', async () => {
    const texts = await textsOf()
    expect(texts.slice(3)).toEqual([
      sampleDocument.issuer, '', '', '某委〔2026〕3号', '', '', sampleDocument.title, '', '各县（市、区）某某委员会：',
      '现将有关事项通知如下。', '请认真办理。', '', '', '某市某某委员会', '2026年3月5日',
    ])
  })
})

describe('the body', () => {
  test('is 3号仿宋 on exact lines, two characters in, both edges straight', async () => {
    const xml = await paragraphWith('现将有关事项')
    expect(xml).toMatch(/<w:spacing (?=[^>]*w:line="579")(?=[^>]*w:lineRule="exact")/)
    expect(xml).toContain('<w:ind w:firstLine="632"/>')
    expect(xml).toContain('<w:jc w:val="both"/>')
    expect(xml).toMatch(/w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"\/>/s)
  })

  test('writes headings in 黑体, 楷体, 仿宋, 仿宋', async () => {
    const blocks = ([1, 2, 3, 4] as const).map((level) => ({ kind: 'heading' as const, level, text: `标题${level}` }))
    for (const [text, face] of [['一、标题1', '黑体'], ['（一）标题2', '楷体_GB2312'], ['1. 标题3', '仿宋_GB2312'], ['（1）标题4', '仿宋_GB2312']] as const) {
      expect(await paragraphWith(text, { blocks })).toContain(`w:eastAsia="${face}"`)
    }
  })

  test('lists attachments two characters in, numbered when there are several, without a full stop', async () => {
    expect(await textsOf({ attachments: ['任务分解表。'] })).toContain('附件：任务分解表')
    expect(await textsOf({ attachments: ['甲表', '乙表'] })).toEqual(expect.arrayContaining(['附件：1. 甲表', '2. 乙表']))
  })

  test('puts an annex on a new page under 附件 and its number, before the imprint', async () => {
    const annexes = [{ title: '乙表', blocks: [plainParagraph('内容')] }]
    const paragraphs = await written({ attachments: ['甲表', '乙表'], annexes, copyTo: '某单位' })
    const label = paragraphs.findIndex(({ text }) => text === '附件2')
    expect(paragraphs[label]?.xml).toContain('<w:pageBreakBefore/>')
    expect(paragraphs.slice(label + 1).map(({ text }) => text)).toEqual(['', '乙表', '', '内容', '抄送：某单位。', ''])
  })
})

describe('the signature', () => {
  test('under a seal: the date is four characters from the right, the signer centred above it', async () => {
    expect(await paragraphWith('2026年3月5日')).toContain(`<w:ind w:right="${4 * 316}"/>`)
    const right = Number(/<w:ind w:right="(\d+)"/.exec((await written()).findLast(({ text }) => text === '某市某某委员会')?.xml ?? '')?.[1])
    const middleOfSigner = right + (7 * 316) / 2
    expect(middleOfSigner).toBe(4 * 316 + (6 * 316) / 2)
  })

  test('without a seal: the signer is two characters from the right, the date begins two characters after it', async () => {
    const signer = '某市某某某某某某某委员会'
    const leftOf = async (text: string) =>
      Number(/<w:ind w:left="(\d+)"/.exec(await paragraphWith(text, { withSeal: false, signedBy: signer }))?.[1])
    expect(await leftOf(signer)).toBe(8854 - 2 * 316 - signer.length * 316)
    expect(await leftOf('2026年3月5日')).toBe(await leftOf(signer) + 2 * 316)
  })

  test('without a seal and with a short signer: the date keeps two characters from the right', async () => {
    expect(await paragraphWith('2026年3月5日', { withSeal: false, signedBy: '某委' })).toContain(`<w:ind w:right="${2 * 316}"/>`)
  })

  test('stays with the last paragraph of several, but a single paragraph stays on the first page', async () => {
    expect(await paragraphWith('请认真办理。')).toContain('<w:keepNext/>')
    expect(await paragraphWith('独此一段', { blocks: [plainParagraph('独此一段')] })).not.toContain('<w:keepNext/>')
  })
})

describe('the imprint', () => {
  const imprint = { copyTo: '甲单位，乙单位', printedBy: '某办公室', printedOn: '2026-03-06' }

  test('names copies with a full stop, the printing office and day', async () => {
    expect(await textsOf(imprint)).toEqual(expect.arrayContaining(['抄送：甲单位，乙单位。', '某办公室\t2026年3月6日印发']))
  })

  test('has lines of 0.35, 0.25 and 0.35 mm on the bottom of the type area', async () => {
    const xml = docxPart(await render(imprint), 'word/document.xml')
    expect(xml).toMatch(/<w:tblpPr (?=[^>]*w:vertAnchor="margin")(?=[^>]*w:tblpYSpec="bottom")/)
    expect(xml).toMatch(/<w:tblBorders><w:top [^>]*w:sz="8"/)
    expect(xml).toMatch(/<w:bottom [^>]*w:sz="8"/)
    expect(xml).toMatch(/<w:insideH [^>]*w:sz="6"/)
  })

  test('is absent when nothing is copied and nobody prints', async () => {
    expect(docxPart(await render(), 'word/document.xml')).not.toContain('<w:tbl>')
  })
})
