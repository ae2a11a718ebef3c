import type { Import } from './imports.ts'

type Side = { path?: string; pathNot?: string; circular?: boolean }

/** One rule of .dependency-cruiser.cjs: an import that matches both sides breaks it. `$1` is the group caught in from.path. */
export type Rule = { name: string; comment?: string; scope?: 'folder'; from: Side; to: Side }

/** One broken rule, in a form a reader can act on. */
export type Breach = { rule: string; from: string; to: string; comment: string }

/** All imports that break a rule. A circle is reported once for each rule, as the path that leads back. */
export function judge(rules: readonly Rule[], imports: readonly Import[]): Breach[] {
  return rules.flatMap(rule => (rule.to.circular ? circlesAgainst(rule, imports) : importsAgainst(rule, imports)))
}

function importsAgainst(rule: Rule, imports: readonly Import[]): Breach[] {
  return imports
    .filter(each => breaks(rule, each))
    .map(({ from, to }) => ({ rule: rule.name, from, to, comment: rule.comment ?? '' }))
}

function breaks(rule: Rule, { from, to }: Import): boolean {
  const caught = rule.from.path === undefined ? [] : new RegExp(rule.from.path).exec(from)
  if (caught === null) return false
  if (rule.from.pathNot !== undefined && new RegExp(rule.from.pathNot).test(from)) return false
  const filled = (pattern: string) => new RegExp(pattern.replace(/\$(\d)/g, (_, n) => caught[Number(n)] ?? ''))
  if (rule.to.path !== undefined && !filled(rule.to.path).test(to)) return false
  return rule.to.pathNot === undefined || !filled(rule.to.pathNot).test(to)
}

function circlesAgainst(rule: Rule, imports: readonly Import[]): Breach[] {
  const edges = rule.scope === 'folder' ? imports.map(betweenFolders(rule)) : imports
  const onward = new Map<string, Set<string>>()
  for (const { from, to } of edges)
    if (from !== to && from && to) onward.set(from, (onward.get(from) ?? new Set()).add(to))
  return findCircles(onward).map(circle => ({
    rule: rule.name, from: circle[0] ?? '', to: [...circle.slice(1), circle[0]].join(' → '), comment: rule.comment ?? '',
  }))
}

/** Shortens both ends to the folders the rule speaks of (modules/care/web/index.ts → modules/care). */
function betweenFolders(rule: Rule) {
  const pattern = new RegExp((rule.from.path ?? '').replace(/\$$/, ''))
  const folderOf = (path: string) => pattern.exec(path)?.[0] ?? ''
  return ({ from, to }: Import) => ({ from: /\.test\.tsx?$/.test(from) ? '' : folderOf(from), to: folderOf(to) })
}

/** Walks the graph depth first; every step back onto the open path closes a circle. */
function findCircles(onward: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const circles: string[][] = []
  const finished = new Set<string>()
  const path: string[] = []
  const walk = (node: string) => {
    const open = path.indexOf(node)
    if (open >= 0) return void circles.push(path.slice(open))
    if (finished.has(node)) return
    path.push(node)
    for (const next of onward.get(node) ?? []) walk(next)
    path.pop()
    finished.add(node)
  }
  for (const node of onward.keys()) walk(node)
  return circles
}
