import { sourcesOf, type Check } from '../tree.ts'

const VAGUE = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'service', 'services', 'misc', 'lib', 'shared', 'base'])
/** platform/contract/base.ts is oRPC's own word for the start of a contract. */
const ALLOWED = /^platform\/contract\/base\.ts$/
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.ts$/
const COMPONENT = /^([A-Z][A-Za-z0-9]*|[a-z0-9]+(-[a-z0-9]+)*)(\.test)?\.tsx$/

/** A file is named after what it does; a name that fits everything tells nothing. */
export const fileNames: Check = tree => sourcesOf(tree).flatMap(file => {
  const name = file.split('/').at(-1) ?? ''
  const words = file.replace(/\.[a-z.]+$/, '').split(/[/-]/)
  const vague = words.find(word => VAGUE.has(word.toLowerCase()))
  if (vague && !ALLOWED.test(file)) return [{ file, message: `"${vague}" fits everything; name the file after its subject.` }]
  const fits = name.endsWith('.tsx') ? COMPONENT.test(name) : KEBAB.test(name)
  return fits ? [] : [{ file, message: 'files are kebab-case.ts, React components PascalCase.tsx.' }]
})
