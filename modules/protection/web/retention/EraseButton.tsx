import { App, Button } from 'antd'
import { useState } from 'react'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { childClient, useChanged } from '../api.ts'

/** Erases the identity of a file whose time has passed; the act is that of the children. */
export function EraseButton({ childId, maskedName }: { childId: string; maskedName: string }) {
  const changed = useChanged()
  const { message } = App.useApp()
  const [isAsking, setIsAsking] = useState(false)
  const erase = async (reason: string) => {
    await childClient.eraseChild({ id: childId, reason })
    setIsAsking(false)
    void message.success('身份信息已删除，可在“已删除记录与证明”中下载证明。')
    await changed()
  }
  return (
    <>
      <Button danger onClick={() => setIsAsking(true)}>删除身份信息</Button>
      <ReasonDialog
        open={isAsking} title={`删除${maskedName}的身份信息？`} confirmLabel="删除，不可恢复" isDangerous presets={['保存期满，依法删除']}
        onConfirm={erase} onCancel={() => setIsAsking(false)}
      >
        <p>密钥销毁后，任何人都不能再读出这名孩子是谁；统计数字不变。此操作不能撤销。</p>
      </ReasonDialog>
    </>
  )
}
