import { figureKey, figuresOf } from './blocks.ts'
import type { Annex, Block, FigureReference } from './blocks.ts'

/** What is known of a counted figure. */
export type FigureSource = FigureReference & {
  /** Name of the indicator. */
  name: string
  /** The figure as counted, with its unit of measure. */
  value: string
  /** What the indicator counts, in one sentence. */
  definition: string
  /** How many records were counted. */
  recordCount: number
}

/**
 * The annex 数字出处 to a text: every figure in it with what it counts and how many records stand behind it.
 * A figure without a source is a defect of the caller and stops the export.
 */
export function renderFigureAppendix(blocks: Block[], sources: FigureSource[]): Annex {
  const known = new Map(sources.map((source) => [figureKey(source), source]))
  const rows = figuresOf(blocks).map((figure, index) => {
    const source = known.get(figureKey(figure))
    if (!source) throw new Error(`figure ${figure.code} of unit ${figure.unit} in ${figure.period} has no source`)
    return [String(index + 1), figure.text, source.value, `${source.name}\n${source.definition}`, source.period, String(source.recordCount)]
  })
  const head = ['序号', '文中写法', '统计值', '指标及口径', '时段', '记录数']
  const table: Block = rows.length > 0
    ? { kind: 'table', head, rows }
    : { kind: 'paragraph', runs: [{ text: '本文没有引用统计数字。' }] }
  return { title: '数字出处', blocks: [table] }
}
