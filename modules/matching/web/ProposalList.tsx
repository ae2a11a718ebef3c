import { Link } from '@tanstack/react-router'
import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, queries, type ShownProposal, useChanged } from './api.ts'
import { type Act, ProposalActs, ProposalDialog } from './ProposalDialogs.tsx'
import { proposalWords } from './proposal-words.ts'
import { ProposalStatus, useProposalOptions } from './RoundStatus.tsx'
import { TermsNote } from './TermsNote.tsx'
import { words } from './words.ts'

/** The pairs of a round: reasons in points, the best other volunteer, and what a person decides; several are accepted at once by ticking them. */
export function ProposalList({ roundId }: { roundId: string }) {
  const texts = useWords(proposalWords)
  const columns = useColumns()
  const filters: RecordFilter[] = [{ key: 'status', label: texts.handling, kind: 'choice', options: useProposalOptions() }]
  const [act, setAct] = useState<Act>()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const tick = (id: string, isTicked: boolean) => setTicked(before => {
    const after = new Set(before)
    if (isTicked) after.add(id)
    else after.delete(id)
    return after
  })
  return (
    <Sheet title={texts.proposals} actions={<AcceptTicked roundId={roundId} ticked={ticked} onDone={() => setTicked(new Set())} />}>
      <RecordList<ShownProposal>
        caption={texts.proposals} queryKey={[...queries.listProposals.key(), roundId]} filters={filters} searchHint={texts.volunteerHint}
        load={request => load(request, roundId)} columns={columns({ ticked, tick, onAct: setAct })}
        empty={{ title: texts.noneTitle, lead: texts.noneLead }}
      />
      {act !== undefined && <ProposalDialog act={act} onClose={() => setAct(undefined)} />}
    </Sheet>
  )
}

type Hands = { ticked: ReadonlySet<string>; tick: (id: string, isTicked: boolean) => void; onAct: (act: Act) => void }

function useColumns() {
  const texts = useWords(proposalWords)
  const { colours } = useWords(words)
  const { aside } = useWords()
  return ({ ticked, tick, onAct }: Hands): RecordColumn<ShownProposal>[] => [
    {
      key: 'child', title: texts.child, isName: true, render: row => (
        <span className="matching-child">
          {row.status === 'proposed' && (
            <Checkbox checked={ticked.has(row.id)} onChange={event => tick(row.id, event.target.checked)} aria-label={texts.tick(row.childLabel)} />)}
          <Link to={`/cases/${row.caseId}` as string}>{texts.childSaid(row.childLabel)}</Link>
        </span>
      ),
    },
    { key: 'unit', title: texts.unit, render: row => `${row.unitName} · ${colours[row.colour]}` },
    { key: 'volunteer', title: texts.volunteer, render: row => row.volunteerName + aside(row.volunteerUnitName) },
    { key: 'why', title: texts.why, render: row => <TermsNote row={row} /> },
    { key: 'status', title: texts.status, render: row => <ProposalStatus status={row.status} /> },
    {
      key: 'acts', title: texts.acts,
      render: row => (row.status === 'proposed' ? <ProposalActs row={row} onAct={onAct} /> : row.reason ?? row.decidedName ?? ''),
    },
  ]
}

function AcceptTicked({ roundId, ticked, onDone }: { roundId: string; ticked: ReadonlySet<string>; onDone: () => void }) {
  const texts = useWords(proposalWords)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<string>()
  const changed = useChanged()
  const accept = async () => {
    const { accepted, refused } = await client.acceptProposals({ id: roundId, proposalIds: [...ticked].slice(0, 100), fromOn: chinaToday() })
    setSaid(texts.paired(accepted) + refused.map(({ childLabel, sentence }) => texts.notPaired(childLabel, sentence)).join(''))
    setAsking(false)
    onDone()
    await changed()
  }
  return (
    <>
      <div role="status">{said !== undefined && <Alert type="info" showIcon title={said} />}</div>
      <Button type="primary" disabled={ticked.size === 0} onClick={() => setAsking(true)}>{texts.acceptTicked(ticked.size)}</Button>
      <ConfirmDialog open={asking} title={texts.acceptTickedTitle(ticked.size)} confirmLabel={texts.acceptAndPair} onCancel={() => setAsking(false)}
        onConfirm={accept}>
        <p>{texts.acceptTickedLead}</p>
      </ConfirmDialog>
    </>
  )
}

const load = ({ filters: wanted, after, limit, signal }: PageRequest, id: string) =>
  client.listProposals({ ...wanted, id, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listProposals>[0], { signal })
