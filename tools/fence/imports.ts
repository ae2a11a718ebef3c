import { existsSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** One import of one file, both named from the root of the repository. */
export type Import = { from: string; to: string }

/** Every file or package that a source file names: values, types, re-exports and lazy imports alike. */
export function importsOf(root: string, file: string, text: string): Import[] {
  return requestsOf(file, text).map(request => ({ from: file, to: targetOf(root, file, request) }))
}

function requestsOf(file: string, text: string): string[] {
  const { module, program } = parseSync(file, text)
  const requests = module.staticImports.map(each => each.moduleRequest.value)
  for (const { entries } of module.staticExports)
    for (const entry of entries) if (entry.moduleRequest) requests.push(entry.moduleRequest.value)
  if (text.includes('import(')) requests.push(...lazyRequestsOf(program))
  return [...new Set(requests)]
}

function lazyRequestsOf(program: ReturnType<typeof parseSync>['program']): string[] {
  const requests: string[] = []
  const note = (source: unknown) => {
    if (typeof source === 'object' && source !== null && 'value' in source) requests.push(String(source.value))
  }
  new Visitor({ ImportExpression: node => note(node.source), TSImportType: node => note(node.source) }).visit(program)
  return requests
}

/** A path from the root, `node_modules/<package>/` or `node:<name>`; the query of a vite import (`?raw`) is dropped. */
function targetOf(root: string, file: string, request: string): string {
  const plain = request.replace(/\?.*$/, '')
  if (plain.startsWith('#')) return withEnding(root, plain.slice(1))
  if (plain.startsWith('.')) return withEnding(root, posix.join(posix.dirname(file), plain))
  if (isBuiltin(plain)) return plain.startsWith('node:') ? plain : `node:${plain}`
  const parts = plain.split('/')
  return `node_modules/${parts.slice(0, plain.startsWith('@') ? 2 : 1).join('/')}/`
}

function withEnding(root: string, path: string): string {
  const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
  if (/\.[a-z]+$/.test(path)) return path
  return path + (endings.find(ending => ending && existsSync(`${root}/${path}${ending}`)) ?? '')
}
