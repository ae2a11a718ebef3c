import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ShownDevice, useChanged } from './api.ts'
import { words } from './words.ts'

/** Cuts a phone off, with the reason. */
export function CutOffDialog({ device, onClose }: { device: ShownDevice; onClose: () => void }) {
  const texts = useWords(words)
  const changed = useChanged()
  const { momentText } = useWords()
  return (
    <ReasonDialog
      open title={texts.cutOffTitle(device.personName, device.name)} confirmLabel={texts.cutOff} isDangerous onCancel={onClose} presets={texts.cutOffPresets}
      onConfirm={async reason => { await client.cutOffDevice({ id: device.id, version: device.version, reason }); onClose(); await changed() }}
    >
      <p>{texts.cutOffLead}</p>
      <p>{texts.cutOffUnheard(momentText(device.wipesAt))}</p>
    </ReasonDialog>
  )
}
