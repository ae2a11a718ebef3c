import { skipToken, useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useWords } from '#platform/ui/words.ts'
import { campaignWords } from '../campaigns/words.ts'
import { queries } from '../api.ts'

/** Which campaign a gift answers; no field where the books have none that may take gifts. */
export function CampaignField({ bookId, label }: { bookId: string | undefined; label: string }) {
  const own = useWords(campaignWords)
  const asked = useQuery(queries.listCampaigns.queryOptions({ input: bookId === undefined ? skipToken : { bookId, limit: 100 } }))
  const open = (asked.data?.items ?? []).filter(({ status, isEmergency }) => status === 'filed' || (status === 'draft' && isEmergency))
  if (open.length === 0) return null
  return (
    <Form.Item name="campaignId" label={label} extra={own.answersHint}>
      <Select allowClear placeholder={own.answersNone} options={open.map(({ id, name, startsOn, endsOn }) => (
        { value: id, label: `${name} · ${own.until(startsOn, endsOn)}` }))} />
    </Form.Item>
  )
}
