import { sql } from 'kysely'
import { sealBytes } from '#platform/crypto/envelope.ts'
import { newId } from '#platform/crypto/id.ts'
import { newWrappedKey } from '#platform/crypto/person-key.ts'
import { sentencesOf, type LetterAnswer } from '../../contract.ts'
import { listOwnLetters } from '../../queries/steps/own-letters.ts'
import { keepLetter, type LetterOf, type OfPhone, type Taken } from './of-phone.ts'
import { partAad, settleFiles } from './settle-files.ts'

/** Keeps a part of a file; the last one, whichever it is, makes the file whole, once its visit stands. */
export async function takePart(phone: OfPhone, taken: Taken<LetterOf<'file-part'>>): Promise<LetterAnswer | undefined> {
  const { context, deviceId, stands } = phone
  const { body } = taken.letter
  if (!await keepLetter(phone, taken, { id: newId(), status: 'recorded', code: 'recorded', content: null })) return undefined
  await keepPart(phone, body)
  const [letter] = await listOwnLetters(context, { deviceId, itemIds: [body.visitItemId] })
  const refused = letter?.visitId && stands ? await settleFiles(context, { deviceId, itemId: body.visitItemId, visitId: letter.visitId }) : []
  const [state, code] = refused.includes(body.fileId.toLowerCase()) ? ['refused', 'file-not-taken'] as const : ['recorded', 'recorded'] as const
  return { itemId: taken.itemId, state, code, ...sentencesOf(code), isKept: true, visitId: null, reason: null, receivedAt: context.now }
}

async function keepPart({ context, deviceId }: OfPhone, body: LetterOf<'file-part'>['body']): Promise<void> {
  const { tx, actor, installation, now } = context
  const id = newId()
  const { dataKey, wrapped } = newWrappedKey(installation.masterKeys, { cityId: String(actor.cityId), personId: id })
  const sealed = sealBytes(dataKey, Buffer.from(body.bytes, 'base64'), partAad(id))
  await sql`select access.keep_file_part(${id}::uuid, ${deviceId}::uuid, ${body.fileId}::uuid, ${body.visitItemId}::uuid, ${body.part}::int,
    ${body.parts}::int, ${body.sha256}, ${wrapped}, ${sealed}, ${now})`.execute(tx)
}
