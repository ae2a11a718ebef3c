import type { UnitLoaders, UnitNode } from '#platform/ui/tree/unit-tree.ts'
import type { ImportCallbacks, ImportField } from '#platform/ui/wizard/import-wizard.ts'

/** A made-up city of about 7,000 units: 10 counties of 20 towns with 34 villages each. */
const fanOut = [10, 20, 34]
const names = ['县', '镇', '村']

function childrenOf(parentId: string): UnitNode[] {
  const depth = parentId === 'city' ? 0 : parentId.split('-').length
  return Array.from({ length: fanOut[depth] ?? 0 }, (_, at) => {
    const id = parentId === 'city' ? `${at}` : `${parentId}-${at}`
    return unitOf(id)
  })
}

function unitOf(id: string): UnitNode {
  if (id === 'city') return { id, code: '51', name: '样例市关工委', note: '市级', hasChildren: true }
  const parts = id.split('-')
  const level = names[parts.length - 1] ?? ''
  return {
    id,
    code: `51${parts.join('')}`,
    name: `第${parts.map(part => Number(part) + 1).join('之')}${level}关工委`,
    note: `${level}级`,
    hasChildren: parts.length < 3,
  }
}

export const galleryUnits: UnitLoaders = {
  children: async parentId => (parentId === undefined ? [unitOf('city')] : childrenOf(parentId)),
  search: async words => ['3-7-20', '4-1', '5'].map(unitOf).filter(unit => unit.name.includes(words)),
  path: async id => {
    if (id === 'city') return [unitOf('city')]
    const parts = id.split('-')
    return [unitOf('city'), ...parts.map((_, at) => unitOf(parts.slice(0, at + 1).join('-')))]
  },
}

export const importFields: ImportField[] = [
  { key: 'name', label: '姓名', isRequired: true },
  { key: 'phone', label: '手机号', isRequired: true, hint: '11 位' },
  { key: 'bornOn', label: '出生日期' },
]

const pause = () => new Promise(resolve => setTimeout(resolve, 150))

export const galleryImport: ImportCallbacks = {
  upload: async (_file, onProgress) => {
    onProgress(60)
    await pause()
    const columns = [
      { key: 'A', heading: '姓名', sample: '张某某' },
      { key: 'B', heading: '联系电话', sample: '13800000000' },
    ]
    return { importId: '1', columns, suggested: { name: 'A' } }
  },
  preview: async () => ({
    good: 96,
    bad: 2,
    problems: [
      { row: 7, column: '手机号', message: '应为 11 位数字。' },
      { row: 12, message: '与第 3 行重复。' },
    ],
    markedFileUrl: '/favicon.svg',
  }),
  commit: async (_id, _mapping, onProgress) => {
    onProgress(40)
    await pause()
    return { created: 90, updated: 6, canUndo: true }
  },
  undo: async () => ({ undone: 95, left: [{ label: '张某某', reason: '导入后改过手机号' }] }),
}
