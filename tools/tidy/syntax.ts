import { parseSync, Visitor, type Program } from 'oxc-parser'
import type { Tree } from './tree.ts'

const programs = new WeakMap<Tree, Map<string, Program>>()

/** The syntax tree of a source file, parsed once for each tree. */
export function programOf(tree: Tree, file: string): Program {
  const parsed = programs.get(tree) ?? new Map<string, Program>()
  programs.set(tree, parsed)
  const program = parsed.get(file) ?? parseSync(file, tree.text(file)).program
  parsed.set(file, program)
  return program
}

/** The line, counted from 1, in which a character stands. */
export const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length

/** A piece of source: what is written there and where it begins. */
export type Piece = { name: string; text: string; start: number; end: number }

/** Every function of a file, named where it has a name of its own. */
export function functionsOf(tree: Tree, file: string): Piece[] {
  const text = tree.text(file)
  const found: Piece[] = []
  const note = (node: { start: number; end: number; id?: { name: string } | null }) => {
    const name = node.id?.name ?? /(\w+)\s*[:=]\s*(async\s*)?$/.exec(text.slice(Math.max(0, node.start - 60), node.start))?.[1] ?? 'a function'
    found.push({ name, text: text.slice(node.start, node.end), start: node.start, end: node.end })
  }
  new Visitor({ FunctionDeclaration: note, FunctionExpression: note, ArrowFunctionExpression: note }).visit(programOf(tree, file))
  return found
}

/** A call: the name that is called (`tx.selectFrom` → `selectFrom`), its object, and the texts handed over as plain strings. */
export type Call = { name: string; on: string; strings: string[]; start: number; text: string }

/** Every call of a file, inner ones too. */
export function callsOf(tree: Tree, file: string): Call[] {
  const text = tree.text(file)
  const calls: Call[] = []
  new Visitor({
    CallExpression: node => {
      const callee = node.callee
      const member = callee.type === 'MemberExpression'
      const name = callee.type === 'Identifier' ? callee.name
        : member && callee.property.type === 'Identifier' ? callee.property.name : ''
      const on = member ? text.slice(callee.object.start, callee.object.end) : ''
      const strings = node.arguments.flatMap(each => (each.type === 'Literal' && typeof each.value === 'string' ? [each.value] : []))
      calls.push({ name, on, strings, start: node.start, text: text.slice(node.start, node.end) })
    },
  }).visit(programOf(tree, file))
  return calls
}

/** A text between backticks: its tag (`sql`, or nothing), the raw text, and whether anything is put into it. */
export type Template = { tag: string; text: string; hasHoles: boolean; start: number }

/** Every template of a file. */
export function templatesOf(tree: Tree, file: string): Template[] {
  const text = tree.text(file)
  const tags = new Map<number, string>()
  const templates: Template[] = []
  new Visitor({
    TaggedTemplateExpression: node => void tags.set(node.quasi.start, text.slice(node.tag.start, node.tag.end).replace(/<[^]*$/, '')),
    TemplateLiteral: node => void templates.push({
      tag: tags.get(node.start) ?? '', text: text.slice(node.start + 1, node.end - 1), hasHoles: node.expressions.length > 0, start: node.start,
    }),
  }).visit(programOf(tree, file))
  return templates
}

/** The names a file lets out; `*` for all of another file. */
export function exportsOf(file: string, text: string): string[] {
  const { staticExports } = parseSync(file, text).module
  return staticExports.flatMap(each => each.entries.map(entry => entry.exportName.name ?? (entry.exportName.kind === 'Default' ? 'default' : '*')))
}
