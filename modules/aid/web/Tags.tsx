import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { ActStatus, NeedStatus, PublicStatus, WishStatus } from '../contract.ts'
import type { ShownNeed } from './api.ts'
import { wishWords } from './wishes/words.ts'
import { words } from './words.ts'

const needTones: Readonly<Record<NeedStatus, Tone>> = {
  raised: 'attention', approved: 'info', declined: 'neutral', offered: 'info', given: 'info', received: 'good', closed: 'good', withdrawn: 'neutral',
}
const actTones: Readonly<Record<ActStatus, Tone>> = { offered: 'attention', given: 'info', received: 'good', voided: 'neutral' }
const wishTones: Readonly<Record<WishStatus, Tone>> = {
  draft: 'attention', returned: 'attention', published: 'info', claimed: 'info', fulfilled: 'good', closed: 'good', withdrawn: 'neutral',
}
const publicTones: Readonly<Record<PublicStatus, Tone>> = { open: 'attention', claimed: 'info', fulfilled: 'good' }

/** Where a need stands, and that its day has passed. */
export function NeedTag({ of }: { of: Pick<ShownNeed, 'status' | 'isOverdue' | 'wantedBy'> }) {
  const texts = useWords(words)
  return (
    <>
      <StatusTag tone={needTones[of.status]}>{texts.needStatusWords[of.status]}</StatusTag>
      {of.isOverdue && <> <StatusTag tone="danger">{texts.overdue}</StatusTag></>}
    </>
  )
}

/** Where an act of aid stands. */
export function ActTag({ status }: { status: ActStatus }) {
  const texts = useWords(words)
  return <StatusTag tone={actTones[status]}>{texts.actStatusWords[status]}</StatusTag>
}

/** Where a wish stands. */
export function WishTag({ status }: { status: WishStatus }) {
  const texts = useWords(words)
  return <StatusTag tone={wishTones[status]}>{texts.wishStatusWords[status]}</StatusTag>
}

/** What the public sees of that. */
export function PublicTag({ status }: { status: PublicStatus }) {
  const texts = useWords(wishWords)
  return <StatusTag tone={publicTones[status]}>{texts.publicWords[status]}</StatusTag>
}
