import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { sealBytes } from '#platform/crypto/envelope.ts'
import { filesOf } from '#platform/files/installation-files.ts'
import { scanKindOf } from '#platform/files/scan-kind.ts'
import type { Context } from '#platform/http/context.ts'
import { mustGiveAid } from '../../access.ts'
import { lockAct } from '../../queries/lock-act.ts'
import { keyOf } from '../../queries/row-key.ts'
import { receiptAad } from '../../queries/receipt-scan.ts'
import { writeAct } from '../steps/write-act.ts'

/** Attaches the scanned handover sheet to a signed receipt: judged by its bytes, sealed under the act's key before it reaches the disk. */
export async function attachReceiptScan(context: Context, input: { id: string; file: File }): Promise<{ id: string }> {
  mustGiveAid(context.actor)
  const held = await lockAct(context, { step: 'scan', id: input.id })
  if (held.proof !== 'signature') throw new Refusal('NO_SIGNATURE')
  if (held.scanKey !== null) throw new Refusal('SCAN_ATTACHED')
  const key = keyOf(context, held)
  if (key === null) throw new Refusal('CHILD_ERASED')
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  const kind = scanKindOf(bytes, '签收单的')
  const store = await filesOf(context)
  const stored = await store.put(sealBytes(key, bytes, receiptAad(context.actor.cityId, held.id)))
  await writeAct(context, held, { scanKey: stored.key, scanMediaType: kind.mediaType, scanExtension: kind.extension })
  await recordAudit(context, {
    verb: 'aid-scan.attached', subjectKind: 'aid-act', subjectId: held.id, scopeCode: held.scopeCode, details: { extension: kind.extension },
  })
  return { id: held.id }
}
