import { answerTransfer } from '#modules/children/commands/transfers/answer-transfer.ts'
import { offerTransfer } from '#modules/children/commands/transfers/offer-transfer.ts'
import { requestTransfer } from '#modules/children/commands/transfers/request-transfer.ts'
import { withdrawTransfer } from '#modules/children/commands/transfers/withdraw-transfer.ts'
import { minuteOf } from '../../rules/protection/moments.ts'
import { planTransfers, type PlannedTransfer } from '../../rules/protection/transfers.ts'
import { choose, covers, inTurn, isAtSchool, openedIdentity, unaidedChildrenOf, type Candidate, type Member, type Stage } from './stage.ts'

type Cast = { planned: PlannedTransfer; holder: Member; taker: Member; into: Member; child: Candidate }
type Row = { id: string; version: number }

/** Children going over to another unit: asked for and offered, waiting, answered, carried out and taken back. */
export async function addTransfers(stage: Stage, scale: number): Promise<void> {
  const offices = [...stage.members.keys()].filter((name) => /^county\d*-office$/.test(name)).toSorted()
  for (const planned of planTransfers({ scale, offices })) {
    const cast = await findCast(stage, planned)
    if (cast !== undefined) await goThrough(stage, cast)
  }
}

/** The holder's office, or one above it, with a child of which the taker sees nothing yet; each child goes over once. */
async function findCast(stage: Stage, planned: PlannedTransfer): Promise<Cast | undefined> {
  const taker = stage.members.get(planned.taker)
  const into = stage.members.get(planned.into) ?? taker
  if (taker === undefined || into === undefined || !stage.members.has(planned.holder) || !covers(taker, into.lo)) return undefined
  for (const holder of inTurn(stage, planned.holder)) {
    const child = (await unaidedChildrenOf(stage, holder, planned.begun))
      .find((one) => isAtSchool(one) && !covers(taker, one.scopeCode) && !stage.chosen.has(one.id))
    if (child !== undefined) return { planned, holder, taker, into, child: choose(stage, child) }
  }
  return undefined
}

async function goThrough(stage: Stage, cast: Cast): Promise<void> {
  const { planned: { beganBy, answered, withdrawn }, holder, taker } = cast
  const { act, frame: { today } } = stage
  const begunId = await begin(stage, cast)
  if (withdrawn !== null) {
    await act((beganBy === 'asker' ? taker : holder).name, minuteOf(today, withdrawn), (context) => withdrawTransfer(context, { id: begunId, version: 1 }))
  }
  if (answered === null) return
  const { id, version } = await otherRow(stage, begunId)
  await act((beganBy === 'asker' ? holder : taker).name, minuteOf(today, answered.when), (context) => answerTransfer(context, {
    id, version, accepted: answered.isAccepted, answer: answered.answer }))
}

async function begin(stage: Stage, { planned: { beganBy, begun, explanation }, holder, taker, into, child }: Cast): Promise<string> {
  const at = minuteOf(stage.frame.today, begun)
  if (beganBy === 'holder') {
    const offer = { childId: child.id, toUnitId: into.unitId, explanation }
    return (await stage.act(holder.name, at, (context) => offerTransfer(context, offer))).id
  }
  const { name, birthOn, paperNumber } = await openedIdentity(stage, child.id)
  const asked = { name, birthOn, idNumber: paperNumber ?? undefined, unitId: into.unitId, explanation }
  return (await stage.act(taker.name, at, (context) => requestTransfer(context, asked))).id
}

/** The row of who answers, which the job wrote. */
async function otherRow({ client, frame }: Stage, begunId: string): Promise<Row> {
  const { rows: [row] } = await client.query<Row>(`select other.id, other.version from children.transfers begun
    join children.transfers other on other.city_id = $1 and other.transfer_id = begun.transfer_id and other.id <> begun.id
    where begun.city_id = $1 and begun.id = $2`, [frame.cityId, begunId])
  if (row === undefined) throw new Error('a transfer did not arrive')
  return row
}
