import type { Ignorer } from '@stryker-mutator/api/ignore'
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

/**
 * Sentences and labels are read by people and decide nothing: changing one need fail no test. A Chinese text counts as wording where it is only said;
 * where it is compared, looked for, listed or handed on, it decides and is changed like everything else. So does the heading of a column: by it an import
 * finds the column in a workbook, and an export that is sent back is read again.
 */
const wording: Ignorer = {
  shouldIgnore: (found) => sayOf(found as unknown as Place),
}

/** A piece of source text, as far as its place tells what it is for. */
type Place = { node: Piece; parentPath: Place | null }
type Piece = {
  type: string
  value?: unknown
  quasis?: { value: { raw: string } }[]
  /** Name of a property. */
  key?: { name?: string }
  /** Properties of a record. */
  properties?: Piece[]
}

const sayOf = (place: Place): string | undefined => (isText(place.node) && !decides(place) ? 'a sentence or label' : undefined)

const chinese = /\p{Script=Han}/u

function isText({ type, value, quasis }: Piece): boolean {
  if (type === 'StringLiteral') return chinese.test(String(value))
  return type === 'TemplateLiteral' && (quasis ?? []).some((part) => chinese.test(part.value.raw))
}

const saying = ['ObjectProperty', 'ReturnStatement', 'ArrowFunctionExpression', 'TemplateLiteral']
const passing = ['ConditionalExpression', 'LogicalExpression', 'TSAsExpression', 'TSSatisfiesExpression', 'ParenthesizedExpression']

/** The place of a text says what it is for: a value of a record, an answer, a part of a sentence. */
function decides({ parentPath }: Place): boolean {
  if (parentPath === null) return true
  const { type } = parentPath.node
  if (saying.includes(type)) return isHeading(parentPath)
  return passing.includes(type) ? decides(parentPath) : true
}

/** The title of a record that has other titles too is a heading under which a column is found. */
function isHeading({ node, parentPath }: Place): boolean {
  return node.key?.name === 'title' && (parentPath?.node.properties ?? []).some(({ key }) => key?.name === 'synonyms')
}

/** What Stryker loads. */
export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'wording', wording)]
