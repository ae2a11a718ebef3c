/** A tree of thousands of units of which only the visible rows exist on the page; keys of the keyboard work throughout. */
import { CaretDownFilled } from '@ant-design/icons'
import { Alert, Skeleton, Tree } from 'antd'
import type { Key, KeyboardEvent } from 'react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../words.ts'
import { branchesOf, type TreeBranch, type UnitLoaders, type UnitNode } from './unit-tree.ts'
import { UnitSearch } from './UnitSearch.tsx'
import { useUnitLevels } from './use-unit-levels.ts'

export type UnitTreeProps = {
  /** Keep the object stable (module level or useMemo): new loaders start the tree afresh. */
  loaders: UnitLoaders
  selectedId?: string | undefined
  onSelect: (unit: UnitNode) => void
  /** Height of the rows' window in px. */
  height?: number
  label?: string
  /** Another number than before: units have changed, and the levels shown are asked for again. */
  round?: number
}

type Scrollable = { scrollTo: (target: { key: Key; align?: 'top' | 'auto' }) => void }

export function UnitTree({ loaders, selectedId, onSelect, height = 440, label, round = 0 }: UnitTreeProps) {
  const words = useWords()
  const { levels, problem, load, reveal, refresh } = useUnitLevels(loaders)
  const [expanded, setExpanded] = useState<Key[]>([])
  const tree = useRef<Scrollable>(null)
  const search = useRef<{ focus: () => void }>(null)
  const branches = useMemo(() => branchesOf(levels), [levels])

  const [openedWith] = useState(selectedId)

  const jumpTo = useCallback(
    async (id: string) => {
      const above = await reveal(id)
      setExpanded(before => [...new Set([...before, ...above])])
      // The rows exist only after the next drawing.
      requestAnimationFrame(() => setTimeout(() => tree.current?.scrollTo({ key: id, align: 'top' }), 60))
    },
    [reveal],
  )
  useEffect(() => {
    // Only the unit given at first is revealed; later choices are made in the tree itself.
    if (openedWith) void jumpTo(openedWith)
  }, [openedWith, jumpTo])
  useEffect(() => { if (round > 0) void refresh() }, [round, refresh])
  const onlyRoot = branches.length === 1 ? branches[0]?.key : undefined
  useEffect(() => {
    // A single unit at the top says nothing by itself: what is below it is shown at once.
    if (onlyRoot !== undefined) setExpanded(before => (before.length === 0 ? [onlyRoot] : before))
  }, [onlyRoot])
  const choose = (unit: UnitNode) => {
    onSelect(unit)
    void jumpTo(unit.id)
  }
  return (
    <div className="xh-tree">
      <UnitSearch ref={search} search={loaders.search} onFound={choose} />
      {problem && <Alert type="error" showIcon title={problem.message} />}
      {branches.length === 0 && !problem && <Skeleton active title={false} />}
      {branches.length > 0 && (
        <Tree<TreeBranch>
          ref={tree as never} treeData={branches} virtual height={height} blockNode motion={false} aria-label={label ?? words.unitTree}
          expandedKeys={expanded} onExpand={setExpanded} loadData={branch => load(branch.key)}
          selectedKeys={selectedId ? [selectedId] : []} onSelect={(_keys, { node }) => onSelect(node.node)}
          onKeyDown={event => { if (isTyping(event)) search.current?.focus() }}
          switcherIcon={<CaretDownFilled aria-hidden="true" />}
          titleRender={branch => <UnitName unit={branch.node} />}
        />
      )}
    </div>
  )
}

/** A letter typed on the tree begins a search: the key goes on into the box that now has the focus. */
function isTyping(event: KeyboardEvent<HTMLDivElement>) {
  return (event.key === 'Process' || event.key.length === 1 && event.key !== ' ') && !event.ctrlKey && !event.metaKey && !event.altKey
}

function UnitName({ unit }: { unit: UnitNode }) {
  return <span className="xh-tree-name">{unit.name}{unit.note && <small> {unit.note}</small>}</span>
}
