import type { z } from 'zod'
import { base64Of } from '#modules/phone/contract/sealing.ts'
import type { FilePart } from '#modules/phone/contract.ts'
import { randomId } from '#platform/ui/api/random-id.ts'

/** A photograph made small: JPEG, without the place or time a camera writes into it. */
export type Photo = Uint8Array<ArrayBuffer>

const longestSide = 1600
const partBytes = 256 * 1024

/** Draws the photograph anew at a size that a weak signal bears; whatever the camera noted beside the picture is left behind. */
export async function shrinkPhoto(file: Blob): Promise<Photo> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.8))
  if (blob === null) throw new Error('the browser draws no photograph')
  return new Uint8Array(await blob.arrayBuffer())
}

/** The photograph in parts that fit into letters. */
export async function partsOf(photo: Photo, visitItemId: string): Promise<z.input<typeof FilePart>[]> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', photo))
  const sha256 = [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('')
  const fileId = randomId()
  const parts = Math.ceil(photo.length / partBytes)
  return Array.from({ length: parts }, (_, part) =>
    ({ fileId, visitItemId, part, parts, sha256, bytes: base64Of(photo.subarray(part * partBytes, (part + 1) * partBytes)) }))
}
