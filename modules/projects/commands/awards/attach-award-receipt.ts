import { followAward } from '#modules/aid/index.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { sealBytes } from '#platform/crypto/envelope.ts'
import { filesOf } from '#platform/files/installation-files.ts'
import { scanKindOf } from '#platform/files/scan-kind.ts'
import type { Context } from '#platform/http/context.ts'
import { mustApplyForAwards } from '../../access.ts'
import type { AwardRow } from '../../contract.ts'
import { awardScanAad } from '../../queries/award-scan.ts'
import { getAwardRow } from '../../queries/award-rows.ts'
import { lockAward } from '../../queries/lock-award.ts'
import { keyOf } from '../../queries/row-key.ts'
import { findDayIssue } from '../../rules/applying.ts'
import { recordAward, writeAward } from '../steps/write-award.ts'

/** Attaches the signed receipt: judged by its bytes, sealed under the award's key before it reaches the disk. */
export async function attachAwardReceipt(context: Context, input: { id: string; receivedOn: string; file: File }): Promise<AwardRow> {
  mustApplyForAwards(context.actor)
  const held = await lockAward(context, { step: 'attach', id: input.id })
  const issue = findDayIssue(input.receivedOn, { paidOn: held.paidOn ?? context.today, today: context.today })
  if (issue !== undefined) throw new InvalidInput([{ path: ['receivedOn'], message: issue }])
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  const kind = scanKindOf(bytes, '')
  const key = keyOf(context, held)
  if (key === null) throw new Refusal('CHILD_ERASED')
  const store = await filesOf(context)
  const stored = await store.put(sealBytes(key, bytes, awardScanAad(context.actor.cityId, held.id)))
  await writeAward(context, held, {
    status: 'received', receivedOn: input.receivedOn, scanKey: stored.key, scanMediaType: kind.mediaType, scanExtension: kind.extension,
  })
  await followAward(context, held.needId, 'received')
  await recordAward(context, held, { verb: 'award-receipt.attached', details: { receivedOn: input.receivedOn, extension: kind.extension } })
  return getAwardRow(context, held.id)
}
