import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { VoucherStatus } from '../../contract.ts'
import type { ShownVoucher } from '../api.ts'
import { voucherWords } from './words.ts'

const tones: Readonly<Record<VoucherStatus, Tone>> = { draft: 'neutral', submitted: 'attention', reviewed: 'attention', posted: 'good', discarded: 'neutral' }

/** Where a voucher stands, and whether it reverses or was reversed. */
export function VoucherTag({ of }: { of: Pick<ShownVoucher, 'status' | 'isReversal' | 'isReversed'> }) {
  const texts = useWords(voucherWords)
  return (
    <>
      <StatusTag tone={tones[of.status]}>{texts.statuses[of.status]}</StatusTag>
      {of.isReversal && <> <StatusTag tone="danger">{texts.isReversal}</StatusTag></>}
      {of.isReversed && <> <StatusTag tone="neutral">{texts.isReversed}</StatusTag></>}
    </>
  )
}
