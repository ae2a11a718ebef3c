import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { ShownDevice } from './api.ts'
import { words } from './words.ts'

/** Whether a phone may be used; of one that was cut off, why. */
export function DeviceState({ device }: { device: ShownDevice }) {
  const texts = useWords(words)
  if (device.cutOffAt === null) return <StatusTag tone="good">{texts.inUse}</StatusTag>
  return <><StatusTag tone="neutral">{texts.cutOffState}</StatusTag> {device.cutOffReason}</>
}
