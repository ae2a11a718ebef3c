import { ApartmentOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useWords } from '../words.ts'
import type { UnitLoaders, UnitNode } from './unit-tree.ts'
import { UnitTree } from './UnitTree.tsx'

export type UnitTreePickerProps = {
  loaders: UnitLoaders
  id?: string
  /** Id of the chosen unit; fits antd's Form.Item. */
  value?: string | undefined
  onChange?: (id: string | undefined, unit?: UnitNode) => void
  allowClear?: boolean
  disabled?: boolean
}

/** Chooses one unit out of the tree, in a dialog that has room for it on a phone too. */
export function UnitTreePicker({ loaders, id, value, onChange, allowClear = true, disabled }: UnitTreePickerProps) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const [picked, setPicked] = useState<UnitNode>()
  const [name, remember] = useUnitName(loaders, value)
  const finish = () => {
    setOpen(false)
    if (!picked) return
    remember(picked)
    onChange?.(picked.id, picked)
  }
  return (
    <span className="xh-picker">
      <Button
        {...(id ? { id } : {})}
        disabled={disabled ?? false}
        icon={<ApartmentOutlined aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <span className={name ? '' : 'xh-secondary'}>{name ?? words.chooseUnit}</span>
      </Button>
      {allowClear && value && (
        <Button type="link" onClick={() => onChange?.(undefined)}>
          {words.clearChoice}
        </Button>
      )}
      <Modal
        open={open}
        title={words.chooseUnit}
        okText={words.confirm}
        cancelText={words.cancel}
        onCancel={() => setOpen(false)}
        onOk={finish}
        okButtonProps={{ disabled: !picked }}
        destroyOnHidden
      >
        <UnitTree loaders={loaders} selectedId={picked?.id ?? value} onSelect={setPicked} height={360} />
      </Modal>
    </span>
  )
}

/** The name of a unit of which only the id is known, when a form opens with it. */
function useUnitName(loaders: UnitLoaders, id: string | undefined) {
  const [known, setKnown] = useState<{ id: string; name: string }>()
  useEffect(() => {
    if (!id || known?.id === id) return
    let isCurrent = true
    void loaders.path(id).then(
      path => {
        const name = path.at(-1)?.name
        if (isCurrent && name) setKnown({ id, name })
      },
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [loaders, id, known?.id])
  return [id && known?.id === id ? known.name : undefined, setKnown] as const
}
