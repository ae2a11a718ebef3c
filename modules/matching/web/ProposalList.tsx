import { Link } from '@tanstack/react-router'
import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { colourWords } from '../rules/words.ts'
import { chinaToday, client, queries, type ShownProposal, useChanged } from './api.ts'
import { type Act, ProposalActs, ProposalDialog } from './ProposalDialogs.tsx'
import { proposalOptions, ProposalStatus } from './RoundStatus.tsx'
import { TermsNote } from './TermsNote.tsx'

const filters: RecordFilter[] = [{ key: 'status', label: '处理', kind: 'choice', options: proposalOptions }]

/** The pairs of a round: reasons in points, the best other volunteer, and what a person decides; several are accepted at once by ticking them. */
export function ProposalList({ roundId }: { roundId: string }) {
  const [act, setAct] = useState<Act>()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const tick = (id: string, isTicked: boolean) => setTicked(before => {
    const after = new Set(before)
    if (isTicked) after.add(id)
    else after.delete(id)
    return after
  })
  return (
    <Sheet title="推荐的结对" actions={<AcceptTicked roundId={roundId} ticked={ticked} onDone={() => setTicked(new Set())} />}>
      <RecordList<ShownProposal>
        caption="推荐的结对" queryKey={[...queries.listProposals.key(), roundId]} filters={filters} searchHint="志愿者姓名"
        load={request => load(request, roundId)} columns={columnsOf({ ticked, tick, onAct: setAct })}
        empty={{ title: '没有推荐', lead: '没有等待结对的孩子，或者没有有名额的志愿者。' }}
      />
      {act !== undefined && <ProposalDialog act={act} onClose={() => setAct(undefined)} />}
    </Sheet>
  )
}

type Hands = { ticked: ReadonlySet<string>; tick: (id: string, isTicked: boolean) => void; onAct: (act: Act) => void }

const columnsOf = ({ ticked, tick, onAct }: Hands): RecordColumn<ShownProposal>[] => [
  {
    key: 'child', title: '孩子', isName: true, render: row => (
      <span className="matching-child">
        {row.status === 'proposed' && (
          <Checkbox checked={ticked.has(row.id)} onChange={event => tick(row.id, event.target.checked)} aria-label={`选中${row.childLabel}的推荐`} />)}
        <Link to={`/cases/${row.caseId}` as string}>{row.childLabel}</Link>
      </span>
    ),
  },
  { key: 'unit', title: '单位', render: row => `${row.unitName} · ${colourWords[row.colour]}` },
  { key: 'volunteer', title: '志愿者', render: row => `${row.volunteerName}（${row.volunteerUnitName}）` },
  { key: 'why', title: '理由', render: row => <TermsNote row={row} /> },
  { key: 'status', title: '状态', render: row => <ProposalStatus status={row.status} /> },
  { key: 'acts', title: '操作', render: row => (row.status === 'proposed' ? <ProposalActs row={row} onAct={onAct} /> : row.reason ?? row.decidedName ?? '') },
]

function AcceptTicked({ roundId, ticked, onDone }: { roundId: string; ticked: ReadonlySet<string>; onDone: () => void }) {
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<string>()
  const changed = useChanged()
  const accept = async () => {
    const { accepted, refused } = await client.acceptProposals({ id: roundId, proposalIds: [...ticked].slice(0, 100), fromOn: chinaToday() })
    setSaid(`已结对 ${accepted} 对。${refused.map(({ childLabel, sentence }) => `${childLabel}没有结成：${sentence}`).join('')}`)
    setAsking(false)
    onDone()
    await changed()
  }
  return (
    <>
      <div role="status">{said !== undefined && <Alert type="info" showIcon title={said} />}</div>
      <Button type="primary" disabled={ticked.size === 0} onClick={() => setAsking(true)}>采纳所选（{ticked.size}）</Button>
      <ConfirmDialog open={asking} title={`采纳 ${ticked.size} 条推荐并结对？`} confirmLabel="采纳并结对" onCancel={() => setAsking(false)} onConfirm={accept}>
        <p>从今天起结对，志愿者会得到走访所需的信息。不能结对的会逐条说明原因，其余照常结对。</p>
      </ConfirmDialog>
    </>
  )
}

const load = ({ filters: wanted, after, limit, signal }: PageRequest, id: string) =>
  client.listProposals({ ...wanted, id, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listProposals>[0], { signal })
