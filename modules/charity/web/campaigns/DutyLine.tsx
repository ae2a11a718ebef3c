import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { CampaignDuty } from '../../contract.ts'
import { campaignWords } from './words.ts'

/** What is due of a campaign and until when; nothing where nothing is. */
export function DutyLine({ duty }: { duty: CampaignDuty | null }) {
  const own = useWords(campaignWords)
  if (duty === null) return null
  const what = own.campaignDutyWords[duty.kind]
  return duty.isLate ? <StatusTag tone="danger">{own.lateLine(what, duty.dueOn)}</StatusTag> : <StatusTag tone="info">{own.dueLine(what,
    duty.dueOn)}</StatusTag>
}
