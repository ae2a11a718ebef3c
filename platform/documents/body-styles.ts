import { characterSpacing, fonts, linePitch, sizes } from './measures.ts'

/** Style of what does not lie on the 22 lines: the title, tables, the imprint. A grid would spread their lines. */
export const offGridStyle = 'OffGrid'

const straightLines = '<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/>'

/**
 * The styles part of the file. It is written by hand because the 28 characters of a line need Word's automatic gaps
 * between Chinese and digits (autoSpaceDE, autoSpaceDN) and punctuation outside the margin turned off,
 * not all of which the docx package can say.
 */
export const bodyStyles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
  <w:docDefaults>
    <w:rPrDefault><w:rPr>
      <w:rFonts w:ascii="${fonts.body}" w:eastAsia="${fonts.body}" w:hAnsi="${fonts.body}" w:cs="${fonts.body}"/>
      <w:spacing w:val="${characterSpacing}"/><w:sz w:val="${sizes.third}"/><w:szCs w:val="${sizes.third}"/>
      <w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>
    </w:rPr></w:rPrDefault>
    <w:pPrDefault><w:pPr>
      <w:widowControl w:val="0"/>${straightLines}
      <w:spacing w:before="0" w:after="0" w:line="${linePitch}" w:lineRule="exact"/>
    </w:pPr></w:pPrDefault>
  </w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
    <w:pPr>${straightLines}</w:pPr></w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="${offGridStyle}"><w:name w:val="${offGridStyle}"/><w:basedOn w:val="Normal"/>
    <w:pPr>${straightLines}<w:snapToGrid w:val="0"/></w:pPr></w:style>
  <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>
    <w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>
</w:styles>`
