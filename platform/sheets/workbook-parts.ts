import { escapeXml } from './inert-text.ts'

/** Positions in the style list of workbooks we write. */
export const styleIndex = { plain: 0, title: 1, header: 2, text: 3, quoted: 4, number: 5, date: 6, money: 7 } as const

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types'
const partType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The parts of a workbook of one sheet that do not depend on its rows. */
export const fixedParts = (sheetName: string) => [
  {
    name: '[Content_Types].xml',
    content:
      `${declaration}<Types xmlns="${contentTypes}">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${partType}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${partType}.worksheet+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${partType}.styles+xml"/></Types>`,
  },
  {
    name: '_rels/.rels',
    content:
      `${declaration}<Relationships xmlns="${relationships}">` +
      `<Relationship Id="rId1" Type="${officeRelationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: 'xl/workbook.xml',
    content:
      `${declaration}<workbook xmlns="${main}" xmlns:r="${officeRelationships}">` +
      `<sheets><sheet name="${escapeXml(safeSheetName(sheetName))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content:
      `${declaration}<Relationships xmlns="${relationships}">` +
      `<Relationship Id="rId1" Type="${officeRelationships}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${officeRelationships}/styles" Target="styles.xml"/></Relationships>`,
  },
  { name: 'xl/styles.xml', content: stylesXml() },
]

/** Everything of the sheet that stands before its first row. */
export function sheetBeginning(widths: number[], frozenRows: number): string {
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" ` +
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns}</cols><sheetData>`
  )
}

/** Everything after its last row: the merged title, and printing on A4 across, as wide as the page. */
export function sheetEnding(mergedTitle: string | undefined): string {
  const merged = mergedTitle ? `<mergeCells count="1"><mergeCell ref="${mergedTitle}"/></mergeCells>` : ''
  return `</sheetData>${merged}<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`
}

/** A sheet name the programs accept: at most 31 characters, none of []:*?/\ and no apostrophe at either end. */
export function safeSheetName(name: string): string {
  const allowed = name.replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ').replace(/^[\s']+|[\s']+$/g, '')
  return allowed.slice(0, 31).replace(/[\s']+$/, '') || '数据'
}

function stylesXml(): string {
  const line = '<left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/>'
  const format = (numberFormat: number, font: number, fill: number, border: number, rest: string) =>
    `<xf numFmtId="${numberFormat}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" ` +
    `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${rest}</xf>`
  const wrapped = '><alignment vertical="center" wrapText="1"/>'
  const centred = '><alignment horizontal="center" vertical="center" wrapText="1"/>'
  const formats = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    format(0, 1, 0, 0, centred),
    format(49, 2, 2, 1, centred),
    format(49, 0, 0, 1, wrapped),
    format(49, 0, 0, 1, ` quotePrefix="1"${wrapped}`),
    format(0, 0, 0, 1, wrapped),
    format(164, 0, 0, 1, wrapped),
    format(4, 0, 0, 1, wrapped),
  ]
  return (
    `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
    '<fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font>' +
    '<font><b/><sz val="11"/><name val="宋体"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/></patternFill></fill></fills>' +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${line}</border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  )
}
