import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { AgreementStatus, CampaignStatus, GiftStatus } from '../contract.ts'
import { campaignWords } from './campaigns/words.ts'
import { words } from './words.ts'

const tones: Readonly<Record<GiftStatus, Tone>> = { draft: 'attention', confirmed: 'good', refunded: 'neutral', discarded: 'neutral' }

const campaignTones: Readonly<Record<CampaignStatus, Tone>> = { draft: 'attention', filed: 'info', reported: 'good', discarded: 'neutral' }

/** Where a campaign stands. */
export function CampaignTag({ status }: { status: CampaignStatus }) {
  const texts = useWords(campaignWords)
  return <StatusTag tone={campaignTones[status]}>{texts.campaignStatusWords[status]}</StatusTag>
}

const agreementTones: Readonly<Record<AgreementStatus, Tone>> = { open: 'attention', fulfilled: 'good', ended: 'neutral' }

/** Where an agreement stands. */
export function AgreementTag({ status }: { status: AgreementStatus }) {
  const texts = useWords(words)
  return <StatusTag tone={agreementTones[status]}>{texts.agreementStatusWords[status]}</StatusTag>
}

/** Where a gift stands. */
export function GiftTag({ status }: { status: GiftStatus }) {
  const texts = useWords(words)
  return <StatusTag tone={tones[status]}>{texts.giftStatusWords[status]}</StatusTag>
}
