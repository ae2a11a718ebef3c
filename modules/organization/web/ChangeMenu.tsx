import { DownOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useState, type SyntheticEvent } from 'react'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { ShownUnit } from './api.ts'
import { CorrectDialog, CreateDialog, EstablishDialog, ReasonedDialog, RenameDialog } from './PlainChanges.tsx'
import { MergeDialog, MoveDialog, SplitDialog } from './StructuralChanges.tsx'
import { words } from './words.ts'

type Act = 'addBelow' | 'correct' | 'establish' | 'disestablish' | 'rename' | 'move' | 'merge' | 'split' | 'close' | 'reopen'

/** What may be done to a unit now, behind one button. */
export function ChangeMenu({ unit }: { unit: ShownUnit }) {
  const texts = useWords(words)
  const { may, unit: own } = useSession()
  const [act, setAct] = useState<Act>()
  const navigate = useNavigate()
  if (!may('unit.manage')) return null
  const acts = actsOf(unit, own.id === unit.id, own.level === 'city')
  const close = () => setAct(undefined)
  const open = ({ key, domEvent }: { key: string; domEvent: SyntheticEvent }) => {
    // The same Enter would go on to the dialog that opens, and press the button that closes it.
    domEvent.preventDefault()
    setAct(key as Act)
  }
  return (
    <>
      <Dropdown trigger={['click']} autoFocus menu={{ items: acts.map(each => ({ key: each, label: texts[each] })), onClick: open }}>
        <Button type="primary">{texts.act} <DownOutlined aria-hidden="true" /></Button>
      </Dropdown>
      {act && <ActDialog act={act} unit={unit} onClose={close} onMade={id => void navigate({ href: `/units/${id}` })} />}
    </>
  )
}

function actsOf(unit: ShownUnit, isOwn: boolean, isCity: boolean): Act[] {
  if (unit.closedOn !== null) return isOwn || unit.successor !== null ? [] : ['reopen']
  const founding: Act = unit.establishedOn === null ? 'establish' : 'disestablish'
  const own: Act[] = ['addBelow', 'correct', founding]
  if (isOwn) return isCity ? [...own, 'rename'] : own
  return [...own, 'rename', 'move', 'merge', 'split', 'close']
}

function ActDialog({ act, unit, onClose, onMade }: { act: Act; unit: ShownUnit; onClose: () => void; onMade: (id: string) => void }) {
  const props = { unit, onClose }
  if (act === 'addBelow') return <CreateDialog {...props} onMade={onMade} />
  if (act === 'correct') return <CorrectDialog {...props} />
  if (act === 'establish') return <EstablishDialog {...props} />
  if (act === 'rename') return <RenameDialog {...props} />
  if (act === 'move') return <MoveDialog {...props} />
  if (act === 'merge') return <MergeDialog {...props} onMade={onMade} />
  if (act === 'split') return <SplitDialog {...props} onMade={onMade} />
  return <ReasonedDialog {...props} act={act} />
}
